### The Members tab.

organisation = The organisation whose members are shown
# How many there are on a day, without a filter and with some.
on-day = { $total } { $total ->
    [one] state
   *[other] states
} on { $day }
some-on-day = { $shown } of { $total } { $total ->
    [one] state
   *[other] states
} on { $day }
# Of the printed list.
entries = { $total } { $total ->
    [one] entry
   *[other] entries
} as printed
some-entries = { $shown } of { $total } { $total ->
    [one] entry
   *[other] entries
} as printed
# Takes the reader back to the day of the document.
back-to-day = Back to { $day }
preparing = Preparing { $rows } { $rows ->
    [one] row
   *[other] rows
}
facts-rows = { $shown } of { $total } { $total ->
    [one] row
   *[other] rows
}
facts-filters = { $count }{"\u00A0"}{ $count ->
    [one] filter
   *[other] filters
}
known-until = Roster known to { $date }

## Filters.

search = Search the members
search-hint = Name, capital or code
searched = “{ $text }”
filters = Filters
filters-on = Filters ({ $count })
map = Map
hide-map = Hide the map
fold-map = Fold the map and the counts
unfold-map = Unfold the map and the counts
list = List
# The years in which a status began: from one to another, or open at one end.
since-years = Since { $from }–{ $until }
since-from = Since { $from } or later
since-until = Since { $until } or earlier
since-decade = Since { $decade }
since-first = Since, the first year
since-last = Since, the last year
since-to = to
as-printed = As printed
corrected = Corrected
clear = Clear
# $facet is what divides the list: "Region".
clear-facet = Clear { $facet }
clear-all = Clear all
some-of = { $matching } of { $all }
# What a screen reader says of a value of a facet: its name and how many rows have it.
facet-value = { $name }, { $rows }
rarer = { $count } { $count ->
    [one] rarer one
   *[other] rarer ones
}, not shown

## The date.

as-of = As of
as-of-field = As of, a day
as-of-hint = A day in any form: 14 Mar 2016, 14.03.2016, 2016, today. The arrows up and down go from change to change.
as-of-spoken = As of { $date }, arrows go from change to change
no-day = “{ $typed }” is no day. Write it as { $example }.
calendar = Calendar
earlier-years = Earlier years
later-years = Later years
# What a day of the calendar or a mark on the line of time says.
change = { $day }: { $what }
began = { $status }: { $states }
# After the first of very many names.
and-more = { $count } more
ended = no longer { $status }: { $states }
known-only = Known only to { $date }. What changed after that is not here.

## Where the printed list is wrong; each follows the name of a state. $status, $printed and $held are names of statuses.

no-slips = The printed list agrees with the roster of its day.
slip-repeated = is printed a second time.
slip-unknown = is printed as { $status }, and had no status on that day.
slip-other = is printed as { $printed }, and was { $held }.
slip-other-since = is printed as { $printed }, and was { $held } since { $date }.
slip-left-out = is missing: { $status }.
slip-left-out-since = is missing: { $status } since { $date }.

## Above the table.

people = { $people } people in { $states } { $states ->
    [one] state
   *[other] states
}{ $unknown ->
    [0] {""}
   *[other] , { $unknown } not known
}
people-of-world = { $people } people in { $states } { $states ->
    [one] state
   *[other] states
}{ $unknown ->
    [0] {""}
   *[other] , { $unknown } not known
}, { $share }{"\u00A0"}% of the world’s { $world }
vintage =
    { $note }
    World: { $world }
ledger-printed = Printed
ledger-hint = Printed, on { $then }, and on { $latest }
ledger-hint-without-list = On { $then }, and on { $latest }
ledger-row = { $name }: { $cells }
marks-note = Marks stand at capitals. Coastlines only; no borders drawn.

## The table.

row = { $name }, { $status }, { $region }, since { $since }
row-again = { $name }, named a second time, { $status }, { $region }, since { $since }
second-printing = second printing
not-known = not known
# A date that sources differ about by some days.
about = ≈{"\u00A0"}{ $date }
yes = yes
no = no
columns = Columns
as-designed = As designed
make-wider = Make { $column } wider
make-narrower = Make { $column } narrower
move-right = Move { $column } to the right
move-left = Move { $column } to the left

## Where nothing is left.

nobody = Nobody is on the list
nobody-why = Nobody had a status on this date.
nothing = Nothing matches
nothing-alone = No one filter stands in the way alone. Without any there are { $rows }{"\u00A0"}{ $rows ->
    [one] row
   *[other] rows
}.
nothing-hint = One filter less, and there would be something to see.
remove = Remove { $filter }: { $rows }{"\u00A0"}{ $rows ->
    [one] row
   *[other] rows
}
clear-all-rows = Clear all: { $rows }{"\u00A0"}{ $rows ->
    [one] row
   *[other] rows
}

# How many states the tab holds, for a screen reader.
states = { $count } { $count ->
    [one] state
   *[other] states
}
# The counts beside the map, and the map itself, for a screen reader.
ledger-name = States by status
filters-name = Filters of the members
