### The palette: anything by its name.

name = Search or run a command
hint = Search or run a command
figure = { $period }, { $subject }
preparing = Preparing…
nothing = Nothing is called that
nothing-how = Try fewer letters, or a name in another language.
count = { $count }{"\u00A0"}{ $count ->
    [one] result
   *[other] results
}
step = move
open = open
commands-only = commands only

# The heads of the groups.
recent = Chosen before
states = States
figures = Figures
claims = Checks and claims
people = People
sources = Sources
sentences = Sentences
briefings = Briefings opened before
views = Saved views
commands = Commands
link = Follow the link

# How many of a group are not shown.
more = { $count } more

# What opening something does, beside what is chosen.
open-in-inspector = open in the inspector
open-view = show it
open-tab = open the tab
open-briefing = open the briefing
do-it = run
show-only = show what speaks of them
