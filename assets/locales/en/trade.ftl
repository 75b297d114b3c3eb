### The Trade tab, and a period of it in the inspector.

# Whose trade in what, in which unit at which prices.
subject-and-unit = { $subject }, { $sign } { $scale } at { $prices }
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
