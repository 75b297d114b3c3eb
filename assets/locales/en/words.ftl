### What is said on more than one screen: units, spans, counts.

# A span whose ends share what follows them: 10–11 Jul 2025, Jan–Jun 2025.
span-within = { $from }–{ $to }
# A span whose ends stand by themselves: 31 Aug – 1 Sept 2025.
span = { $from }{"\u00A0"}– { $to }

## Periods. Each number is already written.

fiscal-year = FY{"\u00A0"}{ $first }/{ $last }
half-year = H{ $half }{"\u00A0"}{ $year }
quarter = Q{ $quarter }{"\u00A0"}{ $year }
week = week{"\u00A0"}{ $week },{"\u00A0"}{ $year }

## Counts.

# A number of people, such as 9.50 m; $value is already written.
millions = { $value }{"\u00A0"}m
billions = { $value }{"\u00A0"}bn

claims = { $count }{"\u00A0"}{ $count ->
    [one] claim
   *[other] claims
}

acknowledged = Acknowledged: { $reason }

# What the cross of a filter that is on does, read out
remove-filter = Remove the filter { $filter }
clear-search = Clear the search

# A verdict or an outcome that can be pressed to see only what has it: read out, and its tooltip
mark-filter = { $mark }, { $count }
show-only = { $mark }: show only these
