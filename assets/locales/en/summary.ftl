### The Summary tab: what happened, where, when, who and why it matters.

dateline = { $place }, { $date }

## What is kept: what speaks of a person, a place or a topic.

filters = What speaks of
clear-filters = Clear all
keep = Keep what speaks of { $name }

## Key points and the claims behind them.

key-points = Key points
key-points-of-claims = { $shown } of { $claims }{" "}{ $claims ->
    [one] claim
   *[other] claims
}
key-points-kept = { $shown } of { $points }
no-key-point = No key point speaks of all of this.
other-claims = Other claims
# Where nobody chose key points.
claims = Claims
claims-kept = { $shown } of { $claims }
tally-supported = { $count } supported
tally-disputed = { $count } disputed
tally-outdated = { $count } outdated
tally-unverified = { $count } unverified
# A claim as a screen reader says it.
claim = { $text } { $verdict }: { $note }
key-point = { $number }. { $text } { $verdict }: { $note }

## The chronology. $called is what the document is called, such as “article”.

chronology = Chronology
chronology-legend = to scale; filled: known at the time of the { $called }, ringed: still ahead
ahead = still ahead at the time of the { $called }
# The same by itself.
ahead-alone = Still ahead at the time of the { $called }

## People, places and topics.

people = People
places = Places
topics = Topics
person = { $name }, { $office }

## Where the parties’ accounts differ, and what nobody could tell.

accounts = Where the accounts differ
accounts-note = the parties’ own read-outs, side by side
account-missing = Says nothing of it.
# $why is a few words such as "none was published".
account-unread = Not read: { $why }.
unknowns = What this briefing does not know
unknowns-note = looked for and not found

## The status bar.

not-supported = { $count } not supported
filters-on = { $count }{"\u00A0"}{ $count ->
    [one] filter
   *[other] filters
}

## How those who took part met.

form-hybrid = partly by video
form-video = by video
form-telephone = by telephone
# $place is one city or several, $form one of these.
place-and-form = { $place }, { $form }
# What a person is and for which organisation they speak.
office-of = { $office }, { $organisation }
