### The figures of the trade: measures, rows, units, formulas, and what a chart says of itself.

## Measures, where they are chosen, and within a sentence.

measure-total = Total
measure-total-within = total
measure-direction = By direction
measure-direction-within = by direction
measure-balance = Balance
measure-balance-within = balance
measure-growth = Growth
measure-growth-within = growth
measure-share = Share
measure-share-within = share
measure-index = Index
measure-index-within = index

## How much is shown: what the document prints alone, or the context as well. $called is what the document is called,
## with a capital where the text begins with it.

layer-document = { $called } only
layer-all = with context

## What a chart shows and in which unit, under its title. $total is the name of both directions together.

# The unit and the prices: US$ bn, current prices.
money = { $unit }, { $prices }
lead-total = { $total }, { $money }
lead-direction = { $total } by direction, { $money }
lead-balance = { $balance }, { $money }
lead-growth = { $total }, change on { $base } in per cent
lead-share = { $total }, share of each direction in per cent
lead-index = { $total }, { $index }

# With a series that is laid beside the one that is shown; $series is what it is called.
lead-beside = { $lead }; beside it { $series }

# The period that growth is counted from. $kind is what the columns are.
base-year-before = { $kind ->
    [years] the year before
    [fiscal-years] the fiscal year before
    [half-years] the same half of the year before
    [quarters] the same quarter of the year before
    [months] the same month of the year before
    [weeks] the same week of the year before
    [days] the same day of the year before
   *[other] the same months of the year before
}
base-period-before = { $kind ->
    [years] the year before
    [fiscal-years] the fiscal year before
    [half-years] the half-year before
    [quarters] the quarter before
    [months] the month before
    [weeks] the week before
    [days] the day before
   *[other] the period before
}

# The total of two directions, where no flow is called one.
both-directions = Both directions

## Rows of the table, which are the lines of the chart; within the sentence some are called otherwise.

row-growth = Change, % computed
row-growth-within = computed
row-published-growth = Change, % published
row-published-growth-within = published
# Of one of several flows
row-growth-of = { $flow }: change, % computed
row-growth-within-of = { $flow } computed
row-published-growth-of = { $flow }: change, % published
row-published-growth-within-of = { $flow } published
# Of one of two series that are laid beside each other; $series is what sets it apart from the other.
row-of-series = { $row } ({ $series })
row-balance-of = { $balance } ({ $flow })
row-share = { $flow }, %
row-index = { $year } = 100
row-index-unknown = Index
row-index-within = { $total } ({ $index })

## Values. Those of an amount are already written.

# An amount of money: US$244.8 bn.
amount = { $sign }{ $value }{"\u00A0"}{ $scale }
amount-bare = { $sign }{ $value }
above-zero = +{ $value }
below-zero = −{ $value }
per-cent = { $value }{"\u00A0"}%
# A value that rests on what was derived.
about = ≈{"\u00A0"}{ $value }
# Where no value is known.
no-value = –

## The unit at the head of the axis.

unit-money = { $sign } { $scale }
unit-sign = { $sign }
# A scale before one that the series has: bn crore.
scale-of-scale = { $word } { $scale }
no-scale = { "" }
thousand = k
million = m
billion = bn
trillion = tn
thousand-long = thousand
million-long = million
billion-long = billion
trillion-long = trillion
unit-per-cent = %
unit-points = index

## Formulas with the numbers put in, as one would check them with a pencil.

formula-growth = { $to } / { $from } − 1 = { $result }{"\u00A0"}%
formula-compound-growth = ({ $to } / { $from })^(1/{ $years }) − 1 = { $result }{"\u00A0"}%
formula-balance = { $forward } − { $backward } = { $result }
formula-sum = { $parts } = { $result }
formula-share = { $part } / ({ $whole }) = { $result }{"\u00A0"}%
# Values that are added within a formula.
plus = { $sum } + { $value }
formula-index = { $value } / { $first } × 100 = { $result }
# A negative number within a formula.
in-brackets = ({ $value })

## Where a value stands.

standing-document = from the { $called }
standing-reported = reported, not in the { $called }
standing-given = reported
standing-derived = derived, not published
standing-computed-document = computed from the { $called }’s figures
standing-computed-reported = computed
standing-computed-derived = computed from derived figures

## What the marks of a chart mean. $kind is `lines` where values are marks on a line and `bars` where they are bars;
## $computed is `yes` where values are computed.

mark-document = { $kind ->
    [lines] Filled
   *[bars] Solid
}: { $computed ->
    [yes] computed from what is printed
   *[no] printed
} in the { $called }.
mark-reported = { $kind ->
    [lines] Hollow
   *[bars] Hatched
}: { $computed ->
    [yes] computed from other sources
   *[no] from other sources
}.
mark-derived = { $kind ->
    [lines] Diamond and ≈
   *[bars] Dashed outline and ≈
}: { $computed ->
    [yes] computed from derived figures
   *[no] derived, not published
}.
mark-part = { $kind ->
    [lines] Square, filled as far as it goes
   *[bars] Narrow, or a small tick, as long as it goes
}: part of a year.
mark-growth = Bar or line: computed from the totals shown.
mark-published-growth = Level tick: as published; it differs where the reporter has since restated the year before.
not-joined = { $kind ->
    [years] Years
   *[other] Periods
} that do not follow each other are not joined.
# $by is the name of the row that orders them: "Turnover".
not-in-time = { $kind ->
    [years] Years
   *[other] Periods
} stand in the order of { $by }, not of time.
# What a balance is: "Russia's balance: Russia→China less China→Russia."
balance-sides = { $balance }: { $forward } less { $backward }.
# How its two sides were counted, where not alike: $one and $other are what the series says of each.
balance-counted = { $forward } is counted { $one }, { $backward } { $other }. Goods counted CIF carry freight and insurance, goods counted FOB do not, and the balance is off by as much.

## Why a column has no mark, in two short lines.

absent-document =
    not in
    { $called }
absent-partly-known =
    only part
    known
absent =
    not
    found
absent-undefined =
    not
    computed

## Growth between two years, on the bracket between them.

span-growth = { $growth }{"\u00A0"}% in { $years }{"\u00A0"}{ $years ->
    [one] year
   *[other] years
}
span-growth-and-yearly = { $growth }{"\u00A0"}% in { $years }{"\u00A0"}{ $years ->
    [one] year
   *[other] years
}, { $yearly }{"\u00A0"}% a year

# Where they lie no whole number of years apart.
span-growth-between = { $growth }{"\u00A0"}%, { $first } to { $last }

## The chart in one or two sentences, for a screen reader and for the clipboard.

# $lines are those below, one after the other.
chart = { $lines }. { $layer }
# Where there is no document from which context would be told.
chart-alone = { $lines }.
chart-alone-with-gaps = { $lines }. { $gaps }
chart-with-gaps = { $lines }. { $gaps } { $layer }
chart-empty-document = No figure for this is printed in the { $called }; switch to With context.
chart-empty = No figure for this was found.
# What is said of the figures, and how they were counted.
chart-counted = { $said } { $counted }
# How the series that is laid beside it was counted; $series is what it is called.
chart-counted-beside = { $said } Beside it, { $series }: { $counted }
# What a measure says before its lines.
chart-growth = Change on { $base }: { $lines }
chart-share = Share of each direction: { $lines }
chart-index = Index of the total: { $lines }
# One line after another.
next-line = { $line }; { $next }
# Each value is one of `value-in-year`.
line-alone = { $name } { $value }
line = { $name } from { $first } to { $last }
line-with-peak = { $name } from { $first } to { $last }, at most { $highest }
line-with-dip = { $name } from { $first } to { $last }, at least { $lowest }
line-with-peak-and-dip = { $name } from { $first } to { $last }, at most { $highest }, at least { $lowest }
value-in-year = { $value } in { $year }
value-on-day = { $value } on { $day }
# $count columns, without the number. $kind is what they are.
counted-periods = { $kind ->
    [years] { $count ->
        [one] year
       *[other] years
    }
    [fiscal-years] { $count ->
        [one] fiscal year
       *[other] fiscal years
    }
    [half-years] { $count ->
        [one] half-year
       *[other] half-years
    }
    [quarters] { $count ->
        [one] quarter
       *[other] quarters
    }
    [months] { $count ->
        [one] month
       *[other] months
    }
    [weeks] { $count ->
        [one] week
       *[other] weeks
    }
    [days] { $count ->
        [one] day
       *[other] days
    }
   *[other] { $count ->
        [one] period
       *[other] periods
    }
}
# $periods is the word for $columns of them: 3 of 10 years.
gaps = { $missing } of { $columns }{"\u00A0"}{ $periods } { $missing ->
    [one] has no figure here and stays
   *[other] have no figure here and stay
} empty.
chart-layer-document = Only what is printed in the { $called }.
chart-layer-all = With context from other sources.
# How they were counted: prices and valuation, as far as they are known.
counted = Counted by { $reporter }; { $basis }.
counted-by = Counted by { $reporter }.
counted-at = Counted: { $basis }.
basis-and = { $first }; { $next }

## The large figures, the document's own and what follows from them.

# Turnover, 2024.
key-of-year = { $name }, { $year }
key-growth = Growth, { $first } to { $last }
# CAGR is the compound annual growth rate.
key-yearly-growth = Average a year (CAGR)
