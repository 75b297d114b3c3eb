### Documents that briefings are made of: what is wrong with a file, what is not taken of it, and what is made of it. What is
### wrong begins in lower case and has no full stop, what to do begins with a capital and has none either.

## Kinds of files

format-plain = plain text
format-markdown = Markdown
format-html = a web page
format-mhtml = a web page saved as one file (MHTML)
format-docx = a document of Word
format-pdf = a PDF

## What is wrong with a file

not-a-file-remedy = Give the file of the document
too-large-remedy = Take the part of it that the briefing is about
# $most is in MiB.
too-long = has more than { $most } MiB of text
too-large-page = has more elements than a page that is read
# $most is how many places there are in a document.
too-many-blocks = has more than { $most } paragraphs
no-words = has no text in it
no-words-remedy = See whether it is the right file, and whether its text is a picture
# $what lists what is in the file, such as tables.
only-left = has no text but what is not taken: { $what }
only-left-remedy = Give the text of it as plain text; where it is a picture, have it recognised first
broken = is broken and cannot be read to its end
broken-remedy = Open it where it was made and save it again
broken-text-remedy = Save it as plain text
foreign-remedy = Save it as DOCX, PDF, HTML, Markdown or plain text
is-doc = is a document of an older Word (DOC)
is-opendocument = is a document of LibreOffice (ODT)
is-rtf = is a document in RTF
is-webarchive = is a web page as Safari saves it (webarchive)
is-mail = is a message of e-mail whose text is encoded or in parts (EML)
is-mail-remedy = Open it where it came from and save its text as plain text, or print it to a PDF
is-epub = is a book in EPUB
is-zip = is an archive and no document
is-zip-remedy = Unpack it and give the document in it
is-picture = is a picture, in which there is no text to read
is-picture-remedy = Have its text recognised first, or type it off
is-scan = has only pictures of its pages, and no text to read
# A PDF may be encrypted though it opens without a password.
is-locked = is encrypted
is-locked-remedy = Open it in a browser and print it to a new PDF
no-letters = does not say which letters most of its text has
no-letters-remedy = Have its text recognised first, or type it off

## What is in a file and not taken

left-table = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
left-picture = { $count ->
    [one] 1 picture, with its caption
   *[other] { $count } pictures, with their captions
}
left-image = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
}
left-text-box = { $count ->
    [one] 1 text box
   *[other] { $count } text boxes
}
left-object = { $count ->
    [one] 1 chart, formula or other object
   *[other] { $count } charts, formulas or other objects
}
left-recording = { $count ->
    [one] 1 film, recording or frame of another page
   *[other] { $count } films, recordings or frames of other pages
}
left-code = { $count ->
    [one] 1 block of code
   *[other] { $count } blocks of code
}
left-form = { $count ->
    [one] 1 form
   *[other] { $count } forms
}
left-running-head = { $count ->
    [one] 1 running head or foot
   *[other] { $count } running heads and feet
}
left-deletion = { $count ->
    [one] 1 tracked deletion
   *[other] { $count } tracked deletions
}
left-struck = { $count ->
    [one] 1 text that is struck out
   *[other] { $count } texts that are struck out
}
left-hidden = { $count ->
    [one] 1 hidden text
   *[other] { $count } hidden texts
}
left-note-mark = { $count ->
    [one] 1 raised mark of a note
   *[other] { $count } raised marks of notes
}
left-number = { $count ->
    [one] 1 number of a list
   *[other] { $count } numbers of lists
}
left-inserted = { $count ->
    [one] 1 document within the document
   *[other] { $count } documents within the document
}
left-quoted = { $count ->
    [one] 1 quoted line of an earlier message
   *[other] { $count } quoted lines of earlier messages
}
left-letterhead = { $count ->
    [one] 1 head or signature of a message
   *[other] { $count } heads and signatures of messages
}
# $first and $last are numbers of pages, $count how many they are.
left-pages = { $count ->
    [one] page { $first }, which has no text
   *[other] pages { $first } to { $last }, which have no text
}
left-furniture = { $count ->
    [one] 1 text around the document, such as a menu or a list of contents
   *[other] { $count } texts around the document, such as menus and lists of contents
}
left-invisible = { $count ->
    [one] 1 character that is not to be seen
   *[other] { $count } characters that are not to be seen
}
left-unreadable = { $count ->
    [one] 1 character for which the file gives no letter
   *[other] { $count } characters for which the file gives no letter
}
# What there is of a kind, and the first words of some of it.
left-begins = { $what } ({ $begins })
left-beginning = “{ $text } …”

## What a reader should know of it

is-part = The page says that not all of it is free to read, so this may be its beginning and no more. See whether it goes on where its text ends here.
language-unknown = Its language is none of those that are known by their words, so its sentences were parted as those of English and it is noted as English. { $surface ->
    [window] Type the tag of its language under “Language”.
   *[terminal] Write the tag of its language under “languages” in briefing.json.
}

## A newer edition

no-document = is not there: the briefing was made of no document
no-document-remedy = { $surface ->
    [window] Begin one of the document with “New briefing…”
   *[terminal] Begin one of the document: briefing-desk new FOLDER --from FILE
}
# Each is a count.
edition = Sentences: { $kept } as they were, { $moved } moved, { $changed } changed, { $went } gone, { $new } new.
fate-at = { $at }: { $label }
fate-from-to = { $from } → { $to }: { $label }
# $what is what cites the sentence, by its key or its words.
cited-whole = { $file }, “{ $what }” cited { $at }, which is gone: it now cites the document as a whole.
cited-taken-out = { $file }, “{ $what }” was printed in { $at }, which is gone: it is taken out.
cited-stays = { $file }, “{ $what }” is acknowledged for { $at }, which is gone: it stays.
edition-unknown = What the sentences said before is not known, so one that changed is told as gone and new. { $surface ->
    [window] Give the path of the older edition under “Older edition”.
   *[terminal] Give the older edition: --was FILE.
}

# A file, what kind of document it is, and how many sentences it has.
facts = { $file }: { $name }, { $sentences } sentences
# $encoding is its name.
guessed = It says no encoding and was read as { $encoding }, which is a guess. { $surface ->
    [window] Choose another under “Encoding” where its letters are wrong.
   *[terminal] Where its letters are wrong give another: --encoding NAME.
}

## What is made of it

inferred = inferred
begun-on = day on which this was begun
# Nothing tells of which day a document is, and what is made of that.
no-day = It says nowhere of which day it is: “today” in it is taken to be the day of making this. { $surface ->
    [window] Give its day under “Published”.
   *[terminal] Set `as_of` in briefing.json, without which days such as “yesterday” cannot be told.
}
# $day is what was made out.
day-inferred = It says nowhere of which day it is: { $day } was made out. { $surface ->
    [window] Give another under “Published” where that is wrong.
   *[terminal] Set `as_of` in briefing.json where that is wrong.
}
# What is made of a sentence that reviewers commented on, in few words and in more.
commented = commented on
commented-on = Reviewers commented on it. Nobody has verified it yet.
comments-in = [Comments in { $file }]
# Of a person: their part in what the document tells.
named-part = named
# Of a place: the same, as a heading.
named-place = Named
place-unknown = Place not known
# Of a claim that nobody has looked into: in about five words, and in full.
not-looked-at = not looked at yet
not-looked-at-reason = Nothing has been read about it yet.
sentence-at = Sentence { $at }
# $sentences and $notes are counts; a footnote has a sentence at least.
made = { $sentences ->
    [one] 1 sentence
   *[other] { $sentences } sentences
}, { $notes } of them in footnotes
# $places are paragraph and sentence, such as 4.2.
doubtful = To be looked at, whether a sentence ends there: { $places }
left = Not taken: { $what }
comment = Comment of { $author } on paragraph { $paragraph }: { $text }
