### The table of the roster as a file: what it says of itself.

title = members of { $organisation }

# The key of the organisation whose members they are.
fact-organisation = organisation
fact-as-of = as of
fact-edition = edition
fact-filters = filters
fact-sort = sort
fact-rows = rows

as-printed = as printed
corrected = corrected
# $key is the key of a column.
largest-first = { $key }, the largest first
filter-search = search “{ $text }”
# $key is the key of what divides the roster, such as status.
filter-facet = { $key } { $value }
# The years in which the status began; open where one is empty.
filter-since = joined { $from }–{ $until }
no-filters = none
rows = { $shown } of { $total }

note-population = population: { $note }
note-known-until = the roster is known only to { $date }
