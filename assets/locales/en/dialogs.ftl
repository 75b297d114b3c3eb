### The dialogs that ask for a briefing or for a copy of its document, and what is said while a briefing is loaded.

cancel = Cancel
# $said is a message without its full stop.
sentence = { $said }.

open = Open a briefing
open-why = A folder with the JSON files of a briefing, or the file that it was packed to. What is open stays open until it is loaded. You can also drop either on the window.
open-hint = Path of a folder or of a packed briefing
open-field = Path of the folder or of the packed briefing
open-take = Open
open-choose = Choose a folder…
open-choose-file = Choose a file…
open-nothing = Nothing was chosen. You can also type its path.
opened-before = Opened before
open-another = Open another briefing

# The menu under the name of the open briefing, for a screen reader.
briefing-menu = Briefing: { $name }

# A folder by its name and that of the one it is in.
folder-in = { $own } in { $parent }
# A briefing opened before, where another has the same name; $place is its folder as above.
briefing-in = { $title } · { $place }

# $called is what the briefing calls its document, such as "article".
attach = Attach your copy of the { $called }
attach-why = It is read from your disk, held against the stored hash of each sentence, and never copied or sent. You can also drop the file on the window.
attach-hint = Path of a text file
attach-field = Path of your copy
attach-take = Attach
attach-choose = Choose a file…
attach-nothing = No file was chosen. You can also type its path.

loading = Loading
loading-stage = { $stage }: { $folder }

broken = { $folder } cannot be opened
broken-problems = { $folder } cannot be opened: { $count }{"\u00A0"}{ $count ->
    [one] problem
   *[other] problems
}
broken-since = { $folder } has changed: { $count }{"\u00A0"}{ $count ->
    [one] problem
   *[other] problems
}
broken-close = Close the problems
broken-again = Try again
broken-kept = The last good state is shown.
broken-stays = What was open stays open.
edit = Open in editor
edit-at = { $file }, line { $line }
