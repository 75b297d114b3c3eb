### The sources as a table for other programs: the heads of its columns, what stands in each, and what the table is.

key = Key
key-about = The key that citations name the source by
publisher = Publisher
publisher-about = Who published it
name = Title
name-about = Its title as published, or a description in square brackets
kind = Kind
kind-about = Official, agency, press, reference or general knowledge
primary = Primary
primary-about = Whether it is the originator's own publication and not a report of it
published = Published
published-about = When it was published, as far as known
read = Read
read-about = When it was read for the briefing
address = Address
address-about = Where it can be found
origin = Text of
origin-about = Whose text it carries: the key of another source, or the name of an agency
archived = Archived copy
archived-about = The address at which an archive keeps a copy
archived-on = Archived
archived-on-about = The day on which the archive took it
licence = Licence
licence-about = The licence it is published under
note = Note
note-about = What a reader should know before relying on it
claims = Claims
claims-about = The keys of the claims that it was read for
states = States
states-about = The keys of the states that it was read for
figures = Figures
figures-about = The series and the periods of the figures that it was read for
title = The sources
fact-rows = rows
rows = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
