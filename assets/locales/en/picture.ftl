### What is written on a chart or a map as a picture, beside its drawing.

# The title of a chart: what is traded, and the years it shows.
title-year = { $subject }, { $year }
title-years = { $subject }, { $first } to { $last }
# Who counts, how the values are measured, and how much is shown.
layer-document = Only what is printed in the { $called }.
layer-all = What is printed in the { $called }, and context from other sources.

# An event and a claim in words, beside their marks; $years are all that the claim speaks of.
event = { $on }: { $event }
claim = { $verdict }, on { $years }: { $claim }
and = { $first } and { $second }
more-events = and { $count }{"\u00A0"}{ $count ->
    [one] event
   *[other] events
} more
more-claims = and { $count }{"\u00A0"}{ $count ->
    [one] claim
   *[other] claims
} more

## The foot.

sources = Sources: { $sources }.
# Among the sources: the document itself, and a publisher of several texts.
document = the { $called }
publisher = { $publisher } ({ $count })
made = { $briefing }. Made { $made } with Briefing Desk.
