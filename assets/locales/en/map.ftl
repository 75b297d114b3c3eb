### The map of a roster as a picture: its title, the list under it and its notes.

title = { $organisation }, { $date }
caption-corrected = List corrected. Filters: { $filters }.
caption-printed = List as printed. Filters: { $filters }.

# The states of one status: $status is the status in the form that their number asks for, with a capital.
list-head = { $status } ({ $count })
list = { $status }: { $names }.
# A state that the printed list names twice.
named-again = { $name } (named again)

# States in no roster, and places, before their names.
outside = In no roster

pale-marks = Pale marks: { $count }{"\u00A0"}{ $count ->
    [one] row
   *[other] rows
} left out by the filters.
marks-gathered = A mark with a number stands for as many states around it, in the shape of the first.
marks-at-capitals = Marks stand at capitals, moved apart where they would cover each other.
no-borders = Coastlines only; no borders drawn.
known-until = The roster is known only to { $date }.
