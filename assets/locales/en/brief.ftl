### The brief: the whole briefing as one document. What is bold, what is a link and what carries a mark is said by the
### program; the messages are the words alone.

## What is said in several parts.

name = Name
status = Status
region = Region
state = State
since = Since
people-number = People
sources = Sources
verdict = Verdict
in-other-languages = In other languages
# A number of things, such as those that are left out on the page.
key-points-count = { $count }{"\u00A0"}{ $count ->
    [one] key point
   *[other] key points
}
findings-count = { $count }{"\u00A0"}{ $count ->
    [one] open finding
   *[other] open findings
}
sources-count = { $count }{"\u00A0"}{ $count ->
    [one] source
   *[other] sources
}
statuses-count = { $count }{"\u00A0"}{ $count ->
    [one] status
   *[other] statuses
}
states-count = { $count }{"\u00A0"}{ $count ->
    [one] state
   *[other] states
}
claims-count = { $count }{"\u00A0"}{ $count ->
    [one] claim
   *[other] claims
}
of-total = { $count } of { $total }

tally-supported = { $count } supported
tally-disputed = { $count } disputed
tally-outdated = { $count } outdated
tally-unverified = { $count } unverified

## The head.

document-title = { $briefing }: { $headline }
dateline = { $place }, { $date }
# $called is what the briefing calls its document: article, report.
basis = On the { $called } of { $publisher }, { $as_of }; the evidence was read up to { $checked }.
basis-noted = On the { $called } of { $publisher }, { $as_of } ({ $note }); the evidence was read up to { $checked }.

# Where there is no document.
basis-of-none = As of { $as_of }; the evidence was read up to { $checked }.

## What happened.

key-points = Key points
key-points-about = { $points } of { $claims }: { $verdicts }
people = People
office = Office
part = Part
places = Places
topics = Topics
chronology = Chronology
when = When
column-where = Where
what = What
accounts = Where the accounts differ
account-about = About
account-of = Account of
account-says = What it says
account-silent = Says nothing of it.
account-unread = Not read: { $why }.
unknowns = What this briefing does not know
unknowns-about = looked for and not found

## What the document gets wrong.

wrong = Wrong in the { $called }
wrong-about = as printed, beside what is known
outdated = What has changed since the { $called }
outdated-about = true when it was written
forecasts = What the { $called } expected
forecasts-about = beside what came of it
as-printed = As printed
others-say = What other sources say
# In place of a verdict: the list of the document is wrong.
slip = List
slip-printed = { $name }, { $status }
slip-printed-again = { $name }, { $status }, a second time
slip-known = { $name }, { $status }
slip-known-since = { $name }, { $status } since { $since }
slip-once = { $known }, named once
slip-unknown = { $name }, no status on { $day }
slip-left-out = Not named

## Who belongs.

members = { $organisation } members
# In place of a number: 13 and 1 repeated
and-repeated = { $count } and { $repeated } repeated
joined-later = { $name }, { $status } since { $since }, had no status on { $before }.
founded = Founded { $date }.
# $facts are settings such as `as of: 2025-07-14; edition: corrected`.
list-below = The list below: { $facts }.
roster-is = The roster: { $facts }.
how-many = How many
states = States
name-in = Name ({ $language })
since-unknown = not known
named-again = (named again)
# Before a date that may be wrong by some days.
about-date = ≈{"\u00A0"}{ $date }
about-note = ≈ the date may be wrong by some days
people-note = People: { $people } in { $states } whose number is known
people-share = , { $percent } of the world ({ $note })
note-names = Names: { $note }
note-regions = Regions: { $note }
note-people = People: { $note }
changes = Changes of status
changes-about = of the states above, in order of time
from = From
how = How
until = until { $date }
decided = decided { $date }
no-state = No state on this date under these filters.

## Claims, sentences and checks.

sources-and-checks = Sources and checks
claims = Claims
claims-about = in the order of the { $called }
claim-and-evidence = Claim and evidence
agree = Agree:
disagree = Disagree:
context = Context:
not-used = Read and not used:
# $confidence is one of the six below.
judged-fact = A fact; { $confidence }
judged-quotation = A quotation; { $confidence }
judged-description = A description; { $confidence }
judged-judgement = A judgement; { $confidence }
judged-forecast = A forecast; { $confidence }
confidence-high = confidence high
confidence-moderate = confidence moderate
confidence-low = confidence low
# Of the verdict, not of the claim; $bearing and $opposing are such as `3 items of 2 origins, one primary`.
for-verdict = { $confidence }: for the verdict { $bearing }; none against it
for-and-against-verdict = { $confidence }: for the verdict { $bearing }; against it { $opposing }
# After several pieces of evidence that are the text of one.
one-origin = (one origin: { $name })
sentences = The { $called }, sentence by sentence
sentences-about = in the words of this briefing
sic = Kept as printed: { $sic }.
checks = Checks
silent = Checked, and nothing found to say
worst = What the checks found
outcome = Outcome
finding = Finding
finding-places = Places
tally-fail = { $count } fail
tally-warn = { $count } warn
tally-pass = { $count } pass
tally-info = { $count } info
acknowledged = Acknowledged: { $reason }.

## The sources.

sources-about = { $sources }, { $cited } cited above
sources-of-page = Sources of this page
source-primary = { $kind }, primary
source-read = read { $date }
source-licence = licence { $licence }
source-text-of = text of { $name }
source-archived = archived { $date }

## The short brief, and the foot of every page.

# $left is such as `+3 key points, +12 sources`.
left-out = { $left } in the full brief.
more = +{ $count }
cut = { $count } rows and paragraphs more are left out: paper takes { $most }{"\u00A0"}MB of text of a briefing. Its tables have all of them
about-copy = About this copy
about-copy-about = the same briefing and settings give the same copy
about-briefing = Briefing
about-digest = SHA-256
about-made = Made
about-made-by = Made by
program = Briefing Desk { $version }
about-roster = Roster, { $name }
about-trade = Trade, { $name }
foot-made = made { $time } by Briefing Desk
foot-page = page { $page } of { $pages }
foot-digest = SHA-256
picture = Picture: { $alt }
source-link = Source { $number }
# Characters are named as U+4E2D.
missing = { $count ->
    [one] { $count }{"\u00A0"}character of this briefing is not in the typefaces of this program: { $characters }. A mark stands for each; the text that is copied, searched and read aloud has the character itself.
   *[other] { $count }{"\u00A0"}characters of this briefing are not in the typefaces of this program: { $characters }. A mark stands for each; the text that is copied, searched and read aloud has the character itself.
}
missing-more = { $count ->
    [one] { $count }{"\u00A0"}character of this briefing is not in the typefaces of this program: { $characters } and others. A mark stands for each; the text that is copied, searched and read aloud has the character itself.
   *[other] { $count }{"\u00A0"}characters of this briefing are not in the typefaces of this program: { $characters } and others. A mark stands for each; the text that is copied, searched and read aloud has the character itself.
}
