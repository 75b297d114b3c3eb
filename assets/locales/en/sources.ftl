### Sources & checks: the document, what it claims, what the checks find, and where else it was looked up; and the same
### things in the inspector.

## The columns

# What is chosen by the names of the columns, for a screen reader.
pane = Column
pane-sentences = Sentences
pane-claims = Claims
pane-checks = Checks
pane-sources = Sources
head-sentences = Source, in paraphrase
head-claims = Claims
head-checks = Automatic checks
head-sources = Sources
linked-checks = { $count }{"\u00A0"}{ $count ->
    [one] linked check
   *[other] linked checks
}

## The status bar

sources = { $count }{"\u00A0"}{ $count ->
    [one] source
   *[other] sources
}
left-out = { $count }{"\u00A0"}{ $count ->
    [one] line
   *[other] lines
} left out as not factual

## The document

paragraphs-and-sentences = { $paragraphs }{"\u00A0"}{ $paragraphs ->
    [one] paragraph
   *[other] paragraphs
}, { $sentences }{"\u00A0"}{ $sentences ->
    [one] sentence
   *[other] sentences
}
your-copy = Your copy: { $agreeing } of { $all } { $all ->
    [one] sentence agrees
   *[other] sentences agree
}
# Read out
sentence = Paragraph { $paragraph }, sentence { $sentence }: { $label }

## Rows of claims and findings, read out. $mark is a verdict or an outcome.

row = { $mark }: { $title }. { $text }

## The checks

outcome-fail = Fail
outcome-warn = Warn
outcome-pass = Pass
outcome-info = Info
search-checks = Search the checks
no-finding = No finding matches
clear-filters = Clear all filters
further-checks = Further checks
nothing-to-report = with nothing to report
# How many of the findings, the claims and the sources are left by filters and a search, read out
findings-left = { $shown } of { $total } { $total ->
    [one] finding
   *[other] findings
}
claims-left = { $shown } of { $total } { $total ->
    [one] claim
   *[other] claims
}
sources-left = { $shown } of { $total } { $total ->
    [one] source
   *[other] sources
}
# The head of a list and how many stand under it, read out. $count says what they are: “2 claims”.
counted-head = { $title }, { $count }
findings = { $count }{"\u00A0"}{ $count ->
    [one] finding
   *[other] findings
}
# A head that can be opened, read out
fold = { $title }, { $count }

## The sources

sources-primary = { $count }{"\u00A0"}{ $count ->
    [one] source
   *[other] sources
}, { $primary } primary
kind-official = Official
kind-agency = Agencies
kind-press = Press
kind-reference = Reference
kind-general-knowledge = Not looked up
primary = primary
primary-of = primary  { $date }
# Read out
source-titled = { $publisher }: { $title }

## The inspector: claims

where-it-is = Where it is
checks-that-touch-it = Checks that touch it
what-it-speaks-of = What it speaks of
in-trade = { $period } in Trade

## The inspector: findings

in-members = { $state } in Members
in-the-source = { $at } in the source
the-claim = The claim
the-source = The source
in-the-summary = In the summary
acknowledged = Acknowledged
what-the-check-asks = What the check asks
what-it-claims = What it claims
held-against = Held against

## The inspector: sentences

the-document = The document
characters = characters { $start } to { $end }
in-paraphrase = In paraphrase
before = Before: { $label }
after = After: { $label }
in-the-original = In the original, from your copy
source-differs = Source differs
source-differs-why = Your copy has this sentence nowhere as it was, so it is not shown. Nothing is matched by guessing.

## The inspector: sources

before-relying-on-it = Before relying on it
claims-it-was-read-for = Claims it was read for
figures-it-was-read-for = Figures it was read for
states-it-was-read-for = States it was read for
# A period of one of several series, by its unit: "2024, US$ bn".
figure-of = { $period }, { $unit }
search-sources = Search the sources
no-source = No source matches.
copy-reference = Copy reference
publisher = Publisher
kind = Kind
published = Published
read = Read
licence = Licence
text-of = Text of
archived-copy = Archived
# Below the address of a copy
archived-on = taken { $date }
# Beside the kind of a source, where it carries another's text: press, text of Xinhua
source-text-of = { $kind }, text of { $name }
address = Address
not-known = not known
source-official = official
source-agency = agency
source-press = press
source-reference = reference
source-general-knowledge = not looked up
source-primary = { $kind }, primary
# The kind of a source and when it was published: agency, 1 Sept 2025
source-of = { $kind }, { $date }
# The page or section before what it is and of when.
source-at = { $place }, { $source }
# In a reference; $date is as ISO 8601 has it
reference-read = read { $date }

## Chips of citations, read out

cited-sentence = Source: paragraph { $paragraph }, sentence { $sentence }
# Where in a source a statement stands.
page = p.{"\u00A0"}{ $page }
section = { $section }
section-and-page = { $section }, p.{"\u00A0"}{ $page }
# $row is a number as it is written: the row of a table, with its head.
table-row = row{"\u00A0"}{ $row }
section-and-table-row = { $section }, row{"\u00A0"}{ $row }
# $place is one of these.
cited-place = Source: { $publisher }, { $place }
place-titled = { $publisher }: { $title }, { $place }
under-licence = Under { $licence }
cited-source = Source: { $publisher }
# In a row that has no room for the name of a publisher.
counted-sources = { $count }{"\u00A0"}{ $count ->
    [one] source
   *[other] sources
}
more-sources = { $count }{"\u00A0"}{ $count ->
    [one] source
   *[other] sources
} more
