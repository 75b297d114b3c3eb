### What is said of the parts of a drawing that can be pointed at and heard: the map, the chronology, the strip of a
### document.

## The map of a roster. A mark stands for one state, or, of a long roster, for several.

map-whole = Map of { $states } { $states ->
    [one] state
   *[other] states
}
map-gathered = Map of { $states } states in { $marks } { $marks ->
    [one] mark
   *[other] marks
}
map-mark = { $name } on the map, { $status }
# What is on the map and in no roster: a state, and a place with its part in the event.
map-outside = { $name } on the map, in no roster
map-place = { $name } on the map: { $part }
map-mark-left-out = { $name } on the map, { $status }, left out by the filters
# A mark that stands for several states: the first of them, and how many more.
map-several = { $name } and { $more } more

## The chronology. $called is what the document is called, such as “article”.

chronology-whole = Chronology of { $events } { $events ->
    [one] event
   *[other] events
}, { $span }
event = { $place }, { $when }: { $what }
event-ahead = { $place }, { $when }: { $what }, still ahead at the time of the { $called }

## Where a sentence stands in the document.

locator = Paragraph { $paragraph }, sentence { $sentence }, among { $count }{"\u00A0"}{ $count ->
    [one] sentence
   *[other] sentences
}
