### The roster, wherever it is shown or leaves: its columns, what divides it, and it in a sentence.

## Columns: the name of each, and what stands in it.

column-state = State
column-state-printed = State, as printed
column-state-about = The name of the state
column-status = Status
column-status-about = The status on the date of the roster
column-region = Region
column-region-about = The region
column-capital = Capital
column-capital-about = The capital
column-since = Since
column-since-about = The first day of the status, as far as it is known
column-population = Population
column-population-about = Persons
column-printed-as = Printed as
column-printed-as-about = The name in the printed list
column-sources = Sources
column-sources-about = The keys of the sources

## Columns that only files have.

field-key = Key
field-key-about = The key of the state in the briefing
# $language is a tag such as "ru".
field-name = Name ({ $language })
field-name-about = The name in the language of the column's ending, a BCP 47 tag
field-alpha2 = Alpha-2
field-alpha2-about = ISO 3166-1 alpha-2
field-alpha3 = Alpha-3
field-alpha3-about = ISO 3166-1 alpha-3
field-numeric = Numeric
field-numeric-about = ISO 3166-1 numeric, three digits
field-other-names = Other names
field-other-names-about = Other names that the state may be looked up by
field-within-days = Within days
field-within-days-about = By how many days that may be wrong
field-decided = Decided
field-decided-about = The day on which the status was decided, where that is another than its first
field-occasion = Occasion
field-occasion-about = Where or how the status took effect
field-since-note = Note on the dates
field-since-note-about = What a reader should know about these dates
field-named-again = Named again
field-named-again-about = Whether the printed list has named the state before

## What divides the roster.

facet-status = Status
facet-region = Region
# The decade in which a status began: the same as the column of this name.
facet-joined = Since
# How a state came to its status.
facet-path = Path
decade = { $first }–{ $last }
first-status = First status
from-another-status = From another status
not-known = Not known

## The roster in a sentence.

# $status is the name of a status, in the singular or the plural as the count asks for.
counted = { $count }{"\u00A0"}{ $status }
no-state = No state
sentence = { $who } on { $date }{ $hidden ->
    [0] .
   *[other] ; { $hidden } left out by the filters.
}
sentence-printed = { $who } as printed on { $date }{ $hidden ->
    [0] .
   *[other] ; { $hidden } left out by the filters.
}
