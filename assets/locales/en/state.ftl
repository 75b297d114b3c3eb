### A state in the inspector.

facts = Facts
history = Status history
history-in = Status in { $organisation }
claims = Claims that name it
capital = Capital
region = UN region
population = Population
codes = ISO codes
not-known = not known
decided = Decided { $date }
until = Until { $date }
within-days = To within { $days }{"\u00A0"}{ $days ->
    [one] day
   *[other] days
}

## A state that is copied: its name and the statuses it held, the latest first.

copied = { $name }: { $held }.
# $of is the organisation: "Member of the SCO since 9 June 2017".
copied-since = { $status } ({ $of }) since { $from }
copied-until = { $status } ({ $of }) from { $from } to { $until }
