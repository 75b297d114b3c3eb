### The dialog that exports what the tabs show.

title = Export
from-this-tab = From this tab
from-other-tabs = From other tabs
preview = Preview
# What a screen reader calls the preview; $extent is its lines or pixels.
preview-name = Preview, { $extent }
preview-rest = and { $count } more
# The rows of the table in the preview, for a screen reader.
first-rows = First rows
# Unfolds what a table says of itself; $count is how many lines that is.
about = What it is and its sources, { $count }{"\u00A0"}{ $count ->
    [one] line
   *[other] lines
}
page-of = Page { $page } of { $pages }
# A long page for a browser is looked at in pieces.
piece-of = Part { $piece } of { $pieces }
previous-page = Previous page
next-page = Next page
zoom-width = Width
zoom-whole = Whole page
word-note = Word ends its pages itself, and makes notes of citations.
browser-note = As by day; what is folded, filtered and pointed at is in the file.
making = Making it
writing = Writing it
path = Path of the file
save = Save
choose = Choose a place…
copy = Copy
print = Print…
print-about = Opens the pages as PDF in the program that shows such files, which prints them.
send = Send…
send-about = Writes the whole briefing into the folder above, and shows it there.
send-page = As a page that opens in any browser
send-file = As a file that opens in Briefing Desk
cancel = Cancel
# Of a table saved with notes beside it; $beside is the file that they are written to.
beside = What it is and its sources: { $beside }, beside it
# Of a page that will have an address; $beside is the picture.
beside-preview = The picture by which links to it are shown: { $beside }, beside it
exists = { $file } is there already.
replace = Replace it
keep = Keep it
exists-both = { $file } and { $beside } are there already.
replace-both = Replace both
keep-both = Keep both

## What can leave, and what is in it.

brief = The whole briefing
brief-note = All tabs for print, with the roster and the figures as they are on the screen.
meeting = The meeting as a table
meeting-note = People, places, topics, dates, accounts and open questions, whatever is chosen among them.
dates = Dates for a calendar
dates-note = The meeting and what came before and after it, where the day is known.
members = Members as a table
members-note = The rows on the screen in their order, with every column, those that are hidden too.
map = Members on the map
map-note = The marks on the screen; the size of the window does not matter.
trade = Trade as a table
trade-note = The years, measure and layer on the screen, each figure with its sources.
chart = Trade as a chart
chart-note = The chart on the screen; the size of the window does not matter.
claims = Claims as a table
claims-note = The claims on the screen, each with its verdict and evidence.
checks = Checks as a table
checks-note = The findings on the screen, notes that are folded too.
sources = Sources as a table
sources-note = Every source, with what was read in it.
references = Sources as references
references-note = Every source, for programs that keep literature, such as Zotero.

## What can be chosen.

notes-beside = Notes beside it
notes-lines = Notes above the rows
byte-order-mark = Byte-order mark, for older spreadsheets
density = { $pixels }×
extent-short = One page
extent-full = All of it
paper-a4 = A4
paper-letter = US Letter
template = Template of Word
template-hint = Template, such as letter.docx
template-choose = Choose…
address = Address of the page on the web
address-hint = Address on the web, if it has one
no-address = “{ $typed }” is no address for a page: type { $known }, or nothing
with-briefing = With the briefing in it, to open here
theme-light = Light
theme-dark = Dark
theme-print = Print

## How much there is of it. No-break spaces stand between numbers and their units.

extent = { $extent }, { $size }
lines = { $count }{"\u00A0"}{ $count ->
    [one] line
   *[other] lines
}
rows = { $count }{"\u00A0"}{ $count ->
    [one] row
   *[other] rows
}
pages = { $count }{"\u00A0"}{ $count ->
    [one] page
   *[other] pages
}
# Of a document that Word divides into pages.
pages-about = about { $count }{"\u00A0"}{ $count ->
    [one] page
   *[other] pages
}
# Of a page for a browser.
miniature = in miniature
pixels = { $width } × { $height } pixels
bytes = { $count }{"\u00A0"}{ $count ->
    [one] byte
   *[other] bytes
}
kilobytes = { $size }{"\u00A0"}kB
megabytes = { $size }{"\u00A0"}MB

## What went wrong.

no-picture = There is no picture on this tab to copy.
no-place = No place was chosen. You can also type the path.
not-printed = { $file } could not be opened: { $why }. Save the PDF and print it yourself.
no-room-to-print = The PDF could not be handed over: { $why }. Save it and print it yourself.
stopped = It stopped before its end. Try again.
picture-unreadable = The picture cannot be shown: { $reason }.

# What is chosen by buttons beside each other, for a screen reader.
heard-what = What is exported
heard-format = Format
heard-notes = Notes
heard-theme = Theme
heard-density = Resolution
heard-extent = Length
heard-paper = Paper
heard-zoom = Size of the pages
