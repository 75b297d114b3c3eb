### The frame around the tabs: their names, the status bar, the list of keys, what came of something.

tab-summary = Summary
tab-members = Members
tab-trade = Trade
tab-sources = Sources & checks
