### What is written on a chart, and what is said of it.

# The names of two strips, at the left of the columns.
events = Events
claims = Claims

# The dashed line of the last total that the document prints; $year is that total's period.
level = { $year }’s level
# A year of which the total is known and not its two directions; $value is that total.
total = total { $value }
# The value of a part of a year: Jan–Jun 106.48.
part-of-year = { $months } { $value }

curve-of-columns = A line runs through { $kind ->
    [years] years
    [quarters] quarters
    [months] months
    [weeks] weeks
    [days] days
   *[other] periods
} that follow each other; they are too many for a mark each.

event = Event { $number }, { $on }: { $event }
claim = Claim on { $year }: { $claim }. { $verdict }

# A year as a screen reader says it; $values are several of the next three, set apart by semicolons.
said-year = { $year }: { $values }
said-value = { $name }: { $value }
said-part = { $name }: none for the whole year; { $period }: { $value }
said-nothing = { $name }: no figure
# A value with how it stands ("from the article") and where it is read.
said-given = { $value }, { $status }, { $sources }
said-computed = { $value }, { $status }, { $formula }, { $sources }

# The read-out of a column.
no-figure = no figure
months-of-it = { $months } of it
formula = ƒ { $formula }
source-document = The { $called }, { $places }
source-reporter = { $reporter }, via { $sources }
# Where the layer does not say who counted.
source-alone = { $sources }

# A curve whose points are walked.
points = { $name }, { $count }{"\u00A0"}{ $count ->
    [one] point
   *[other] points
}; arrows walk them

## Beside the chart, in the window.

# An event under the chart; $event is what happened.
event-beside = { $number }  { $on }: { $event }
