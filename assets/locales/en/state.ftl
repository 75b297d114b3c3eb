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
