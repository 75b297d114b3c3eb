### The Trade tab, and a period of it in the inspector.

# Whose trade in what, in which unit at which prices.
# $unit is the unit and, where they are known, the prices: US$ bn, current prices.
series-shown = The series of figures that is shown
# The series that is laid beside it, and that there is none, as the closed menu says too.
beside-shown = The series of figures that is laid beside it
beside-nothing = No second series
series-choice = { $subject }, { $unit } – { $reporter }
subject-and-unit = { $subject }, { $unit }
# Who counted, on the strip of the tabs.
reporter = Reporter: { $reporter }
copy-chart = Copy chart
copy-table = Copy table
copy-sentence = Copy sentence
nothing-to-plot = This series has no figure, so there is nothing to plot.

## The large figures.

key-computed = { $label }, computed
as-printed = as printed
as-printed-elsewhere = as printed; elsewhere { $value }
# ƒ marks what is computed.
formula = ƒ { $formula }

## What is shown and how.

kind-bars = Bars
kind-side-by-side = Side by side
kind-stacked = Stacked
kind-lines = Lines
annotations = Annotations
annotations-hint = Events, growth between two years and the forecast’s level, drawn on the chart
years = { $kind ->
    [years] Years
   *[other] Periods
}
# What the columns are, where it is chosen.
kind-years = Years
kind-fiscal-years = Fiscal years
kind-half-years = Half-years
kind-quarters = Quarters
kind-months = Months
kind-weeks = Weeks
kind-days = Days
kind-spans = Spans
# Between the two periods of a range.
years-to = to
first-year = First { $kind ->
    [years] year
   *[other] period
} shown
last-year = Last { $kind ->
    [years] year
   *[other] period
} shown
# The periods that growth is computed between.
growth-from = Growth from
growth-to = Growth to
# $name is what the period is of: "First year shown".
year-hint = { $name }: type it, drag, or step with the arrows
reset = Reset view

## The status bar.

known-until = Series known to { $period }
# $periods is the word for $columns of them.
facts-years = { $known } of { $columns }{"\u00A0"}{ $periods }
facts-printed = { $count } from the { $called }
facts-derived = ≈ derived, not published

## A period in the inspector.

period-counted = { $subject }, counted by { $reporter }
period-not-found = Not found.
period-derived = derived
period-reported = reported
growth-published = Growth as published
# Turnover +1.9 %; the value is already written with its sign.
growth-of-flow = { $flow } { $value }{"\u00A0"}%

## The table under the chart, and what stands below it.

year = { $kind ->
    [years] Year
   *[other] Period
}
# The hint of a row's name.
# $count columns stand in the table of $all that the chart shows.
tabled = The table shows the last { $count } of { $all }; choose a range to see others, or export them all.
# Below the first lines of what is known of a column, where there are many.
read-out-more = { $count ->
    [one] 1 more line: click
   *[other] { $count } more lines: click
}
order-by = { $name }: order the columns by it
# A period and its value, as a screen reader hears the row.
value-of-year = { $year }: { $value }
parts-of-years = Parts of years
parts-of-years-about = not to be compared with whole years
period = Period
change = Change, %
# A series that is not plotted, by its unit.
other-series = In { $unit }
other-series-about = { $reporter }; never mixed with the above
other-year = { $year }: { $value }
other-year-and-growth = { $year }: { $value }, { $growth }{"\u00A0"}% as published

## The menu of a column.

growth-from-here = Growth from here
growth-to-here = Growth to here
range-from-here = Start the range here
range-to-here = End the range here
copy-in-words = Copy in words
copy-picture = Copy the chart as a picture

## Beside the chart.

reading = Reading the figures
reading-about = what is said of them in the { $called }
direction-in = Direction, { $year }
# Two directions and their sum, beside the sum that is printed.
sum = { $forward } + { $backward } = { $sum }
sum-and-printed = { $forward } + { $backward } = { $sum }; printed { $total }
growth-between = Growth between two { $kind ->
    [years] years
   *[other] periods
}
growth-between-about = computed
# The two periods follow: From 2021 to 2024.
from = From
from-to = to
no-total-document = No total for { $year } in the { $called }.
no-total = No total for { $year } in any source read here.
no-growth = Growth is counted only from a figure above zero.
same-year = Choose two different { $kind ->
    [years] years
   *[other] periods
}.
in-all = In all
a-year = A year (CAGR)
computed = ƒ computed
computed-and-published = ƒ computed; published { $growth }{"\u00A0"}%, against a year before that the reporter has since restated
forecast = Forecast and outcome
outcome = What came of it
outcome-is-context = What came of it is context: switch to With context.
outcome-unknown = What came of it is not known.

# What is chosen by buttons beside each other, for a screen reader.
heard-measure = Measure
heard-kind = Kind of chart
heard-layer = Whose figures
heard-periods = Kind of period
