### What is wrong with the files of a briefing, and what to do about it. A message that says what is wrong begins in lower
### case and has no full stop, one that says what to do begins with a capital and has none either; `problem` joins them.

# Where it is, as compilers write it, what is wrong, and what to do. $pointer leads to a value: $.states[3].names
problem = { $file }:{ $line }:{ $column }: { $pointer }: { $sentences }
# The same without the place, which stands by itself.
sentences = { $what }. { $remedy }.

problems = { $count ->
    [one] 1 problem
   *[other] { $number } problems
}

## The folder

# $reason is what the system says.
folder = { $folder }: { $reason }. Give the folder that holds `briefing.json`.
not-a-folder = this is not a folder
stopped = The loading was stopped.

## A packed briefing. $entry is the name of a file in it; what is asked of whoever sent it names the command.

packed = { $file }: { $what }. { $remedy }.
packed-none = this is no packed briefing
packed-none-remedy = Give the folder that holds `briefing.json`, or a file that `briefing-desk pack` made
packed-cut-off = it ends before its end
packed-trailing = something stands behind its end
packed-damaged = it is damaged: what it says is in it does not agree with what is
packed-again-remedy = Copy it or have it sent once more
packed-too-many = there are more files in it than the { $most } that a packed briefing can have
packed-large = it is larger than the { $most } MiB that a packed briefing can have, or says that it is
packed-large-together = its files are larger than { $most } MiB together
packed-large-entry = `{ $entry }` is larger than { $most } MiB
packed-large-remedy = Split the briefing and pack each part
packed-grows = `{ $entry }` is made to grow more than { $most } times when it is unpacked, as no file of a briefing does
packed-encrypted = `{ $entry }` is encrypted
packed-encrypted-remedy = Unpack it with the program that asks for its password, and pack the folder with `briefing-desk pack`
packed-link = `{ $entry }` is a link, or another thing that is no file
packed-leads-out = the name `{ $entry }` leads out of the folder that it would be unpacked to
packed-encoding = the name `{ $entry }` is in an encoding that nothing says
packed-twice = two files in it have the name `{ $entry }`
packed-suspect-remedy = Nothing of it was taken: `briefing-desk pack` makes no such file; ask whoever sent it
packed-foreign = `{ $entry }` is no file of a briefing
packed-foreign-near = `{ $near }` may be meant, at the top of the archive; unpack it with another program and pack the folder with `briefing-desk pack`
packed-method = `{ $entry }` is compressed in a way that is not read here
packed-otherwise-remedy = Unpack it with another program and pack the folder with `briefing-desk pack`
packed-broken-entry = `{ $entry }` is damaged: it is not what was packed
packed-absent = is not in the packed briefing
packed-absent-remedy = Put it into the folder and pack that again
# What is packed is only read: $file is its name.
packed-read-only = { $file } is a packed briefing, which is read and not written to. Unpack it with `briefing-desk unpack` and change the folder.

## What the system says of a file or a folder

system-not-found = there is nothing of this name
system-not-allowed = permission denied
system-not-a-folder = a part of its path is not a folder
system-a-folder = it is a folder
system-full = there is no room left on the disk
system-read-only = this disk can only be read
system-there-already = it is there already
system-out-of-reach = it cannot be reached at present
system-no-such-name = nothing can have such a name

## A file as a whole

# $reason is what the system says.
unreadable = cannot be read: { $reason }
unreadable-remedy = Put the file there, or make it readable
leads-out = is a link that leads out of the folder
leads-out-remedy = Put the file itself there
misnamed = is not the name of a file of a briefing
# $name is the name that it must have.
misnamed-remedy = Name it `{ $name }`, or take it out of the folder
no-key = is not named by a key
no-key-remedy = Name it by lower-case letters, digits and single hyphens, such as `au.json`
too-many-files = is one file too many
too-many-files-remedy = Leave { $most } in the folders `roster` and `trade` together
not-a-file = is not a file
not-a-file-remedy = Put a regular file there
too-large = is larger than { $most } MiB
too-large-remedy = Split the briefing
loading-stopped = the loading was stopped
not-utf8 = is not UTF-8 text
not-utf8-remedy = Save it as UTF-8
more = { $count ->
    [one] there is 1 problem
   *[other] there are { $number } problems
} more than the { $listed } listed
more-remedy = Correct these first

## Its text

empty = the file is empty
empty-remedy = Fill it; `briefing-desk new FOLDER` shows how
too-deep = lists or objects are nested deeper than 128 levels
too-deep-remedy = Take some levels away
too-large-a-number = this number is larger than a number can be
# $fault is one of those below.
not-json = this is not valid JSON: { $fault }
json-open-list = the text ends within a list
json-open-object = the text ends within an object
json-open-string = the text ends within a string
json-ends = the text ends where a value must stand
json-colon = a colon must stand here
json-list = a comma or the end of the list must stand here
json-object = a comma or the end of the object must stand here
json-value = this is no value
json-escape = a backslash and what follows it stand for no character
json-number = this is no number
json-control = a line break or another control character stands within a string
json-key = the name of a field must stand here, in quotes
json-comma = a comma stands before the end
json-goes-on = more follows after the end
json-other = something else must stand here
# $meant is a decimal as it has to be written.
not-json-comma = A decimal has a point before its fraction: write { $meant }
not-json-remedy = Correct the text here; a comma, a quote or a bracket is often missing just before
too-long = this text is { $length } bytes long, and more than { $most } cannot be shown
too-long-remedy = Shorten it
correct-value = Correct this value

## The shape of its values

no-such-date = there is no date { $found }
no-such-period = there is no period { $found }
unreal = { $found } cannot stand here
too-small = { $found } is less than { $least }
too-great = { $found } is more than { $most }
too-few = the list is shorter than { $least }
too-many = the list is longer than { $most }
given-twice-field = duplicate field `{ $name }`
given-twice-field-remedy = Remove one of the two
not-a-word = { $found } is not one of the known words
not-a-word-remedy = Write one of { $words }
not-a-word-near = Did you mean { $near }? The words are { $words }
not-a-field = `{ $name }` is not a field of this object
not-a-field-remedy = Remove it, or correct its spelling
not-a-field-near = Did you mean `{ $near }`? Otherwise remove it
missing = the field `{ $name }` is missing
missing-remedy = Add `{ $name }`
# $found and $wanted: a value, or what kind of value, with its article.
wrong-kind = { $found } stands where { $wanted } must
wrong-kind-remedy = Write { $wanted }
wrong-kind-quoted = Write { $wanted }, in quotes so that no digit is lost
blank = a text is needed here, and this is blank
blank-remedy = Write it, or leave out what it belongs to
too-many-digits = { $found } is longer than { $most } characters, and would not be kept to its last digit
too-many-digits-remedy = Write fewer digits
not-a-decimal = { $found } is not a decimal number
# $meant, $one and $other are decimals as they have to be written.
decimal-remedy = Write { $meant }, with a point before the fraction and nothing between thousands
decimal-remedy-either = Write { $one } or { $other }, with a point before the fraction and nothing between thousands
decimal-remedy-none = Write digits, with a point before the fraction and nothing between thousands, such as 12.5
not-so-written = { $found } is not written as this must be
# $pattern is a regular expression.
not-so-written-pattern = Write what matches { $pattern }
not-so-written-remedy = Write { $how }
# How a value is written; in English as the published schema describes it.
how-date = a date as far as it is known, such as `2009`, `2016-03` or `2016-03-14`
how-key = a readable key of lower-case letters, digits and single hyphens, such as `office-2024`
how-locator = paragraph and sentence of the document, both counted from one, such as `4.2`
how-period = a year, such as `2024`, half of one, `2024-H1`, a quarter, `2024-Q3`, a month, `2025-03`, a week, `2024-W14`, a day, `2025-03-14`, or months, weeks or days counted together, such as `2025-01/2025-09` or the fiscal year `2023-04/2024-03`
how-sha256 = a SHA-256 digest as 64 lower-case hexadecimal digits

kind-array = an array
kind-boolean = a boolean
kind-integer = an integer
kind-null = null
kind-number = a number
kind-object = an object
kind-string = a string
either = { $one } or { $other }

## Its references

unknown-format = format { $format } is not known to this version
unknown-format-remedy = Write 1
no-language = no language is named
no-language-remedy = Name at least one, such as "en"
other-document = `{ $key }` is not the source that document.json paraphrases
other-document-remedy = Write `{ $key }`
key-taken = `{ $key }` is already the key of a person, a place, a topic or a state
key-taken-remedy = Choose another key
wrong-range = the range { $start } to { $end } is empty or leaves the document's { $length } characters
wrong-range-remedy = Correct the range
wrong-order = sentence { $at } stands before or within the one above it
wrong-order-remedy = Give the sentences in the order of the document
state-unnamed = this state has no name
state-nowhere = this state has no position
state-by-code-remedy = Write its names and position, or its two letters of ISO 3166 as "alpha2", by which they are filled in
off-the-globe = this position is not on the globe
off-the-globe-remedy = Write degrees north from -90 to 90 and degrees east from -180 to 180
no-series = there is no series
no-series-remedy = Give at least one
too-many-flows = there are { $count } flows, more than the { $most } that a series can have
too-many-flows-remedy = Leave out those without which the others can be understood, or part the series in two
too-large-a-table = { $flows } flows over { $periods } periods are a table of more than { $most } cells
too-large-a-table-remedy = Part the series in two, by its flows or by its periods
too-many-levels = the total that this is a part of is itself a part of a total, more than { $most } times over
too-many-levels-remedy = Name the total above, or leave `of` out
ends-before-it-begins = it ends on { $until }, before it begins on { $from }
ends-before-it-begins-remedy = Correct one of the two dates
no-citation = this states something without a source
no-citation-remedy = Cite at least one source
not-the-document = `{ $key }` is not the document, and only the document has numbered sentences
not-the-document-remedy = Remove `at`
state-differs = the state `{ $key }` is described otherwise in another roster
state-differs-remedy = Describe it once, and leave it out here, or make both alike
# $length and $wanted count characters.
wrong-text-length = the text is { $length } characters long, and its range { $wanted }
wrong-text-hash = the text is not the one whose SHA-256 is given
wrong-text-remedy = Give the sentence exactly as it stands in that range, or leave it out
no-licence = a text stands here, and no licence says that it may
no-licence-remedy = Name the `licence` of the document, or leave the text out
no-sentence = the document has no sentence { $at }
no-sentence-remedy = Correct the place, or add the sentence to document.json
no-name = there is no name in `{ $language }`, the first language of the briefing
no-name-remedy = Add `{ $language }`
merges-in-a-circle = `{ $key }` becomes itself again in the end
merges-in-a-circle-remedy = Break the circle of mergers
two-origins = names a source and an agency whose text it is
no-origin = names neither a source nor an agency whose text it is
origin-remedy = Name the source by its key under `source`, or the agency under `agency`
too-many-origins = the text of `{ $key }` went through more than { $most } other sources
too-many-origins-remedy = Name the source or the agency that it comes from in the end
origin-in-a-circle = `{ $key }` carries its own text in the end
origin-in-a-circle-remedy = Break the circle of origins
key-twice = the key `{ $key }` is given twice
key-twice-remedy = Give each its own key
no-claim = there is no claim `{ $key }`
no-event = there is no event `{ $key }`
no-flow = there is no flow `{ $key }`
no-total = the flow `{ $key }` is no total, so nothing can be a part of it
no-total-remedy = Name a flow whose role is `total`, or leave `of` out
part-of-itself = the flow `{ $key }` is a part of itself
part-of-itself-remedy = Let one of the flows on the way name no total
no-mention = there is no person, place, topic or state `{ $key }`
no-party = there is no party `{ $key }`
no-source = there is no source `{ $key }`
no-state = there is no state `{ $key }`
no-organisation = there is no organisation `{ $key }`
no-region = no state of the roster is in the region `{ $region }`
no-region-remedy = Write a region as the states name it
account-unread = the account of `{ $key }` is said not to have been read
account-unread-remedy = Take the account away here, or `unread` from its party
no-status = there is no status `{ $key }`
dangling-remedy = Correct the key, or add what it names
dangling-near = Did you mean `{ $near }`? Otherwise add it

## How far the loading is

stage-reading = Reading the files
stage-parsing = Taking them apart
stage-resolving = Following the references
stage-preparing = Preparing the tabs

## Why a reader's own copy of the document cannot be attached, and what to do

# $reason is what the system says.
copy-unreadable = { $file } cannot be read: { $reason }. Check that it is there and that you may open it.
copy-not-a-file = { $file } is not a file. Choose the text file with the document.
copy-too-large = The text is larger than { $most } MiB. Choose a file with the document alone.
copy-not-utf8 = Line { $line } is not UTF-8 text. Save it as plain text in UTF-8.
copy-empty = The text is empty. Choose a file with the document in it.
copy-of-another = This is another text: it has no sentence of the { $called }. Choose the { $called } in the wording and the language that the briefing was made from.
copy-is-pdf = This is a PDF. Copy its text into an editor, save it as plain text in UTF-8 and attach that.
copy-is-docx = This is a Word document (DOCX). Save it as plain text in UTF-8 and attach that.
copy-is-doc = This is a document of an older Word (DOC). Save it as plain text in UTF-8 and attach that.
copy-is-opendocument = This is an OpenDocument text (ODT). Save it as plain text in UTF-8 and attach that.
copy-is-rtf = This is rich text (RTF). Save it as plain text in UTF-8 and attach that.
copy-is-epub = This is an e-book (EPUB). Copy its text into an editor, save it as plain text in UTF-8 and attach that.
copy-is-zip = This is an archive (ZIP). Take the document out of it, and attach it as plain text in UTF-8.
copy-is-html = This is a web page (HTML). Save it from the browser as plain text in UTF-8 and attach that.
copy-is-picture = This is a picture. Attach the document as plain text in UTF-8.
