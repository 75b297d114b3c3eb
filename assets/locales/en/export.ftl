### What leaves the program: the names of formats, what every export says of itself, and why one was not made.

format-csv = CSV
format-json = JSON
format-markdown = Markdown
format-xlsx = Excel
format-svg = SVG
format-png = PNG
format-pdf = PDF
format-docx = Word
format-html = Web page
format-csl-json = CSL-JSON
format-ris = RIS
format-bibtex = BibTeX
format-ics = iCalendar

# Above the rows of a CSV file, when some cells were made harmless for spreadsheets.
csv-guarded = cells that began like a formula and have an apostrophe in front: { $cells }

## The second sheet of a workbook: what the table is.

sheet-data = Data
sheet-about = About
sheet-title = Title
sheet-briefing = Briefing
sheet-digest = Briefing SHA-256
sheet-made = Made
sheet-note = Note
sheet-column = Column { $title }
sheet-source = Source { $key }
sheet-dates = dates known only to the month or the year, or before March 1900, which are text: { $cells }
sheet-numbers = numbers of more than { $digits } digits, which are text: { $cells }

## The lines above a table, in CSV and Markdown.

about-title = { $briefing }: { $title }
about-digest = briefing sha256: { $digest }
about-made = made: { $made }
# One of the controls of the window, and how it is set.
about-fact = { $name }: { $value }
about-source = source { $key }: { $source }
source = { $publisher }, { $title }, { $address }
source-without-address = { $publisher }, { $title }, address not known
# $source is one of these two.
source-text-of = { $source }, text of { $origin }
source-archived = { $source }, archived { $date } at { $address }

## Why an export was not made.

no-such-format = `{ $format }` is not a format of { $subject }: write one of { $known }
too-many-rows = a workbook has 1 048 575 rows below its head and the table { $rows }: filter it, or write csv or json
text-too-long = a workbook's cell holds { $most } characters and the text `{ $begins }…` has { $length }: write csv or json, which hold all of it
workbook = the workbook could not be made: { $reason }. Write csv or json
# $reason is what whatever wrote it says.
not-carried = the page cannot carry its briefing: { $reason }
given-up = the export was given up: { $reason }. Another format may do
no-series = the briefing has no series of trade: add one to trade.json, or export something else
no-organisation = the briefing has no organisation: add roster.json, or export something else
no-meeting = the briefing has no meeting: add meeting.json, or export something else
no-claims = the briefing has no claims: add one to claims.json, or export something else
pages = the pages could not be written: { $reason }. Export the brief as Markdown, and report this
pages-no-room = a page has no room
pages-no-font = a bundled font cannot be read
not-drawn = the picture could not be drawn: { $reason }; export it as SVG, or at a smaller scale
not-drawn-size = { $width } by { $height } pixels
cancelled = the export was cancelled; nothing was written
wrong-epoch = SOURCE_DATE_EPOCH is `{ $given }`: write whole seconds since 1970, such as 1735689600, or leave it out

## Why the template of a document was not taken, and what of one was not.

# $what and $remedy are two of those below.
template = the template { $file } { $what }; nothing was written. { $remedy }
template-unreadable = cannot be read: { $reason }
template-not-a-file = is a folder, or no file
template-not-word = is no document of Word
template-old = is a document of a Word before 2007
template-encrypted = is locked with a password
template-strict = is saved as Strict Open XML Document
template-broken = is damaged: { $part } cannot be read
template-large = is larger than a template can be, packed or unpacked
template-leads-out = has a part whose name leads out of it: { $part }
template-name-remedy = Name a file that Word has saved as .docx or .dotx
template-save-remedy = Open it in Word and save it as Word Document (.docx)
template-encrypted-remedy = Open it, take the password away and save it as .docx
template-broken-remedy = Open it in Word, save it under another name and give that
template-large-remedy = Leave in it only styles, head and foot
template-suspect-remedy = No program of an office makes such a file: ask for it from whom it came
# $left is a list of the two below.
template-left = not taken from the template: { $left }
template-left-macros = its macros
template-left-references = { $count ->
    [one] { $count }{"\u00A0"}reference or field in its heads and feet that leads out of it
   *[other] { $count }{"\u00A0"}references and fields in its heads and feet that lead out of it
}

## Why a file was not written, and what is there now.

not-written-old = { $path } was not written: { $fault }. The file that was there is as it was
not-written-none = { $path } was not written: { $fault }. No file was made
not-written = { $path } was not written: { $fault }.
fault-no-folder = there is no such folder. Make it, or choose another one
fault-is-folder = a folder has this name. Choose another name
fault-dead-link = it is a link to something that is not there. Remove the link, or choose another name
fault-not-allowed = you are not allowed to write here. Choose another folder, or change who may write to this one
fault-read-only = this disk can only be read. Choose a folder on another one
fault-full = there is no room left on the disk. Make some, or choose a folder on another one
fault-cancelled = it was cancelled
# Beside a table, where what it is belongs.
fault-foreign = it describes the table and was not made by an export. Move it, choose another name for the table, or put the notes above the rows
fault-other = { $reason }. Choose another place to write to

## Why a briefing was not packed, or not unpacked.

not-packed = The briefing was not packed: { $what }. { $remedy }.
unpacked-already = { $path } is a folder: there is nothing to unpack. Name a packed briefing.
folder-there = There is something called { $path } already, which stays as it is. Name a folder that is not there yet with -o.

## Why a new folder was not filled.

folder-not-empty = { $folder } is not empty. Name a folder that is empty or not there yet
folder-not-folder = { $folder } is not a folder. Name a folder that is empty or not there yet
# It was written by the program and by somebody else since.
file-changed = { $path } has changed since and stays as it is
folder-unusable = { $path }: { $reason }. Choose another place to write to

## Before a file is written: characters that no font has.

lacking = no installed font has { $count ->
    [one] one{"\u00A0"}character
   *[other] { $count }{"\u00A0"}characters
} of this, which will be boxes: { $parts }
lacking-family = { $characters } (install { $family }, on Debian the package { $package })
lacking-unknown = { $characters } (of no script that Unicode knows)
