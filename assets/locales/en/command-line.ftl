### The help and the messages of the command line. Names in capitals and words after hyphens are typed as they are.

about = Read a diplomatic briefing: what happened, who belongs to what, what was traded, and where each figure comes from
briefing-to-open = The folder of the briefing to open, or the file that it was packed to; without one, what was open last, else the bundled briefing
view = What to show in it: a link, as “Copy link” gives it
briefing = The folder of the briefing, or the file that it was packed to; without one, the bundled briefing

screenshots = Open the window, walk every tab in both themes, save a PNG of each, leave
screenshots-folder = The folder for the pictures; it is made if need be
export = Write what the window shows as a file, with the filters of the window as options
export-what = What to write
export-format = The format to write it in
export-output = The file to write; without one, or as “-”, standard output
check = Say what is wrong with the files of a briefing, or what the checks find in it
check-format = For people or for programs
check-acknowledge = Write into the briefing that the findings with these ids are known and stay
check-reason = Why it stays
schema = Print the JSON Schema (2020-12) of a briefing, of one of its files, or of an exported table
schema-part = The file, without `.json`, or `export-table`, which is what `export --format json` writes; without one, all files as fields of one object
new = Write a small starter briefing that opens as it is and explains each file, or a briefing of a document
new-folder = A folder that is empty or not there yet
new-empty = Begin with nothing in it: the files with their schemas, and no example
new-like = Begin with the organisations of another briefing, their statuses, states and spells, and the sources of these
untitled = Untitled briefing
fill = Write into the files what the program fills in of itself: what it knows of a state by its code, and its sources
fill-folder = The folder of the briefing
filled = Filled in { $places } { $places ->
    [one] place
   *[other] places
} of { $files }
filled-nothing = Nothing to fill in
fill-without = First take out what is still the example’s that `new` wrote and that nothing of yours rests on
# $files are names of files that went.
without-files = Of the example went { $files }
# $entries is how many entries of lists went.
without-entries = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of the example went from files that stay
# $fields are fields, each with its file in front.
without-left = Still as the example says it, for you to say: { $fields }
without-nothing = Nothing of the example is to be taken out
suggest = Say what the document says that the briefing does not have yet: figures, rates, dates, quotations, people, states, places, lists
suggest-take = Take a suggestion by its id, and write it into the files; several at once
suggested = { $count ->
    [one] 1 suggestion
   *[other] { $count } suggestions
}. Take one with --take ID; --format json says what each writes.
nothing-suggested = Nothing to suggest.
untold = { $count ->
    [one] Of 1 sentence
   *[other] Of { $count } sentences
} nothing can be suggested yet: the words of the document are not kept here. Write the paraphrases, or put its text beside the briefing as document.txt.
no-suggestion = There is no suggestion { $id }.
no-suggestion-near = There is no suggestion { $id }. Did you mean { $near }?
guide = Print how to make a briefing, on one page of Markdown, for a person or an assistant
new-from = The document: DOCX, PDF, a saved page, Markdown or plain text
new-text = Where the text of the document goes: into `document.txt` beside the briefing, or nowhere; then no word of it is kept

pack = Make one file of a briefing, to be handed on and opened like its folder
pack-output = The file to write, such as `talks.briefing`; “-” is standard output
pack-left = { $count ->
    [one] { $names } lies beside the briefing and is not in the file
   *[other] { $names } lie beside the briefing and are not in the file
}
# $names are the first of them, $number is how many there are besides.
pack-left-more = { $names } and { $number } more lie beside the briefing and are not in the file
unpack = Make a folder again of a packed briefing
unpack-file = The packed briefing
unpack-output = A folder that is not there yet; without one, named like the file, in the current folder
unpack-where = Name the folder to unpack to with -o: the file has no ending to leave out

import = Bring tables, or a newer edition of the document, into a briefing, or say what that would do
import-folder = The folder of the briefing
import-dry-run = Say what would be done and write nothing
# $option is typed as it is.
import-no-pair = { $option } takes NAME=VALUE, and “{ $given }” has no =

## What stands around that.

# $usage is how the command is typed.
usage = Usage: { $usage }
commands = Commands:
arguments = Arguments:
options = Options:
help-command = Print this message or the help of a command
help-flag = Print help
version-flag = Print version
with-usual = { $does } [default: { $usual }]
with-known = { $does } [possible values: { $known }]
with-both = { $does } [default: { $usual }] [possible values: { $known }]

## The options of an export; each begins with what it belongs to.

option-notes = CSV: what the table is and its sources, in a file beside it (OUTPUT-metadata.json; none on standard output), or in lines above it that begin with #
option-bom = CSV: begin with a byte-order mark, by which older spreadsheets know UTF-8
option-organisation = The organisation, by its key, where the briefing has several: the first if none is given
option-series = The series of figures, by its key: the first if none is given
option-beside = A series to lay beside it, by its key, where unit and kind of period agree
option-search = Roster and checks: text that a row must contain, whatever its case and accents
option-status = Roster: a status to keep; can be given several times
option-region = Roster: a region to keep; can be given several times
option-sort = Roster: the column to sort by, with :desc for the largest first
option-as-of = Roster: the day; without one, the day of the document
option-edition = Roster: the list as it was printed, or corrected
option-measure = Trade: what is measured
option-layer = Trade: article for what the article prints, all for the context as well; without one, all
option-periods = Trade: what the columns are, such as years, quarters or months; without one, what the series is shown by first
option-from = Trade: where the columns begin, such as 2024, 2024-Q3 or 2024-05
option-to = Trade: where the columns end
option-theme = Picture: the light theme, the dark theme, or ink on white paper
option-scale = PNG: pixels for each point
option-chart = Chart: bars side by side, stacked on each other, or lines
option-bare = Chart: leave out events, growth between two years, the forecast and claims
option-about = Claims: a person, place, topic or state that a claim must speak of; can be given several times
option-verdict = Claims: a verdict to keep; can be given several times
option-outcome = Checks: an outcome to keep; can be given several times
option-extent = Brief: one page, or all of it
option-paper = Brief: the paper it is printed on
option-template = Word: a document of your house (.docx or .dotx) whose styles, heads, feet and pages are taken
option-address = Page: the web address it will have, for what it says of itself to others
option-with-briefing = Page: carry the whole briefing, so that the page opens at any desk

## Arguments that cannot be understood.

wrong-use = error: { $what }
unknown-argument = unexpected argument { $argument }
unknown-command = there is no command { $command }
missing-command = a command is missing, one of { $known }
missing-arguments = required arguments are missing: { $arguments }
given-twice = { $argument } is given more than once
not-together = { $one } cannot be used with { $other }
no-value-wanted = { $argument } takes no such value: { $value }
value-missing = { $argument } needs a value
value-missing-known = { $argument } needs a value, one of { $known }
wrong-value = invalid value { $value } for { $argument }
wrong-value-known = invalid value { $value } for { $argument }: it is one of { $known }
not-understood = the arguments cannot be understood
perhaps-meant = Perhaps meant: { $near }
# $flag is typed as it is.
more-help = For more, try { $flag }.

## What went wrong.

no-display = there is no display to open a window on. `briefing-desk screenshots FOLDER` under a virtual display, such as `xvfb-run -a`, needs none
# $reason is what the system says.
no-graphics = the window could not be opened: { $reason }. With old or missing graphics drivers, try LIBGL_ALWAYS_SOFTWARE=1
not-made = { $path }: { $reason }. Choose a folder that can be written to
# $reason is what the system says.
display-silent = the display does not answer: { $reason }. See that DISPLAY or WAYLAND_DISPLAY names one that is running
# $variable is the name of the variable, $given what it was set to.
no-scale = { $variable } is “{ $given }”, which is no scale. Set it to a number from { $least } to { $most }, or not at all
# $reason is what whatever ended it says.
window-lost = the window could not be kept open: { $reason }. It can be opened again
display-lost = the connection to the display has ended
fault = a fault of the program: { $reason }. Please report it
window-closed = the window was closed before every picture was taken

# $option is one such as `bom`; $home is one of the four below.
foreign = --{ $option } means nothing for this export: it belongs to { $home }. Leave it out
home = { $what } and { $format }
home-what = --what { $subjects }
home-format = --format { $formats }
# Between the last two of several: `roster or trade`.
or = { $first } or { $second }
terminal = a terminal cannot show { $format }: name a file with -o, or send the output on to another program
no-command = there is no folder and no command `{ $given }`: did you mean `{ $near }`?
standard-output = standard output: { $reason }. Choose another place to write to
