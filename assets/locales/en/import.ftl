### Tables that are imported: what is done with them, and why something is not. What is wrong begins in lower case and has
### no full stop, what to do begins with a capital and has none either; `fault-…` joins them.

fault-file = { $file }: { $what }. { $remedy }.
fault-row = { $file }, row { $row }: { $what }. { $remedy }.
fault-column = { $file }, column “{ $column }”: { $what }. { $remedy }.
fault-cell = { $file }, row { $row }, column “{ $column }”: { $what }. { $remedy }.
cancelled = The import was stopped. Nothing was changed.

## A file as a whole

# $reason is what the system says.
unreadable = cannot be read: { $reason }
unreadable-remedy = Check that it is there and that you may open it
not-a-file = is not a file
not-a-file-remedy = Give the file with the table
too-large = is larger than { $most } MiB
too-large-remedy = Take a smaller extract of it
too-large-unpacked = is larger than { $most } MiB when it is unpacked
too-many-cells = has more than { $most } cells
row-too-long = is longer than { $most } KiB
row-too-long-remedy = See whether a quotation mark is never closed
is-pdf = is a PDF and no table
is-old-office = is a workbook of an older Excel (XLS)
is-picture = is a picture and no table
is-gzip = is packed with gzip
is-html = is a web page and no table
no-text = is no text
foreign-remedy = Save the table as CSV, XLSX or ODS
no-encoding = there is no encoding “{ $label }”
no-encoding-remedy = Give one by its usual name, such as utf-8, windows-1251 or gb18030
no-delimiter = “{ $given }” cannot stand between fields
no-delimiter-remedy = Give a comma, a semicolon, a tab or another sign of ASCII
not-json = is no valid JSON
not-json-remedy = Fetch it again
no-list = has no list of entries
no-list-remedy = Save what stands under `data`, or take CSV
broken-workbook = is a workbook that cannot be read
broken-remedy = Open it where it was made and save it again, or as CSV
encrypted = is protected by a password
encrypted-remedy = Save it without one
no-sheet = there is no sheet “{ $name }”
no-sheet-remedy = Did you mean “{ $near }”?
empty = is empty
empty-remedy = Give a file with a table in it

## Its columns

# $columns are their heads.
unknown-layout = no layout is known by these columns: { $columns }
unknown-layout-remedy = { $surface ->
    [window] Say what they are under “Columns”: the period and the value, with reporter, partner and flow where there are such
   *[terminal] Say what they are: --column period=HEAD --column value=HEAD, with reporter, partner and flow where there are such
}
no-layout = there is no layout “{ $key }”
no-layout-remedy = Did you mean “{ $near }”?
no-column = there is no column “{ $name }”
no-column-near = Did you mean “{ $near }”?
no-column-remedy = There are { $columns }
no-role = a column cannot be taken as “{ $role }”
no-role-remedy = It can be { $roles }
no-roles = its columns are known by its layout and cannot be chosen
no-roles-remedy = { $surface ->
    [window] Leave “Columns” as they are, or choose under “Layout” that a figure stands in each row
   *[terminal] Leave --column out, or say --layout long
}
no-value = no column of numbers was found
no-value-remedy = { $surface ->
    [window] Say which it is: under “Columns” take it as “value”
   *[terminal] Say which it is: --column value=HEAD
}
no-mark = it cannot be told whether a comma parts thousands or a fraction
no-mark-remedy = { $surface ->
    [window] Say which under “Fraction”
   *[terminal] Say which: --decimal point, or --decimal comma
}
no-month = its title names no month
no-month-remedy = { $surface ->
    [window] Say which under “Period”, such as 2024-12
   *[terminal] Say which: --period 2024-12
}
no-year = has months or quarters side by side, and nothing says of which year they are
no-year-remedy = { $surface ->
    [window] Say which under “Period”, such as 2024
   *[terminal] Say which: --period 2024
}
# $years are such as 2013-14.
fiscal-unsaid = has years such as { $years }, and it is not said in which month they begin
fiscal-unsaid-remedy = { $surface ->
    [window] Say which under “Fiscal years begin in”, such as April
   *[terminal] Say which: --fiscal April
}
dates-unsaid = it cannot be told which number is the month in { $date }, and no other of its dates tells it
dates-unsaid-remedy = { $surface ->
    [window] Say which under “Dates such as 03/04/2020”
   *[terminal] Say which: --dates day-first, or --dates month-first
}
dates-otherwise = has { $date }, which is no date where { $order ->
    [day-first] the day
   *[month-first] the month
} stands first
dates-otherwise-remedy = { $surface ->
    [window] Choose the other order under “Dates such as 03/04/2020”, or write its dates as 2020-04-13
   *[terminal] Say the other order with --dates, or write its dates as 2020-04-13
}
no-dates = has no dates such as 03/04/2020, either number of which could be the month
no-dates-remedy = { $surface ->
    [window] Leave “Dates such as 03/04/2020” to be found out
   *[terminal] Leave --dates out
}
no-way-in-query = does not say whether goods went out or came in, which was chosen where it was asked for
no-way-in-query-remedy = { $surface ->
    [window] Say which under “Flow”
   *[terminal] Say which: --flow exports, --flow imports, or --flow total for both together
}
no-fiscal = has no years such as 2013-14 that could begin in another month than January
no-fiscal-remedy = { $surface ->
    [window] Leave “Fiscal years begin in” empty
   *[terminal] Leave --fiscal out
}
unit-unread = “{ $what }” in the unit “{ $given }” is not understood
unit-unread-remedy = Say a scale and a currency by its code, such as million USD
mostly-odd = of { $all } cells where a number or a period is expected by the layout { $layout }, { $odd } have none
mostly-odd-remedy = { $surface ->
    [window] Say under “Columns” which is the value and which the period
   *[terminal] Say what the columns are: --column value=HEAD, --column period=HEAD
}
# $reasons are those of `left-…`, each with how many.
nothing-in-it = no figure is left of it
nothing-left = no figure is left of it: { $reasons }
reason-left = { $why } ({ $count })
nothing-in-it-remedy = { $surface ->
    [window] See whether “Rows kept” leaves too much, and whether “Columns” are taken as what they are
   *[terminal] See whether --keep leaves too much, and say with --column what the columns are
}
# What was said of the whole table, where no row is without it.
says-reporter = every row says itself who counted
says-partner = every row says itself with whom was traded
says-unit = it says itself what its figures are in
says-flow = it says itself which way goods went
says-period = it says itself of which periods its figures are
# $option is the key of what was said.
says-remedy = { $surface ->
    [window] Leave the field empty. Rows are chosen under “Rows kept”, and a column is set aside under “Columns”
   *[terminal] Leave --{ $option } out. Rows are chosen with --keep HEAD=VALUE, and a column is set aside with --column { $option }=
}
# $columns are some of parted-column.
parted = has different figures for the same, and only these columns tell them apart: { $columns }
parted-column = { $head } ({ $values })
parted-remedy = { $surface ->
    [window] Write under “Rows kept” which are meant, such as { $head }={ $value }; a column of goods is taken as “product” under “Columns”
   *[terminal] Say which are meant, such as --keep "{ $head }={ $value }"; where it is one of goods, --column "product={ $head }"
}
too-many-figures = has more than { $most } figures
too-many-series = has { $count } series of reporters, partners and units, and { $most } are the most
narrow-remedy = { $surface ->
    [window] Keep a part of it: write HEAD=VALUE under “Rows kept”
   *[terminal] Keep a part of it: --keep HEAD=VALUE
}
no-series = there is no series `{ $key }`
no-series-remedy = Did you mean `{ $near }`?
several-series = has figures of several reporters, units or kinds, and one series was named for them
other-currency = is in { $theirs }, and the series in { $ours }
other-currency-remedy = { $surface ->
    [window] Leave “Series” empty, so that it becomes a series of its own
   *[terminal] Leave --series out, so that it becomes a series of its own
}
no-scale = “{ $given }” is no scale
no-scale-remedy = Give bn, m, k, or nothing
not-spliced = does not have what would be added to
not-spliced-remedy = See what `check` says of it

## What is left, and what to know

left-missing = no number: a gap stays a gap
left-no-number = neither a number nor a mark that it is missing
left-no-period = no period
left-balance = balances, which are computed
left-again = re-exports and re-imports, which exports and imports hold already
left-goods = parts of the goods, where all goods are there
left-parts = parts by procedure, transport or second partner
left-changes = changes in per cent, which are computed
left-deleted = marked as deleted
left-filtered = not among what is kept
left-double = the same figure again
left-differing = another figure for the same
left-too-long = more than 28 digits
doubles = { $count ->
    [one] 1 figure stands there twice
   *[other] { $count } figures stand there twice
}.
differing = Rows { $first } and { $second } give two figures for { $period }, { $one } and { $other }: the first is taken.
strangers = { $count ->
    [one] 1 name is that of no state that is known
   *[other] { $count } names are those of no state that is known
}: { $names }. { $surface ->
    [window] Say who is meant under “Names that nobody knows”.
   *[terminal] Say who is meant: --map "NAME=KEY".
}
gaps = { $flow }: no figure for { $periods }.
broken = { $flow }: the series is broken in { $period }.
beside = { $flow }, { $period }: { $theirs } is put beside { $ours }, which the briefing has from elsewhere.
no-unit = { $surface ->
    [window] What the figures are in is not said: write it under “Unit”, such as million USD.
   *[terminal] What the figures are in is not said: --unit "million USD".
}
no-reporter = { $surface ->
    [window] Who counted is not said: write it under “Reporter”.
   *[terminal] Who counted is not said: --reporter NAME.
}
no-way = { $surface ->
    [window] Whether goods went out or came in is not said: the figures are taken as a total. Otherwise say which under “Flow”.
   *[terminal] Whether goods went out or came in is not said: the figures are taken as a total. Otherwise --flow exports, or --flow imports.
}
which-party = { $surface ->
    [window] Whether those of the column { $column } counted or were traded with is not said: they are taken as who counted. Otherwise take the column as “partner”, or write under “Reporter” who counted.
   *[terminal] Whether those of “{ $column }” counted or were traded with is not said: they are taken as who counted. Otherwise --reporter NAME, or --column "partner={ $column }".
}
parted-along = Figures of a series differ in these columns, of which nothing more is known: { $columns }.
unused-name = Nothing was looked up by the name “{ $name }”: what was said of it changed nothing.
# $head is the head of a column or another text of the table, $what the word in it that nobody knows.
unit-unclear = What “{ $head }” is in is not known: “{ $what }” is not understood. { $surface ->
    [window] Write it under “Unit”, such as million USD.
   *[terminal] Say it: --unit "million USD".
}
unit-guessed = “{ $word }” is taken for { $currency }. { $surface ->
    [window] If it is another, write it under “Unit”, such as million AUD.
   *[terminal] If it is another: --unit "million AUD".
}
columns-left = { $surface ->
    [window] Left are columns of numbers, since they are no flows of goods in money, or parts or sums of others: { $columns }. To take one, take it as “value” under “Columns”.
   *[terminal] Left are columns of numbers, since they are no flows of goods in money, or parts or sums of others: { $columns }. To take one: --column value=HEAD.
}
days-are = { $head }: the days are all first or last ones, so each figure is taken for the { $kind ->
    [year] year
    [half-year] half-year
    [quarter] quarter
   *[month] month
} around it.
months-of = Its months or quarters are taken for those of { $year }, the only year that stands beside or above them.
year-carried = Where { $head } is empty, the year above it is taken.
marked = { $count ->
    [one] 1 number has a mark behind it, { $shown }: it is taken without the mark, and a note says so
   *[other] { $count } numbers have marks behind them, such as { $shown }: each is taken without its mark, and a note says so
}.
no-publisher = { $surface ->
    [window] Who published the table is not known: write it under “Publisher”.
   *[terminal] Who published the table is not known: --publisher NAME.
}

left-stranger = names that are those of no state that is known
left-no-date = no day since when
left-no-position = states whose place on the map is not known
left-otherwise = times that the briefing gives otherwise
left-nameless = neither a title nor an address
dateless = { $surface ->
    [window] Of { $count } no day is given since when: one under “Since” is that of them all.
   *[terminal] Of { $count } no day is given since when: --since DATE gives one to them all.
}
left-unread-date = a date that is not understood
left-either-day = a date of which either number can be the month
left-at-odds = a name of one state and the code of another
left-no-status = no status, and others have one
left-begun-before = began before the table, or in years that it does not know
left-since-outside = began at another time than the day that is given since when
left-ended-between = ended in years that the table does not know
unread-dates = Not understood as dates: { $dates }. Their rows are left. Write them as 1960-09-28, as far as they are known.
either-days = { $surface ->
    [window] It cannot be told which number is the month in { $dates }, and no other date of the column tells it. Their rows are left. Say which under “Dates such as 03/04/2020”.
   *[terminal] It cannot be told which number is the month in { $dates }, and no other date of the column tells it. Their rows are left. Say which: --dates day-first, or --dates month-first.
}
undecided = Not understood as the day of a decision, and left out: { $dates }.
at-odds = { $surface ->
    [window] The name is that of one state, the code that of another: { $states }. Take one column as nothing under “Columns”, or correct the table.
   *[terminal] The name is that of one state, the code that of another: { $states }. Say who is meant, --map "NAME=KEY", or correct the table.
}
all-at-odds = has the names of states beside the codes of others: { $states }
all-at-odds-remedy = { $surface ->
    [window] Take one of the columns as nothing under “Columns”, or correct the table
   *[terminal] Say who is meant, --map "NAME=KEY", or correct the table
}
begun-before = { $surface ->
    [window] Of { $count } the table says only in which year it was so already: a day before that under “Since” is that of them all.
   *[terminal] Of { $count } the table says only in which year it was so already: --since DATE, a day before that, gives one to them all.
}
statusless = { $surface ->
    [window] Of { $count } no status is given, as it is of others: one under “Status” is that of them all.
   *[terminal] Of { $count } no status is given, as it is of others: --status KEY gives one to them all.
}
statuses-alike = Taken as the status `{ $status }`, which says the same: { $words }.
dates-left = { $surface ->
    [window] Columns of dates are left: { $columns }. Say under “Columns” which is “since” or “until”.
   *[terminal] Columns of dates are left: { $columns }. Say what they are: --column since=HEAD, --column until=HEAD.
}
panel-ends = The table ends with { $year }: what came after, it does not say.
unknown-years = Of some years the table does not know what they were: { $states }.
# Each is state, status, from/until, with dates as the files write them.
otherwise = The briefing has “{ $ours }”, the table “{ $theirs }”: the briefing’s stays.

## Members and sources

no-states = no column of states was found among { $columns }
no-states-remedy = { $surface ->
    [window] Say which it is: under “Columns” take it as “state” or as “state’s code”
   *[terminal] Say which it is: --column state=HEAD, or --column code=HEAD
}
no-states-in-it = no state is left of it
several-organisations = has several organisations: { $names }
one-organisation = { $surface ->
    [window] Keep one: write ioname=NAME under “Rows kept”
   *[terminal] Keep one: --keep ioname=NAME
}
no-organisation = there is no organisation `{ $key }`
no-roster = the briefing has no roster to add to
no-roster-remedy = { $surface ->
    [window] Say under “Organisation” for which one is begun, by its key, such as asean
   *[terminal] Say for which organisation one is begun: --organisation KEY, such as --organisation asean
}
no-since = says of no state since when it has its status
no-since-remedy = { $surface ->
    [window] Say which column does, under “Columns” as “since”, or give one day to them all under “Since”
   *[terminal] Say which column does, --column since=HEAD, or give one day to them all, --since DATE
}
no-date-read = has no date that is understood: { $dates }
no-date-read-remedy = Write them as 1960-09-28, as far as they are known
one-organisation-column = { $surface ->
    [window] Say which: under “Columns” take its column as “status”
   *[terminal] Say which: --column status=HEAD
}
roster-begun-as-founded = The briefing had no roster: one was begun for { $name }, founded, as the table has it, in { $founded }.
roster-begun = The briefing had no roster: one was begun for { $name }, founded, as the earliest day of the table has it, on { $founded }. Correct in `roster.json` what is otherwise.
no-facts = no column of facts was found among { $columns }
no-facts-remedy = { $surface ->
    [window] Say which it is: under “Columns” take it as “fact”
   *[terminal] Say which it is: --column statement=HEAD
}
left-no-fact = no fact
left-nothing-cited = neither a document that makes the claim nor a source that bears it out
strange-verdicts = Nobody knows what is made of a fact by { $words }: taken as not verified. Say it with yes, no, disputed or outdated.
no-such-sentences = The document has no sentence { $places }: cited as a whole.
unread-days = { $surface ->
    [window] Not understood as the day on which something was looked at, and left out: { $dates }. Write them as 2024-03-05, or say under “Dates such as 03/04/2020” which number is the month.
   *[terminal] Not understood as the day on which something was looked at, and left out: { $dates }. Write them as 2024-03-05, or say which number is the month: --dates day-first, or --dates month-first.
}
# Before it was otherwise: $verdict is such as `supported`, $note and $before what was said of it.
claim-turned = { $reason } Before this check sheet it was { $verdict } ({ $note }): { $before }
claim-unquoted = What it says was not written down.
claim-checked = checked on { $date }
claim-of-sheet = taken from a check sheet
claim-unexplained = The check sheet gives no reason.
not-csl = is no list of publications in CSL-JSON
not-csl-entry = is no publication as CSL-JSON has them
not-ris = has no publication in RIS
not-bibtex = is no BibTeX that can be read
no-address = has no web address
left-no-address = a line without a web address
left-not-bibtex = an entry that is not BibTeX
dated-as = Dated “{ $date }”.
also-at = Also at { $addresses }.
no-format = is in none of the known formats
no-format-remedy = Give CSL-JSON, RIS, BibTeX, or a list with a web address in each line
by-authors = By { $names }.
layout-members = a list of members
layout-cow = COW intergovernmental organisations
layout-cow-states = COW states and years
layout-check-sheet = a check sheet
format-csl = CSL-JSON
format-ris = RIS
format-bibtex = BibTeX
format-addresses = addresses

## Beside a figure

status-break = Break in the series.
status-estimated = Estimated.
status-forecast = Forecast.
status-provisional = Provisional.
status-imputed = Imputed.
status-unreliable = Of low reliability.
status-differs = The definition differs.
status-marked = Marked in the table, which explains its marks.

## Names of what is made

flow-from-to = { $one }→{ $other }
flow-both = { $one }–{ $other }
flow-exports = Exports
flow-imports = Imports
flow-total = Total
flow-goods = { $flow }, { $goods }
valuation-both = imports { $imports }, exports { $exports }
balance-of = { $name }’s balance
balance = Balance
current-prices = current prices
constant-prices = constant prices
constant-prices-of = constant prices of { $year }
subject-pair = { $one }–{ $other } goods trade
subject-one = { $name }’s goods trade
subject-table = { $name }
headline = { $subject }, by { $publisher }
# As libraries do, in brackets, since nobody gave it a title.
title-described = [{ $name }]
title-of = [{ $name }, { $subject }]
unknown-publisher = Publisher not known

## What would be done

figure-added = { $series }, { $flow }, { $period }: { $new }
figure-changed = { $series }, { $flow }, { $period }: { $old } → { $new }
part-added = { $kind } { $key }: { $new }
part-changed = { $kind } { $key }: { $old } → { $new }
part-trade = set of figures
part-series = series
part-flow = flow
part-roster = organisation
part-state = state
part-status = status
part-spell = spell
part-source = source
part-claim = claim
part-evidence = evidence on
part-verdict = verdict on

## Layouts

layout-comtrade = UN Comtrade
layout-comtrade-old = UN Comtrade, before 2022
layout-sdmx-2 = SDMX-CSV 2
layout-sdmx-1 = SDMX-CSV 1.0
layout-imf = International Monetary Fund
layout-trade-map = Trade Map
layout-eurostat-tsv = Eurostat TSV
layout-world-bank = World Bank
layout-wits = WITS
layout-owid = Our World in Data
layout-customs-english = China’s customs, English
layout-customs-chinese = China’s customs, Chinese
layout-customs-query = China’s customs, a query
layout-crossed = a head of two rows
layout-long = a figure a row
layout-wide = a column for each period

## The plan, as the command line prints it

table = { $file }: { $name }, { $form }, { $rows } rows
form-delimited = { $encoding }, fields between “{ $delimiter }”
form-sheet = sheet “{ $name }”
form-json = JSON
form-list = a list
column-taken = { "  " }{ $head } = { $role }, such as { $sample }
column-left = { "  " }{ $head }: left
counts = { $added } to add, { $changed } to change, { $same } as they are, { $left ->
    [one] 1 left
   *[other] { $left } left
}
row = row { $row }
and-more = and { $count } more
left = { $count } left: { $why } (rows { $rows })
nothing-to-do = Nothing is different.
would-write = { $surface ->
    [window] Nothing was written. It would be: { $files }
   *[terminal] Nothing was written. Without --dry-run: { $files }
}
written = Written: { $files }
