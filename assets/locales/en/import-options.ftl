### What tables can be of, and what can be said of one that it does not say itself. Each is an option of the command line and
### a field of the window: what it is called, and, with `-does`, what it says.

## Kinds of tables

trade = Figures
trade-does = Figures: UN Comtrade, SDMX-CSV, Eurostat, World Bank, WITS, OWID, China’s customs, any CSV, TSV, XLSX or ODS
roster = Members
roster-does = Members: a row for each time of status or each state, Wikidata’s results, COW’s organisations, a plain list
sources = Sources
sources-does = Sources: CSL-JSON, RIS, BibTeX, a list of addresses
claims = Check sheet
claims-does = Claims with their evidence: a check sheet with a row for each fact
document = Document
document-does = A newer edition of the document: what was written of its sentences goes where they went
# What is given on the command line.
tables-given = The tables; each is recognised by its columns
document-given = The newer edition: DOCX, PDF, a saved page, Markdown or plain text

## Options

layout = Layout
layout-does = The layout of the table, where it is not recognised
organisation = Organisation
organisation-does = The organisation, by its key, where the briefing has several: the first if none is given; where it has none, the one that is begun
column = Column
column-does = What a column is taken as, by its head: of figures period, value, reporter, partner, flow, product, unit; of members state, code, status, since, until, note; of claims statement, verified, verdict, method, source, address, read, says, page, note, at
map = Who is meant
map-does = Who or what a name of the table is: a key of the briefing, a code, a flow of the series, or exports or imports
keep = Rows kept
keep-does = Keep the rows that have one of some values in a column: cmdCode=TOTAL or reporterISO=CHN,RUS
status = Status
status-does = The status of states for which the table gives none; where it gives none at all, without one, the highest
since = Since
since-does = Since when states have their status, where the table does not say
series = Series
series-does = The series that the figures are added to; without one, a series is made and found again
unit = Unit
unit-does = What the figures are in, where the table does not say, such as “million USD”
scale = Scale
scale-does = The scale of a new series: bn, m or k; without one, the one in which its figures are short
decimal = Fraction
decimal-point = a point: 1,475.5
decimal-comma = a comma: 1.475,5
decimal-does = What parts a fraction, where the table does not show
reporter = Reporter
reporter-does = Who counted, where the table does not say
partner = Partner
partner-does = With whom was traded, where the table does not say
flow = Flow
flow-exports = exports
flow-imports = imports
flow-total = both together
flow-does = Which way goods went, where the table does not say
dates = Dates such as 03/04/2020
dates-day-first = the day first: 3 April
dates-month-first = the month first: 4 March
dates-does = Which number of a date such as 03/04/2020 is the month, where no date of its column shows it
period = Period
period-does = Of what period the figures are, where the table does not say
fiscal = Fiscal years begin in
fiscal-does = The month in which the table’s years begin, such as April or 4, where they are written 2013-14
sheet = Sheet
sheet-does = The sheet of a workbook; without one, the first that is not empty
was = Older edition
was-does = The older edition, where its text does not stand beside the briefing, so that what changed is known from what is new
encoding = Encoding
encoding-does = The encoding of a text, where the guess is wrong
delimiter = Between fields
delimiter-does = What stands between fields, where the guess is wrong; tab for a tab
publisher = Publisher
publisher-does = Who published the table
title = Title
title-does = What the table is called
address = Address
address-does = Where the table is found
read = Read on
read-does = The day on which it was read; without one, today

## What a column is taken as

role-reporter = reporter
role-reporter-code = reporter’s code
role-partner = partner
role-partner-code = partner’s code
role-flow = flow
role-flow-code = flow’s code
role-product = product
role-product-code = product’s code
role-period = period
role-year = year
role-month = month
role-quarter = quarter
role-frequency = frequency
role-value = value
role-unit = unit
role-multiplier = multiplier
role-prices = prices
role-valuation = valuation
role-status = status
role-state = state
role-code = state’s code
role-since = since
role-since-precision = precision of since
role-until = until
role-until-precision = precision of until
role-decided = decided
role-occasion = occasion
role-note = note
role-statement = fact
role-verified = verified
role-verdict = verdict
role-method = method
role-source = source
role-address = address
role-read = looked at on
role-says = what it says
role-page = page
role-at = sentence
