### The inspector around what is selected.

nothing = Nothing selected
nothing-why = Pick a row, a key point or a figure to see where it comes from.
nothing-how = Tab to move, Enter to open
next = Next
previous = Previous
show-in-source = Show in source

# Which of how many is selected; without numbers where it stands in no list.
claim = Claim
sentence = Sentence
source = Source
state = State
row = Row
year = Year
period = Period
check = Check
position = { $kind } { $index } of { $all }
