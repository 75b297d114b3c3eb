### What every table says of itself, whatever stands in it.

head-row = Columns
not-sorted = { $name }, not sorted
sorted-up = { $name }, sorted upwards
sorted-down = { $name }, sorted downwards
# Sorted within what another column holds equal.
sorted-up-within = { $name }, sorted upwards, within the first
sorted-down-within = { $name }, sorted downwards, within the first
head-hint = Click to sort, with Shift within what is sorted, drag to move
row-of = Row { $row } of { $rows }
# A cell, as a screen reader says it: the name of its column, and what stands in it.
cell = { $column }: { $text }
