### The page for a browser: what it says besides the brief.

skip = Skip to the content
parts = Parts of the briefing
evidence = Evidence
to-entry = All of this claim
rests-on = What rests on it
figures = { $count ->
    [one] The figure of
   *[other] The figures of
}
# At the foot of the picture by which a link to the page is shown.
card = As of { $date } · Briefing Desk
made = Made { $made } by Briefing Desk { $version }. It asks for nothing from anywhere.

## What the script adds. What stands in braces with it is a number that it fills in.

# How many filters are on.
filters-on = Filters ({ $count })
# A value of a facet, how many of what is found have it, and how many have it in all.
value = { $name }, { $matching } of { $all }
shown = { $shown } of { $total } shown
more = Show { $count } more
# The panel beside the statements.
panel = Evidence
close = Close
in-place = Where it stands
# What rests on a sentence, a source, a state.
cites = Cited by
# How a chart is read out.
read = Point at the chart, or go through it with the arrow keys.
