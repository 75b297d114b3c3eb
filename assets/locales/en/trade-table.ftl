### The table of the trade as a file: its columns, and what it says of itself.

period = Period
period-about = The year, month, week or day, or the first and the last month or day of what is counted together
row = Figure
row-about = What is measured
drawn = Drawn
drawn-about = Whether the chart draws it; the table lists it in any case
value = Value
value-about = The figure, in its unit; empty where none is known
unit = Unit
unit-about = The unit of the figure
reported-or-derived = Standing
reported-or-derived-about = Whether a source reports it, or it is computed
layer = Layer
# $called is what the briefing calls its document, such as “article”.
layer-about = Whether the { $called } has it, or only other sources
formula = Formula
formula-about = How it is computed, with the numbers put in
sources = Sources
sources-about = The keys of the sources, with the sentence of the { $called }
approximate = Approximate
approximate-about = Whether it rests on what was derived
series = Series
series-about = The key of the series it is of

# The head of the first column of the table as it stands on the screen.
year = { $kind ->
    [years] Year
   *[other] Period
}

## What it says of itself.

fact-series = series
# The series that is laid beside it.
fact-beside = beside
# A key, and what it is the key of.
key-and-name = { $key }: { $name }
fact-measure = measure
fact-layer = layer
# What the periods are: years, quarters.
fact-periods = periods
fact-years = years
fact-reporter = reporter
fact-unit = unit
fact-valuation = valuation
# The kind of a chart: bars, lines.
fact-chart = chart

# $key is the key of the layer.
layer-of-document = { $key }: only what is printed in the { $called }
layer-of-all = { $key }: the { $called }, and context from other sources
# $by is the row that orders the periods, or the periods themselves.
years = { $range }, ordered by { $by }
years-descending = { $range }, ordered by { $by }, the largest first
range = { $first } to { $last }
no-years = no periods
by-year = { $kind ->
    [years] year
   *[other] period
}
unit-of-values = { $unit } ({ $currency })
note-empty = an empty value: no figure is known in this layer; it is not zero
note-derived = derived: computed from the figures cited, by the formula beside it
# One of the large figures over the chart; $value has its sign and unit, $how is a formula or the next.
note-figure = { $name }: { $value }, { $how }
note-as-printed = as printed in the { $called }
note-parts = parts of years follow the years and must not be compared with them
