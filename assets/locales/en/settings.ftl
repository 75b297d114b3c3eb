### The settings.

head = Settings
look = Look
theme = Theme
system = As the system
light = Light
dark = Dark
contrast-light = High contrast light
contrast-dark = High contrast dark
zoom = Zoom
smaller = Smaller
larger = Larger
still = Less motion
still-does = What is scrolled to is there at once
numbers = Language and numbers
digits = Digits
dates = Dates
second-names = Second line of names
second-names-does = Names in the other languages of the briefing
reading = Reading
reopen = Open the last briefing again
reopen-does = When the program is opened without one, as it was left
files = Files
file = Settings are kept in
no-file = Settings are not kept: the system names no folder for them
undo = Undo
set-aside = The settings could not be read. The file is now { $file }; all is as at first.
