### The dialog in which a briefing is begun, of a document or empty.

title = New briefing
# The steps, in a strip above.
steps = Steps
step-document = Document
step-sentences = Sentences
sentences-keys = J joins with the next, S splits at the mark, ← and → move it, Enter finds the sentence right, N goes to the next doubtful one, Ctrl+Z undoes.
step-about = About it
step-folder = Folder
# A step in the strip, as it is heard. $number is its place.
step-heard = Step { $number }: { $step }

back = Back
next = Next
make = Make the briefing
cancel = Cancel
stop = Stop
begin-anew = Begin anew

## Document

how = What it is begun from
how-file = A file
how-text = Pasted text
how-edition = A newer edition
how-like = Another briefing
how-nothing = Nothing yet
how-starter = An example
file-why = A document of Word, a PDF whose letters can be selected, a saved page, Markdown or plain text in any encoding. It is read from your disk and never sent. You can also drop it on the window.
# Of a briefing that is open.
edition-why = A newer edition of the document of the open briefing. All that was written of its sentences stays; what moved, changed or went is shown before anything is written.
edition-hint = Path of the newer edition
like-why = The organisations of another briefing, with their statuses, states and spells and the sources of these; nothing of its document.
like-field = Path of the other briefing
like-hint = Path of a folder or of a packed briefing
no-like-typed = Give the other briefing first
starter-why = A small briefing of an invented meeting that opens as it is and explains each file. Its entries are yours to replace.
file-hint = Path of the document
file-field = Path of the document
file-choose = Choose a file…
file-nothing = Nothing was chosen. You can also type its path.
text-why = The text itself, a paragraph a line. What it is and where it is from is asked later.
text-field = Text of the document
text-hint = Paste the text here
# $most is a number of characters.
text-too-long = The field takes { $most } characters. Save a longer text as a file and give that.
nothing-why = A briefing with nothing in it. Tables are brought into it afterwards, and so is whatever you write into its files.
reading = Reading { $name }
reading-text = Reading the text
# $file is its name, $sentences a message.
read = { $file }: { $sentences }
read-text = Pasted text: { $sentences }
nothing-typed = Paste a text first
no-file-typed = Give a file first

## Sentences

# Behind the encoding that a text was read in.
encoding-guessed = The text says none: this is a guess. Choose another where its letters are wrong.

sentences = Sentences
# $count sentences, $doubts of them to be looked at.
counted = { $count ->
    [one] 1 sentence
   *[other] { $count } sentences
}, { $doubts ->
    [0] none of them doubtful
    [one] 1 of them doubtful
   *[other] { $doubts } of them doubtful
}
# $at is paragraph and sentence, such as 4.2.
row-heard = { $at }: { $text }
row-heard-doubtful = { $at }, doubtful: { $text }
doubtful = Is it one sentence, and whole?
paragraph = Paragraph { $number }
paragraph-heard = Paragraph { $number } in full
# Where the sentence would be split: before a word.
caret = It would be split before “{ $word }”
join = Join with the next
split = Split here
settle = It is right
next-doubtful = Next doubtful
undo = Undo
not-taken = Not taken: { $what }
comments = { $count ->
    [one] Kept as evidence: 1 comment in its margin
   *[other] Kept as evidence: { $count } comments in its margin
}
comment = { $author }: { $text }
comment-nobody = Comment: { $text }
cannot-join = What follows is another paragraph
cannot-split = Choose a word within the sentence first

## About it

about-why = As the file says it, as far as it does. What is left empty is not known.
about-name-why = What the briefing is called.
about-title = Title
about-publisher = Publisher
about-author = Author
about-published = Published
about-language = Language
about-address = Address
about-published-hint = 14 Jul 2025, or the month or the year alone
about-language-hint = en, ru, zh, …
wrong-published = “{ $typed }” is no day. Write it as 2025-07-14, or leave it empty
wrong-language = “{ $typed }” is no language. Write its tag, such as en, or leave it empty

## Folder

folder-why = A folder that is empty or not there yet. All files are written into it, or none.
folder-field = Folder of the briefing
folder-choose = Choose a folder…
keep = The text of the document
keep-beside = Beside the briefing
keep-beside-does = It stands in document.txt, is attached at once, and its sentences begin as their own words. For a text that you may hand on.
keep-nowhere = Nowhere
keep-nowhere-does = Only places, lengths and hashes are kept. Your own copy of it can be attached, and stays where it is.
# $files are names of files.
writes = Written: { $files }
no-folder = Give a folder first
making = Making the briefing
made = { $count ->
    [one] 1 file is written to { $folder }
   *[other] { $count } files are written to { $folder }
}
stopped = It was given up for a fault in the program. Nothing was written
