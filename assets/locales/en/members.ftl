### The Members tab.

organisation = The organisation whose members are shown
showing = Showing { $shown } of { $total }
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
list = List
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
as-of-field = As of, year-month-day
as-of-hint = A day, such as 2016-03-14
as-of-spoken = As of { $date }, arrows go from change to change
no-day = “{ $typed }” is no day. Write it as 2016-03-14.
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
