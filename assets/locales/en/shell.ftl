### The frame around the tabs: their names, the status bar, the list of keys, what came of something.

tab-summary = Summary
tab-members = Members
tab-trade = Trade
tab-sources = Sources & checks

# What an action does and the keys that do it, as a tooltip: Export (Ctrl+E).
with-keys = { $does } ({ $keys })

theme = Theme
menu = Menu
# What a secondary click opens, for a screen reader.
context-menu = What can be done with it
# The window for a screen reader; $name is what is open.
window = { $name } – Briefing Desk

# The parts of the window, as the key names them that goes from one to the next.
region-bar = Top bar
region-tabs = Tabs
region-page = Page
region-chart = Chart
region-table = Table
region-inspector = Inspector
region-status = Status bar

inspector-close = Close the inspector

# The status bar.
keys-link = F1 keys
keys-show = Show the keys
zoom = { $percent }{"\u00A0"}%
zoom-reset = Zoom: back to 100 %
source-unchanged = Source text unchanged
source-agrees = All sentences agree
source-differs = Source differs in { $count }{"\u00A0"}{ $count ->
    [one] sentence
   *[other] sentences
}
digest-of-briefing = Briefing

# What a tab says of itself: how long the document is, when it was published, how far the tab's data reach.
sentences = { $count }{"\u00A0"}{ $count ->
    [one] sentence
   *[other] sentences
}
published = published { $day }
published-note = published { $day } ({ $note })
evidence-checked = Evidence checked on { $day }

# The badge of a tab, spoken.
checks-fail = { $count }{"\u00A0"}{ $count ->
    [one] check fails
   *[other] checks fail
}
checks-warn = { $count }{"\u00A0"}{ $count ->
    [one] check warns
   *[other] checks warn
}

# The list of keys.
keys = Keys
keys-in-table = In a table
keys-in-chart = In a chart
keys-in-sentences = In the sentences of a new briefing
keys-in-suggestions = In the suggestions
key-tab = Tab
key-tab-does = Next control
key-enter = Enter
key-enter-does = Press, or open in the inspector
key-letters = Letters
key-letters-does = In a table, to a name

# The find bar.
find-in-summary = Find in the summary
no-match = no match
match-of = { $index } of { $total }
previous-match = Previous match
next-match = Next match
close-find = Close the find bar

# What came of something.
close-message = Close the message
show-folder = Open folder
# Takes back what was just written.
undo-written = Undo
copied = Copied.
copied-picture = Copied as a picture.
written = { $file } is written.
# Of a table with what it is in a file beside it.
written-both = { $file } is written, and what it is in { $beside }.
attached = { $file } is attached: { $agreeing } of { $all } { $all ->
    [one] sentence agrees
   *[other] sentences agree
}.
attached-changed = { $file } has changed since it was attached. Attach it again to use it.
attached-unused = The attached text is not used: { $why }
folder-not-shown = { $folder } could not be shown: { $why }. Open it yourself.
file-not-edited = { $file } could not be handed to an editor: { $why }. Open it yourself.

# What a secondary click on a statement offers.
copy-with-citation = Copy with citation
copy-as-markdown = Copy as Markdown
# What was still the example's went. $files are the files that changed, $left the $count fields that still say what it said.
taken-out = { $count ->
    [0] The example was taken out of { $files }.
   *[other] The example was taken out of { $files }. Yet to be said in your words: { $left }.
}
