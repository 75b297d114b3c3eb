### The meeting as a table for other programs: the heads of its columns, what stands in each, and what the table is.

part = Part
part-about = What the row is of: meeting, person, place, topic, event, account or unknown
key = Key
key-about = The key in the briefing; of an account that of the party
name = Name
name-about = The name in the briefing's first language; of an event what happened, of an account what it is about
others = Other names
others-about = The name in the briefing's other languages
role = Role
role-about = The part in the meeting, the group of a topic, the party of an account, the part of the briefing of an unknown
office = Office
office-about = The office of a person on the day
state = State
state-about = The key of the state that a person speaks for
organisation = Organisation
organisation-about = The key of the organisation that a person speaks for
from = From
from-about = The day, or the first of several, as far as known
until = Until
until-about = The last day, where there are several
place = Place
place-about = Where
text = Text
text-about = Why the meeting matters, what an account says, what is not known
stands-at = Stands at
stands-at-about = Where it is read: the keys of sources, with the sentence of the document
title = The meeting
fact-rows = rows
rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
# In a calendar, which has days alone.
dates-left-out = { $count ->
    [one] { $count } date is known only to the month or the year and is left out
   *[other] { $count } dates are known only to the month or the year and are left out
}
