### The dialog that brings a file into the open briefing.

title = Import
why = Figures, members, sources, a check sheet, or a newer edition of the document. What it would do is shown before anything is written. You can also drop the file on the window.
path = Path of the file
hint = Path of a table, of references, or of a newer edition
look = Look at it
choose = Choose a file…
nothing-chosen = Nothing was chosen. You can also type its path.
# What a screen reader calls the choice between the kinds of files.
kind = What it is of
columns = Columns
# What a column is taken as that is not read.
left = left
# $head is the head of a column.
taken-as = “{ $head }” is taken as
names = Names that nobody knows
names-hint = A state’s name, its code or its key in the briefing
# $name is a name of the table.
meant-by = Who is meant by “{ $name }”
options = Where the file does not say
# Of several values the one that the program finds.
found-out = found out
preview = What it would do
looking = Looking at it
writing = Writing it
import = Import
# $said is what is added or changed.
by-row = { $said } (row { $row })
# $option is what an option is called.
no-value = { $option } cannot be “{ $value }”.
otherwise = The file or the briefing has changed meanwhile. Nothing was written: look at it once more.
given-up = It was given up; the log says why. Nothing was written.
done = Imported: { $files }
# What was imported was undone. $files are names of files.
taken-back = Undone: { $files }
# $why is what stands in the way.
not-taken-back = Nothing was undone: { $why }.
given-up-taking = It was given up; the log says why. See whether the files are as they were.
