### The Trade tab, and a period of it in the inspector.

# Whose trade in what, in which unit at which prices.
subject-and-unit = { $subject }, { $sign } { $scale } at { $prices }
# Who counted, on the strip of the tabs.
reporter = Reporter: { $reporter }
copy-chart = Copy chart
copy-table = Copy table
copy-sentence = Copy sentence
nothing-to-plot = This series has no figure for a whole year, so there is nothing to plot.

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
years = Years
# Between the two years of a range.
years-to = to
first-year = First year shown
last-year = Last year shown
# The years that growth is computed between.
growth-from = Growth from
growth-to = Growth to
# $name is what the year is of: "First year shown".
year-hint = { $name }: type it, drag, or step with the arrows
reset = Reset view

## The status bar.

known-until = Series known to { $period }
facts-years = { $known } of { $columns }{"\u00A0"}{ $columns ->
    [one] year
   *[other] years
}
facts-printed = { $count } from the { $called }
facts-derived = ≈ derived, not published

## A period in the inspector.

period-counted = { $subject }, counted by { $reporter }
period-basis = { $prices }; { $valuation }
period-not-found = Not found.
period-derived = derived
period-reported = reported
growth-published = Growth as published
# Turnover +1.9 %; the value is already written with its sign.
growth-of-flow = { $flow } { $value }{"\u00A0"}%

## The table under the chart, and what stands below it.

year = Year
# The hint of a row's name.
order-by = { $name }: order the years by it
# A year and its value, as a screen reader hears the row.
value-of-year = { $year }: { $value }
parts-of-years = Parts of years
parts-of-years-about = not to be compared with whole years
period = Period
change = Change, %
# A series that is not plotted, by its unit.
other-series = In { $sign } { $scale }
other-series-about = { $reporter }; never mixed with the above
other-year = { $year }: { $value }
other-year-and-growth = { $year }: { $value }, { $growth }{"\u00A0"}% as published

## Months or days, in a plot of their own.

by-month = By month
by-day = By day
fine-about = the range of years above holds here as well
fine-none-printed = The { $called } prints none of these; switch to With context.
fine-none-known = Nothing is known of these years.

## The menu of a column.

growth-from-here = Growth from here
growth-to-here = Growth to here
range-from-here = Start the range here
range-to-here = End the range here
copy-in-words = Copy in words
copy-picture = Copy the chart as a picture

## Beside the chart.

reading = Reading the figures
reading-about = what the { $called } says of them
direction-in = Direction, { $year }
# Two directions and their sum, beside the sum that is printed.
sum = { $forward } + { $backward } = { $sum }
sum-and-printed = { $forward } + { $backward } = { $sum }; printed { $total }
growth-between = Growth between two years
growth-between-about = computed
# The two years follow: From 2021 to 2024.
from = From
from-to = to
no-total-document = No total for { $year } in the { $called }.
no-total = No total for { $year } in any source read here.
same-year = Choose two different years.
in-all = In all
a-year = A year (CAGR)
computed = ƒ computed
computed-and-published = ƒ computed; published { $growth }{"\u00A0"}%, against a year before that the reporter has since restated
forecast = Forecast and outcome
outcome = What came of it
outcome-is-context = What came of it is context: switch to With context.
outcome-unknown = What came of it is not known.
