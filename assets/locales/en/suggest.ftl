### What the document says that the briefing does not have yet, taken or refused one by one.

title = Suggestions
why = What the document says that the briefing does not have yet. Nothing is taken by itself; what is taken is written into the files of the folder at once.
list = Suggestions
looking = Looking through the document
# $left are still to be decided.
counted = { $left ->
    [0] Nothing left to decide
    [one] 1 left to decide
   *[other] { $left } left to decide
}, { $taken } taken, { $refused } refused
nothing = The document says nothing of these kinds that the briefing does not have.
nothing-of-kind = Nothing of this kind is left. Others may be.
done = All are decided. What was refused stays so until it is brought back.
take = Take
refuse = Refuse
undo = Undo
bring-back = Bring back refused
bring-back-does = Suggests again all that was refused of this briefing. It is remembered with the settings, not in the briefing.
close = Close
kind = Kind
# A kind in the menu, with how many there are of it.
kind-count = { $kind }, { $count }
all = All kinds
figure = Figure
rate = Rate or share
observation = Value of a series
stated-figure = Stated figure
statement = Claim
date = Date
relative-date = Relative date
quotation = Quotation
person = Person
state = State
place = Place
printed-list = Printed list
# A row, as it is heard. $at is the place of its sentence.
row-heard = { $kind }, { $at }: { $words }
sentence = Sentence { $at }

## What it is taken as

as-figure = A claim that nobody has looked at yet
as-figure-of = A claim about { $date } that nobody has looked at yet
as-observation = A value of “{ $flow }” in { $period }: { $value }
as-growth = Growth of “{ $flow }” as it is stated, { $period } on { $from }: { $rate } %
as-share = Share of “{ $flow }” in the total as it is stated, { $period }: { $rate } %
as-balance = The balance as it is stated, { $period }: { $value }
as-quotation = A quotation of the sentence, and a claim that it was said
as-day = An event of the chronology on { $date }
as-days = An event of the chronology, { $span }
as-relative = “{ $words }” means { $date }
as-person = { $name }, { $office }: somebody of whom the document tells
as-state = { $state }: a state of which the document tells, filled in from what the program knows of it
as-place = { $place }: a place of which the document tells
as-list = As the document prints it: { $states }

## What is written

writes = Written into
writes-file = { $file }, begun
writes-entry = { $file }: one more entry in { $path }
writes-value = { $file }: { $path }
cannot-undo = It cannot be undone
