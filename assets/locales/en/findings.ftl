### What the checks find: what each finding is about, and what holds or is wrong, with the numbers put in.
### A message that is called as its check is a title; those that follow it say what holds or is wrong.

## Ways of joining

# Two of the same kind: CIF and FOB
and = { $a } and { $b }
# One of two: CNY or JPY
or = { $a } or { $b }
# Statements one after the other
then = { $a }; { $b }

# What is not listed, because a hundred of its kind are.
more = More of the same
more-named = { $count }{"\u00A0"}more
more-of-a-kind = { $count }{"\u00A0"}{ $count ->
    [one] more finding of this kind is
   *[other] more findings of this kind are
} not listed. It holds: { $holds }

# Several findings of one cause. $first is what the first of them says, $names what they touch.
one-cause-title = Several of one cause
one-cause = { $count } alike, the first of them: { $first }
one-cause-of = { $count } alike: { $names }. The first of them: { $first }

## Sums, shares, balances

direction-sum = Sum of directions, { $period }
# $sum is a sum with its result: 129.32 + 115.49 = 244.81
direction-sum-equation = { $sum }, printed { $printed }
direction-sum-off = { $equation }: off by { $off }, where rounding allows { $allowed }

same-figure = Two figures for { $flow }, { $period }
same-figure-apart = { $a } and { $b }, more apart than rounding allows

# $balance is the name of the difference of the two directions, such as Russia’s balance
balance = { $balance }, { $period }
balance-equation = { $a } − { $b } = { $balance }

stated-growth = Stated growth, { $period }
stated-compound-growth = Stated compound growth, { $period }
stated-share = Stated share, { $period }
stated-balance = Stated balance, { $period }
stated-computed = { $stated } stated, { $computed } computed

## Growth

growth = Growth, { $from }–{ $to }
growth-equation = { $to } / { $from } − 1 = { $percent }{"\u00A0"}%
compound-growth = Compound annual growth, { $from }–{ $to }
compound-growth-equation = ({ $to } / { $from })^(1/{ $years }) − 1 = { $percent }{"\u00A0"}%
published-growth = Published growth of { $flow }, { $period }
published-growth-computed = { $published }{"\u00A0"}% published; { $to } / { $from } − 1 = { $percent }{"\u00A0"}%
growth-of-parts = Growth of the total and of its parts, { $period }
growth-of-parts-follows = { $total }{"\u00A0"}% published; from { $forward } and { $backward }{"\u00A0"}% for the directions { $percent } follows
growth-of-parts-between = { $total }{"\u00A0"}% published; from { $forward } and { $backward }{"\u00A0"}% for the directions it lies between the two

## Magnitudes and directions

magnitude = Jump of { $flow }, { $period }
magnitude-above = { $value } is by the month about { $times } times its neighbours
magnitude-below = { $value } is by the month about { $times } times smaller than its neighbours
# $jump is one of the two messages before this one
magnitude-unit = { $jump }: one unit may have been taken for another
negative-flow = Below zero, { $period }
negative-flow-value = { $value } cannot be a flow
direction-swap = { $balance } changes its sign, { $period }
direction-swap-around = { $a } − { $b } = { $balance }, where the periods around have { $before } and { $after }

## Units and part-years

unit-stated = Unit stated
unit-not-stated = Unit not stated
basis-stated = Basis stated
basis-not-stated = Basis not stated
# The sign and the scale of a unit: US$ bn
basis-values = { $values }
# $missing is a list of the words that follow, the first of them as a sentence begins
basis-missing = { $missing } not named; the series has { $values }
basis-currency = currency
basis-scale = scale
basis-prices = prices
basis-valuation = valuation
basis-reporter = reporter
basis-currency-first = Currency
basis-scale-first = Scale
basis-prices-first = Prices
basis-valuation-first = Valuation
basis-reporter-first = Reporter
mixed-units = Two units in one series, { $period }
mixed-units-value = { $value } in { $unit } stands among { $units }
# Sign, scale and prices of a unit: US$ bn, current prices
unit = { $sign } { $scale }, { $prices }
mixed-valuations = Two valuations in one series: { $flow }
mixed-valuations-flow = { $flow } is valued { $unlike }, the series { $valuation }
currency-sign = Sign of another currency
currency-sign-codes = { $sign } stands for { $codes }, the series is in { $currency }
part-year = Part-year of { $flow }, { $period }
part-year-held = { $part } in { $part_period }, { $whole } in { $whole_period }, which holds it
rest-of-year = Rest of { $flow }, { $period }
rest-of-year-monthly = from { $part } in { $part_period } to { $whole }: by the month { $rest } after { $before }

## Numbers in words

figure-in-sentence = Figure not in its sentence, { $period }
figure-elsewhere = { $value } is not in { $at }, but in another sentence
figure-not-among = { $value } is not among { $numbers } in { $at }
unit-in-sentence = Another unit in the sentence, { $period }
unit-there-sign = { $at } has the sign { $sign }, the series { $unit_sign }{ $value } { $scale }
unit-there-scale = { $at } has 10 to the power of { $power }, the series { $unit_sign }{ $value } { $scale }
year-in-sentence = Year not in its sentence, { $period }
year-named = { $value } is of { $year }, { $at } names { $years }
label-figures = Label and sentence differ
claim-figures = Claim and sentence differ
key-point-figures = Key point and claim differ
# $numbers are numbers; $text is the text in which they stand
alone = { $numbers } stands in “{ $text }” alone

## The printed list

named-times = Named { $times ->
    [2] twice
   *[other] { $times } times
}
# $statuses is a status in the plural: dialogue partners; beside a number, in the form that the number asks for.
named-times-among = { $name } stands { $times ->
    [2] twice
   *[other] { $times } times
} among the { $statuses }
distinct-states = Fewer states than entries
distinct-states-counted = { $states }{"\u00A0"}{ $states ->
    [one] state
   *[other] states
} in { $entries }{"\u00A0"}{ $entries ->
    [one] entry
   *[other] entries
} of { $statuses }
list-missing = Missing from the list
list-extra = Not on the roster
list-complete = Complete list
list-counted = { $printed } of { $due } { $statuses } on { $date }
list-missing-state = { $counted }; missing: { $state }
list-extra-state = { $state } is not among the { $due } { $statuses } on { $date }
stated-count = Stated number
stated-count-said = { $stated } { $statuses } stated
stated-count-printed = { $said }, { $printed } printed
stated-count-roster = { $said }, { $due } on the roster
printed-name = Printed under another name
printed-name-of-other = { $printed } is printed, { $state } is meant
printed-name-unknown = { $printed } is no known name of { $state }
not-in-sentence = Not in its sentence
entry-in-sentence = { $printed } is listed, and { $at } does not name it

## Codes of states. $kind is one of the three kinds; $meant is the code as it should be written.

code-alpha2 = alpha-2
code-alpha3 = alpha-3
code-numeric = numeric
state-code = ISO code
state-code-form = `{ $code }` is no { $kind } code as ISO 3166 writes them; { $meant } is meant
state-code-no-form-alpha2 = `{ $code }` is no alpha-2 code: ISO 3166 writes two capitals
state-code-no-form-alpha3 = `{ $code }` is no alpha-3 code: ISO 3166 writes three capitals
state-code-no-form-numeric = `{ $code }` is no numeric code: ISO 3166 writes three digits
state-code-unknown = { $code } is no country’s { $kind } code
# $codes are those of the state, $right the three that belong to the first of them.
state-codes-differ = { $codes } are codes of several countries; with the first go { $right }
state-code-twice = ISO code given twice
# $names are those of the first few.
state-code-shared = { $code } is the code of { $count } states: { $names }

## Names

spelling = Spelling varies
spelling-of = { $name }: { $spellings }
spelled-in = { $spelling } in { $at }
name-in-sentence = { $name } is cited from { $at }, which does not name it

## Spells of status

# A state with a status it had: Kuwait, dialogue partner from 14 Jul 2022
spell = { $state }, { $status } from { $from }
spell-until = { $state }, { $status } from { $from } until { $until }
spell-reversed = Ends before it begins
status-shape = Two statuses are drawn alike
# $first and $second are their places in the roster.
status-shape-alike = { $organisation }: { $one } ({ $first }) and { $other } ({ $second }) both have the shape { $shape }
spell-overlap = Two statuses at once
spell-gap = No status between two
spell-gap-then = { $spell }; then { $next }
status-time = Status out of its time
status-exists-from = { $spell }; the status exists from { $date }
status-ended = { $spell }; the status ended on { $date }
merger-followed = Lost in a merger
merger-not-followed = { $spell }; nothing follows in the status that took its place
decided-before = Decided after it took effect
decided-on = { $spell }, decided only on { $date }
spell-before-founding = Before the founding
spell-founded-on = { $spell }; { $organisation } was founded on { $date }
spell-after-known = Later than the roster is known
spell-known-to = { $spell }; the roster is known to { $known }, not to { $date }
spell-in-list = Not listed where it is cited
spell-cited-from = { $spell }, cited from { $at }, which does not list it so
printed-status-ended = { $printed } is printed among the { $statuses } on { $as_of }; the status ended on { $date }
printed-status-begins = { $printed } is printed among the { $statuses } on { $as_of }; the status exists from { $date }

## Order of time

cause-after-effect = Effect before its cause
cause-before-effect = Cause before effect
cause-and-effect = { $effect } { $effect_date }, { $cause } { $cause_date }
cause-after-effect-days = { $said }: the effect came { $days }{"\u00A0"}{ $days ->
    [one] day
   *[other] days
} before its cause
events-in-order = Out of order
events-in-order-after = { $after } { $after_date } stands after { $before } { $before_date }
event-reversed = Ends before it begins
event-reversed-dates = { $event } begins { $from } and ends { $until }
reported-before = Reported long before it happened
reported-before-source = { $event } { $date }, its latest source of { $source_date }
meeting-in-chronology = Meeting not in the chronology
meeting-in-chronology-day = nothing in { $place } on { $date }
meeting-in-chronology-nothing = nothing on { $date }
published-before-meeting = Published before the meeting
published-before-meeting-dates = published { $published }, the meeting was on { $meeting }
checked-before-publication = Looked through before publication
checked-before-publication-dates = evidence checked { $checked }, published { $published }
publication-day = Two days of publication
publication-day-dates = { $source } in its source, { $briefing } in the briefing

## Relative dates

relative-dates = Relative dates
relative-date-is = “{ $words }” is { $date }
relative-date = Relative date resolved otherwise
relative-date-counted = “{ $words }” in a text of { $as_of } is { $counted }, taken to mean { $means }
relative-date-none = “{ $words }” in a text of { $as_of } is no date, taken to mean { $means }

## Forecasts

forecast-source = Forecast without a source
forecast-source-nobody = nobody is named for it: { $claim }
forecast-against-outcome = Forecast against outcome
forecast-outcome = { $claim }. { $outcome }
forecast-decided = Forecast since decided
# $sign and $scale are those of the unit: US$228.105 bn
forecast-decided-figure = { $claim }: { $period } came to { $sign }{ $value }{"\u00A0"}{ $scale }
outcome-figure = Outcome and series differ
outcome-figure-not-in = { $value } for { $period } is not in: { $outcome }

## Quotations

quotation-marks = Quotation marks
quotation-within = within { $at }
quotation-from-to = opened in { $from }, closed in { $to }
quotation-never-opened = Quotation that never opened
quotation-closed-in = closed in { $at }
quotation-not-closed = Quotation not closed
quotation-another = opened in { $from }, another in { $at }
quotation-nowhere-closed = opened in { $from } and nowhere closed
# $sic says what is wrong with the wording, in the briefing's words
wording = { $sic }
wording-kept = Kept as printed: { $label }
half-a-mark = Half a quotation mark
half-a-mark-in = { $open } and { $close } do not pair in: { $text }

## Citations

uncited = No citation
uncited-statement = { $statement } cites nothing
citation-lost = Citation that leads nowhere
citation-no-source = { $statement }: there is no source { $source }
citation-no-document = { $statement }: { $source } is no document, and { $at } no place in it
# $called is what the briefing calls its document, such as “article”.
citation-no-sentence = { $statement }: no sentence { $at } in the { $called }
sentence-without-claim = Sentence without a claim
sentence-without-claim-label = { $at }: { $label }
claim-in-document = Not in the { $called }
claim-read-elsewhere = { $claim } is read from another source alone

## Evidence

verdict-evidence = Verdict without evidence
judgement-evidence = Judgement without evidence
# $verdict is disputed, outdated, unverified or supported
verdict-evidence-none = { $verdict } with nothing to show for it: { $claim }
verdict-against-evidence = Verdict against its evidence
verdict-against-evidence-counts = { $verdict }, while { $agree } { $agree ->
    [one] agrees
   *[other] agree
} and { $disagree } { $disagree ->
    [one] disagrees
   *[other] disagree
}: { $claim }
apparent-independence = One origin behind several sources
# $for is how many items bear the verdict out; all are texts of $name
apparent-independence-of = { $items }{"\u00A0"}items bear out the verdict on { $claim }, and all carry the text of { $name }: they count once
evidence-after-checked = Younger than the last check
evidence-after-checked-dates = { $publisher } of { $date }, evidence checked on { $checked }
read-before-published = Read before it was published
read-before-published-dates = { $publisher }: read { $read }, published { $published }

evidence-alone = Nobody else says so
evidence-alone-document = { $verdict } by the { $called }’s own publisher alone: { $claim }
evidence-alone-unread = { $verdict } by what nobody looked up alone: { $claim }
evidence-both-sides = On both sides
evidence-both-sides-source = { $publisher } is both for and against: { $claim }
evidence-twice = Twice in the evidence
evidence-twice-source = { $publisher } ({ $source }) stands { $count } times in the evidence of: { $claim }

## Addresses and titles of sources. $keys are keys of sources.

source-address = Address that leads nowhere
source-address-placeholder = `{ $address }` is still to be filled in
source-address-example = `{ $address }` is kept for examples
source-address-broken = `{ $address }` opens in no browser
source-address-copy = `{ $address }` is no copy in an archive
source-address-twice = One address, several sources
source-address-shared = { $keys } all lie at { $address }
source-address-date = Address of another date
source-address-dated = { $publisher }: the address or the key gives { $given }, the source { $published }
source-title-twice = One title, several sources
source-title-shared = { $keys } are all called “{ $title }”: if one carries the other’s text, say so
source-title-date = Title of a later year
source-title-dated = “{ $title }” speaks of { $year }, published { $published }
source-title-address = Title and address: { $said }
source-title-address-other = { $said } stands in the title where the address has { $address }: “{ $title }”
source-note-said = Note of a source: { $said }
# $meant is a figure or a date.
source-note-said-other = { $said } stands in the note of { $publisher }, and { $meant } was read in it: “{ $note }”
source-publisher = Two publishers at one site
source-publisher-other = { $site } is { $publisher } here and { $usual } elsewhere
source-kind = One publisher, two kinds
source-kind-other = { $publisher } is { $kind } in { $keys } and { $usual } elsewhere
source-kind-told = Kind that the source denies
# Kind: press, official. Sign: a word of its name, its host or its note. Told: a government or its office
source-kind-told-by = { $publisher } is entered as { $kind }; “{ $sign }” is a sign of { $told }
source-kind-unread = { $publisher } is entered as not looked up, and lies at { $address }
publisher-office = a government’s office
publisher-agency = a news agency
publisher-paper = the press
publisher-work = a work of reference
publisher-anybody = a blog
source-page = Address of no page
source-address-mailbox = `{ $address }` is a mailbox
source-address-disk = `{ $address }` is a file on one machine
source-address-translation = `{ $address }` is a machine’s translation of the page
source-address-door = `{ $address }` is where one logs in
source-address-search = `{ $address }` is a search
source-address-pointer = `{ $address }` points somewhere else
source-address-front = `{ $address }` is the front page of a site
source-exchanged = Publisher and title exchanged
source-exchanged-as = “{ $publisher }” is entered as the publisher, “{ $title }” as the title
source-language = Source in another language
source-language-title = { $publisher }: “{ $said }”, and the title is “{ $title }”
source-language-address = { $publisher }: “{ $said }”, and the address is { $address }
origin-spelling = One name, spelt in two ways
origin-spelling-other = { $said } is nearly { $usual }: as two names they are two witnesses
source-subject = Source of another subject
source-subject-other = cited to { $publisher }: “{ $title }”, which speaks of other states
growth-of-title = Growth that its source’s title gives otherwise
growth-of-title-other = { $percent }{"\u00A0"}% is read in “{ $title }”
source-not-used = Source that its note rules out
source-not-used-note = rests on { $publisher } ({ $source }), of which is noted: “{ $note }”
trade-states = States of another trade
trade-states-other = “{ $said }” and “{ $other }” are of other states
flow-valuation = Flow valued otherwise than its series
flow-valuation-other = { $flow } is valued “{ $said }”, the series “{ $series }”
office-qualified = Office held in full
office-qualified-as = { $person } is called “{ $said }”, and is { $office }: “{ $text }”
host-and-guest = Host and guest exchanged
host-and-guest-other = { $person } is told of as what the other was: “{ $text }”
times-in-list = How often it stands in the list
times-in-list-other = { $state } is said to stand { $said } times, it stands { $count } times: “{ $text }”
meeting-days = Meeting and its event end apart
meeting-days-other = the meeting ended { $until }, its event “{ $event }” { $of-event }
meeting-cities = City that nothing about the meeting names
meeting-cities-other = { $city } is a city of the meeting; its event “{ $event }” was in { $place }
place-part = Part of a place against what happened there
place-part-other = { $place } is “{ $part }”, and what happened there lies otherwise
entered-twice = Entered twice
entered-twice-text = “{ $text }” is number { $a } and number { $b } of one list
printed-scope = List that gives more than it is said to
# Names: as printed, a list
printed-scope-more = { $count ->
    [one] one entry is
   *[other] { $count } entries are
} of what the list is said not to give: { $names }
count-in-sentence = Number that its sentence does not state
count-in-sentence-not = { $number } { $statuses } are said to be stated in { $at }, which names none of them
name-alphabet = Name in the letters of another language
name-alphabet-other = { $name } is entered under `{ $language }`, which has not { $letters }
state-at-another = Position of another state
state-at-another-capital = { $near }{"\u00A0"}km from the capital of { $other }, { $far }{"\u00A0"}km from that of { $code }
state-alias = Alias that is another state’s capital
state-alias-capital = { $alias } is the capital of { $other }, and no name of { $code }
state-continent = Continent among parts of continents
state-continent-wider = { $region } is more than the part that { $code } lies in (M49 { $own }), which the other states have

## Time

figure-older-source = Source older than its figures
figure-older-source-periods = { $publisher } of { $published } is cited for { $count ->
    [one] a period that was
   *[other] { $count } periods that were
} not over: { $periods }
period-not-over = Period that is not over
period-not-over-period = { $period } was not over on { $checked }, when the evidence was last looked through
evidence-older-source = Source older than what it says
evidence-older-source-period = { $publisher } of { $published } is said to give a figure of { $period }, which was not over: { $claim }
evidence-older-source-year = { $publisher } of { $published } is said to speak of { $year }: { $claim }
outcome-older-source = Outcome before its time
outcome-older-source-period = { $publisher } of { $published } is cited for what came of { $period }
spell-older-source = Status older sources report
spell-older-source-state = { $state }: from { $from }, and no source is younger than { $published }
still-to-come = Still to come
still-to-come-date = { $label }, { $date }: after { $checked }, when the evidence was last looked through
known-until = How far the roster is known
known-until-before = { $organisation }: known until { $known }, and the briefing speaks of { $as_of }
known-until-after = { $organisation }: known until { $known }, after { $checked }, when the evidence was last looked through
archived-copy = Copy of another time
archived-copy-date = { $publisher }: archived { $on }, against { $against }

## States against what is known of them elsewhere, which is never called right

state-name = A name of another state
state-name-of-another = { $names }: CLDR 48.2 has this of { $other }, in no language of { $code }
state-capital = Capital
state-capital-of-another = { $capital } is given elsewhere as the capital of { $other }, and { $own } as that of { $code }
state-capital-other-city = { $capital } is given elsewhere as a city of { $code } that is not its capital, and { $own } as the capital
state-capital-unknown = { $capital } is none of the names of the capital of { $code } that were compared; elsewhere it is { $own }
state-region = Region
state-region-of-others = { $region } holds other states in UN M49, as CLDR 48.2 carries it; { $code } stands under { $own } there
state-region-unknown = { $region } is no region of UN M49, as most others of the column are; { $code } stands under { $own } there
state-name-spelt = Name misspelt
state-name-nearly = { $name } is nearly what CLDR 48.2 calls it in { $language }: { $known }
person-name-spelt = Name of a person
place-spelt = Place: { $said }
place-spelt-other = { $said } is nearly { $known }: “{ $text }”
organisation-name = The name of another body
organisation-name-of-another = { $names }: elsewhere this is { $body }, and the organisation is { $short }
state-position = Far from its capital
state-position-exchanged = { $kilometres }{"\u00A0"}km from the capital of { $code } as it is known elsewhere, and near it with latitude and longitude exchanged
state-position-turned = { $kilometres }{"\u00A0"}km from the capital of { $code } as it is known elsewhere, and near it with a sign turned
state-position-far = { $kilometres }{"\u00A0"}km from the capital of { $code } as it is known elsewhere
state-people = People out of proportion
state-people-of = { $given }; the World Bank has { $known } in { $code } in 2024
world-people = The people of the world
world-people-of = { $given }; the World Bank has { $known } in 2024
world-people-fewer = { $given } in the world, and { $sum } in the states listed
state-withdrawn = A code that was withdrawn
state-withdrawn-in = ISO 3166-3 has { $code } withdrawn in { $year }, and the state has a status after it

## Texts that were not read

texts-unread = Texts that were not read
# $count of them, with so many $megabytes together.
texts-unread-of = { $count } { $count ->
    [one] text
   *[other] texts
} of { $megabytes }{"\u00A0"}MB were held against nothing: a briefing has more text than is read

## The example

example-left = Left of the example
# $sources are keys of sources, $count of them.
example-left-of = { $sources } { $count ->
    [one] is a source
   *[other] are sources
} of the example that a new briefing can begin with, and invented: take out what rests on { $count ->
    [one] it
   *[other] them
}; { $surface ->
    [window] “Take the example out” in the menu
   *[terminal] `briefing-desk fill FOLDER --without-example`
} does it for all that is still the example’s

## Acknowledgements

acknowledgement = Acknowledged without need
acknowledgement-of-nothing = { $check } finds nothing: { $reason }
acknowledgement-of-nothing-about = { $check } finds nothing about { $subject }: { $reason }

## Texts against data

figure-in-text = Figure in words: { $said }
# $meant is the figure of the data that is like it; $text the whole text
figure-slip = { $said } is no figure of the data, { $meant } is: “{ $text }”
figure-scale = { $said } is counted in another scale than the figure of { $period }: “{ $text }”
figure-sign = { $said } is the figure of { $period }, but not in { $sign }: “{ $text }”
figure-part = { $said } stands beside “{ $part }” and is of { $periods }: “{ $text }”
figure-year = { $said } stands beside { $year } and is of { $periods }: “{ $text }”

limit-passed = Limit passed
limit-passed-not = { $limit } was not passed in { $period }, which has { $value }, or was passed before: “{ $text }”

rate-in-text = Rate in words: { $said }
rate-points = { $said } is a rate in per cent, not in points: “{ $text }”
rate-turned = { $said } has the other direction in the data or elsewhere: “{ $text }”
rate-unlike = { $said } is no rate of the figures it speaks of, the nearest is { $nearest }{"\u00A0"}%: “{ $text }”
rate-year = { $said } stands beside { $year } and is of { $periods }: “{ $text }”
rate-slip = { $said } is said nowhere else, { $meant }{"\u00A0"}% is: “{ $text }”
rise-in-text = Rise or fall turned round
rise-turned = from { $from } to { $to } goes the other way than said: “{ $text }”

day-in-text = Day in words: { $said }
year-in-text = Year in words: { $said }
year-other = { $said } is said nowhere else, { $meant } is: “{ $text }”
year-of-occasion = { $occasion } is of { $years } elsewhere: “{ $text }”
day-other = { $said }, elsewhere { $meant }: “{ $text }”
# A day of no year: 14 Sept
day-of-month = { $day } { $month }
day-impossible = No such day: { $said }
day-none = { $said } is on no calendar: “{ $text }”
day-backwards = { $said } ends before it begins: “{ $text }”
day-of-event-title = Day of an event
day-of-event = { $event }, dated { $date }; the texts about it name { $meant }
weekday-in-text = Day of the week: { $said }
weekday-other = { $said } against { $date }: “{ $text }”
span-in-text = Days between: { $said }
# $known is a list of numbers of days
span-other = { $said } said; the days it speaks of lie { $known } apart: “{ $text }”

count-in-text = Number in words: { $said }
# $numbers is a list of the numbers that the roster can have
count-of-roster = { $said } said; the roster has { $numbers }: “{ $text }”
count-elsewhere = { $said } here, { $other } elsewhere: “{ $text }”
status-in-text = Status in words: { $state }
status-never = { $state } as { $status }, which the roster has for it on no day: “{ $text }”
status-place = { $state } as { $status } number { $number }, which is not its place in the order of the roster: “{ $text }”
status-begins = { $state } as { $status }; on the roster it began on { $date }: “{ $text }”
status-no-longer = { $state } as { $status } now; its last spell began on { $date } and is over: “{ $text }”
direction-in-text = Direction in words: { $said }
direction-other = { $said } is in the data what went from { $from } to { $to }: “{ $text }”
rates-exchanged = { $said }: in the data these are of { $years }: “{ $text }”
trend-in-text = Trend in words: { $said }
trend-of-year = “{ $said }” against the figures of { $year }: “{ $text }”
trend-other = “{ $said }” against what the figures did: “{ $text }”
amount-rate = { $said } said; the figures of the years that are told of give { $nearest }{"\u00A0"}%: “{ $text }”
amount-in-text = Amount in words: { $said }
# $nearest is the difference of two figures that is nearest to what is said.
amount-other = { $said } is no difference of the figures beside it, the nearest is { $nearest }: “{ $text }”
highest-in-note = Highest or lowest in a note: { $said }
# $own is the figure, $best another of its flow.
highest-other = “{ $said }” of { $own }, and there is { $best }: “{ $text }”
extreme-of-years = { $said } said; the figures are of { $number } years: “{ $text }”
extreme-in-text = All years in words: { $said }
extreme-not-first = “{ $said }” was so in { $year } as well: “{ $text }”
extreme-but = “{ $said }” against { $year } in the data: “{ $text }”
multiple-in-text = Multiple in words: { $said }
multiple-other = “{ $said }” said; by the figures it came to { $times } times as much: “{ $text }”
years-in-text = Years in words: { $said }
years-other = “{ $said }” said; the figures lie { $known } years apart: “{ $text }”
basis-in-text = How it was counted, in words: { $said }
basis-counted = { $said } said; the figures are those of { $reporter }: “{ $text }”
basis-at-prices = { $said } said; the figures are at current prices: “{ $text }”
basis-valued = { $said } stands beside the other direction than in the figures: “{ $text }”
publisher-in-text = Publisher in words: { $said }
publisher-other = { $said } is none of those whose evidence stands here: “{ $text }”
organisation-in-text = Organisation in words: { $said }
organisation-other = { $said } is not what { $short } is called here: “{ $text }”
state-nowhere-else = State in words: { $said }
state-nowhere-else-of = { $said } stands here alone and nowhere else in the briefing: “{ $text }”
spell-in-text = Note or occasion of a spell
spell-elsewhere = { $said }; of { $date } all else has { $other }
spell-year = { $said } is none of the years of this spell or its sources, { $years }: “{ $text }”
currency-in-text = Currency in words: { $said }
currency-other = { $said } in { $sign }, which nothing else about the same is in: “{ $text }”
denied-in-text = Denied in words: { $said }
denied-other = “{ $said }”, which other texts about the same say is so: “{ $text }”
denied-against = “{ $said }” here; elsewhere it is so, “{ $beside }”: “{ $text }”
denied-elsewhere = “{ $said }” here; elsewhere it is denied, “{ $beside }”: “{ $text }”
opposite-in-text = The opposite in words: { $said }
number-of-same = Counted otherwise elsewhere: { $said }
unit-of-same = As much of something else: { $said }
roles-in-text = Who did it to whom: { $said }
began-in-text = Begun another time elsewhere: { $said }
unknown-told = “{ $said }” is told as not known; elsewhere it stands, “{ $beside }”: “{ $text }”
unknown-dated = “{ $said }” is told as not known; of “{ $event }” it is, { $date }: “{ $text }”
states-listed = List of states: { $said }
states-missing = { $missing } is left out of a list that has all others: “{ $text }”
states-added = { $added } stands in a list that otherwise has all and no other: “{ $text }”
states-exchanged = { $added } stands in a list that has all others, in the place of { $missing }: “{ $text }”
interval-of-states = “{ $said }”; on the roster it was so from { $dates } on: “{ $text }”
giver-in-text = Who gave and who took: { $said }
opposite-other = { $said } here; elsewhere { $other } stands there, “{ $beside }”: “{ $text }”
handover-in-text = Who gave to whom: { $said }
handover-other = “{ $said }” here; elsewhere it goes the other way, “{ $beside }”: “{ $text }”
interval-in-text = Time between in words: { $said }
people-of-event = People of an event: { $said }
people-of-event-other = Told of that day are { $known }: “{ $text }”
interval-of-rate = “{ $said }”; the rate was published as that of { $period } against a year before: “{ $text }”
act-in-text = Day or city of an act: { $said }
figure-elsewhere-in-text = Figure in words: { $said }
figure-exchanged = “{ $said }” here; elsewhere the two have each other’s figure, “{ $beside }”: “{ $text }”
figure-of-other-size = { $said } here; elsewhere the same digits are of another size, “{ $beside }”: “{ $text }”
item-in-text = Item of a list: { $said }
city-of-state = City and state: { $said }
city-of-state-other = { $city } is not known to lie in { $state }: “{ $text }”
hasty-in-text = Too early or too late: { $said }
hasty-other = { $said }, although the claim and what is against it have it the other way round: “{ $text }”
time-elsewhere = { $said } here, another part of a year elsewhere, “{ $beside }”: “{ $text }”
interval-other = “{ $said }” said, of { $date }; what is known of it is { $dates }: “{ $text }”
weekday-elsewhere = { $said } here, another day of the week elsewhere: “{ $text }”
text-of-another = Text in another’s place
text-of-another-one = “{ $text }” shares nothing with what it belongs to, and much with { $other }
shares-in-text = Shares in words: { $said }
shares-sum = { $said } come to { $sum } of a hundred: “{ $text }”
shares-other = { $said } are no shares of the figures, the nearest is { $nearest }{"\u00A0"}%: “{ $text }”
shares-apart = { $said }, although the two shares are { $nearest } points apart: “{ $text }”
said-otherwise = Said otherwise elsewhere: { $said }
said-otherwise-of = { $said } is said nowhere else of it; elsewhere { $other } stands there, “{ $beside }”: “{ $text }”
age-in-text = Age in words: { $said }
age-other = { $said } said; founded { $founded }, it is { $known }: “{ $text }”
founded-other = { $said } said; founded { $founded }: “{ $text }”
duration-in-text = Length in words: { $said }
duration-years = { $said }, although what is told of it lies between { $from } and { $to }: “{ $text }”
duration-other = { $said } said; at most { $days ->
    [one] one day
   *[other] { $days } days
} by what is known: “{ $text }”
before-or-after = Before or after: { $said }
before-or-after-other = { $said } said, of { $first } and { $other }: “{ $text }”
currency-word = { $said } said of { $code }; in it and in that scale no figure is so: “{ $text }”
currency-elsewhere = { $said } here, and in another scale or currency elsewhere, “{ $other }”: “{ $text }”
denied-in-account = An account against what was read: { $said }
denied-in-account-of = Here { $said } is said to be named, where what was read says that it is not, or the other way round, “{ $other }”: “{ $text }”
accounts-exchanged = Accounts exchanged: { $about }
accounts-exchanged-of = What is given as the account of { $a } is like what was read of { $b }, and the other way round
merged-in-text = What became one: { $said }
merged-other = { $said } said; what became one is { $merged }: “{ $text }”
spell-together = { $said } has nothing on the roster that began or was decided then: “{ $text }”
limit-in-text = Limit in words: { $said }
rounded-in-text = Round figure in words: { $said }
rounded-other = { $said } said; of { $period } the figure is { $value }: “{ $text }”
span-of-figure = Figure for a time in words: { $said }
span-of-figure-other = { $said } said; it is the figure of { $periods }: “{ $text }”
part-of-figure = Part of a figure: { $said }
part-other = { $said } said; the part is { $part } and the whole { $whole }: “{ $text }”
average-in-text = Average in words: { $said }
average-other = { $said } said; from { $from } to { $to } it comes to { $value }: “{ $text }”
comparison-in-text = Comparison in words: { $said }
comparison-rate = { $said } said; from { $from } to { $to } it is { $percent }{"\u00A0"}%: “{ $text }”
comparison-other = “{ $said }” against { $value } in { $period } and { $other } in { $against }: “{ $text }”
rank-in-text = Rank in words: { $said }
rank-other = “{ $said }” of { $value } in { $period }, which is number { $place } in that order: “{ $text }”
against-year-in-text = Against a year in words: { $said }
run-in-text = Run in words: { $said }
run-other = “{ $said }” said; in the figures it is { $known }: “{ $text }”
ordinal-in-text = Which one in order: { $said }
ordinal-other = { $said } said; on the roster it is number { $known }, { $dates }: “{ $text }”
joined-in-text = Order of joining in words: { $said }
joined-other = “{ $said }” against { $dates } on the roster: “{ $text }”
length-of-status = Length of a status in words: { $said }
length-other = { $said } said; on the roster { $state } has { $dates }: “{ $text }”
people-in-text = People in words: { $said }
people-beaten = { $state } has { $own } people and { $other } { $people }: “{ $text }”
people-part = { $said } said of { $state }; by what is known it is { $nearest }{"\u00A0"}%: “{ $text }”
people-share = { $said } of mankind said; by the people of the states it is { $nearest }{"\u00A0"}%: “{ $text }”
region-in-text = Region in words: { $said }
region-other = { $state } lies in { $region } here: “{ $text }”
time-in-text = Time in words: { $said }
time-other = “{ $said }” against { $dates }: “{ $text }”
days-after = Days apart in words: { $said }
days-after-other = “{ $said }” said; the days lie { $known } apart: “{ $text }”
sources-in-text = Number of sources in words: { $said }
sources-other = { $said } said; there are { $known } pieces of evidence: “{ $text }”
note-and-verdict = Note against the verdict
note-and-verdict-other = “{ $said }” is the contrary of the verdict: “{ $text }”
likelihood-in-text = Likelihood against the words
likelihood-other = “{ $said }” is the contrary of the likelihood that is given: “{ $text }”
place-in-document = Place in the document in words: { $said }
place-other = { $said } said; it is { $known }: “{ $text }”
list-in-text = Number of a list: { $said }
list-of-others = { $said } said, { $items } listed: “{ $text }”

person-unheard = Who said it: { $said }
name-in-text = Name in words: { $said }
spell-occasion = Occasion of a spell
spell-occasion-other = { $spell }: { $said }, where { $count } others of that day and status have { $other }
spell-occasion-day = { $spell }: { $count } others of this occasion begin on { $date }
spell-occasion-city = { $spell }: { $said }; { $other }: { $occasion }, on the same day
spell-occasion-title = { $spell }: { $said }; { $publisher } has another city: “{ $title }”
mention-unnamed = Mentioned and not named
mention-unnamed-of = { $names }: no text about it names them: { $claim }
mention-lost = Named and not mentioned
mention-lost-of = { $names } stand in what it says, and not among what it mentions: { $claim }
name-for-another = { $said } stands where all else speaks of { $meant }: “{ $text }”
name-misspelt = Name misspelt: { $said }
name-nearly = { $said } stands nowhere else and is nearly { $name }: “{ $text }”
state-of-person = State of { $person }
state-of-person-other = { $person } with { $said }, elsewhere with { $state }: “{ $text }”

## Formulas

formula = Formula, { $period }
formula-comes-to = { $formula }: comes to { $computed }, not to { $result }
formula-value = { $formula }: comes to { $computed }, the value is { $value }
formula-numbers = Numbers of a formula, { $period }
# $numbers is a list
formula-unknown = { $numbers } in { $formula } are neither in the series nor in the note
formula-missing = Worked out without a formula, { $period }
formula-not-given = { $value } is said to be worked out, and not how: “{ $note }”

## Empty texts and languages

empty-text = Text missing
# $field is the key of a field of the files
text-empty = { $field } is empty
text-remains = { $field } has remains of a template, of markup or of another encoding, { $said }: “{ $text }”
text-placeholder = { $field } holds the place of a text: “{ $text }”
name-language = Language not listed
name-language-unlisted = { $count }{"\u00A0"}{ $count ->
    [one] name is
   *[other] names are
} in “{ $language }”, which the briefing does not list
language-tag = Language
language-tag-none = “{ $tag }” is no tag of a language
language-twice = “{ $tag }” is listed twice

## What stands twice

named-twice = One name twice
# $a and $b are keys
named-twice-as = { $name } is the name of { $a } and of { $b }
event-twice = One event twice
event-twice-as = { $event }, { $date }: { $a } and { $b }
key-point-twice = One claim in two key points
key-point-twice-of = { $claim }: “{ $text }”
status-name = One name for two statuses
status-name-of = { $name } is the name of { $a } and of { $b }
name-script = Name in other letters
name-script-of = { $name } is given in “{ $language }” and has no letter of it
# $names is a list of a few of them
name-script-all = { $count }{"\u00A0"}names in “{ $language }” have no letter of it: { $names }

## The document as a whole

sentence-gap = Part of no sentence
sentence-gap-of = { $count }{"\u00A0"}{ $count ->
    [one] character lies
   *[other] characters lie
} before { $at } and in no sentence
sentence-gap-end = { $count }{"\u00A0"}characters lie after { $at } and in no sentence
sentence-left-out = Sentence left out
sentence-left-out-at = { $at } follows where { $expected } should
hash-twice = Hash copied
hash-of-document = { $at } has the hash of the whole document
hash-of-another = { $at } has the hash of { $other }
boilerplate-cited = Read from what states nothing
boilerplate-cited-by = { $count }{"\u00A0"}{ $count ->
    [one] statement rests
   *[other] statements rest
} on { $at }, which states nothing
claim-in-sentence = Read from another sentence
claim-in-sentence-not = { $claim } has nothing in common with its sentences, and much with { $other }

## What stands alone, or says what it is not

founders = Founders
founders-late = { $spell }; { $count } others of the same occasion began on { $founded }, when the organisation was founded
founders-together = { $organisation }: founded on { $founded }, and { $count } began together on { $first }
parts-of-period = { $flow }, { $period }: the parts
parts-of-period-sum = { $parts }: together { $sum }, and { $whole } is given for the whole
evidence-overlooked = Evidence overlooked
evidence-overlooked-source = Nothing stands behind it, and { $publisher } ({ $source }) is cited about the same: { $claim }
state-idle = A state without a status
state-idle-in = { $state } stands in the roster of { $organisation }, and has no status in it; nothing speaks of it
forecast-kind = A forecast stated otherwise
forecast-kind-other = It has a forecast and is called { $kind }: { $claim }
source-primary = Not the originator’s own
source-primary-unread = { $publisher }: general knowledge is nobody’s own publication
source-primary-origin = { $publisher } carries another’s text
source-primary-said = { $publisher }: “{ $said }” says that it is at second hand
archived-page = Copy of another page
archived-page-other = { $publisher }: the copy is of { $page }, and the source is { $address }
archived-page-day = { $publisher }: the address of the copy says { $stamp }, and the briefing { $on }
publisher-spelling = Publisher in two spellings
publisher-spelling-other = { $said } here, { $usual } elsewhere
source-uncited = A source that nothing rests on
source-uncited-by = { $publisher } ({ $source }) is cited nowhere
person-exchanged = Person exchanged: { $said }
office-of-person = Office of { $person }
office-of-person-other = { $person } is called { $said }, and holds another office: “{ $text }”
capital-in-text = Capital in words: { $said }
capital-in-text-other = { $said } is given as the capital of { $code }, which is { $known } elsewhere: “{ $text }”
inhabitants-in-text = People in words: { $said }
inhabitants-in-text-other = { $said } for { $state }, which has { $known }: “{ $text }”
event-told = Event told otherwise
event-day-told-other = { $event } on { $date }, and told of { $meant }: “{ $text }”
event-place-told-other = { $event } in { $place }, and told of { $other }: “{ $text }”
two-places = At two places at once
two-places-of = { $person }: { $a } in { $place_a }, and { $b } in { $place_b }
two-places-said = { $person } is told of as “{ $said }”, and { $event } was in { $place }: “{ $text }”
evidence-turned = Evidence turned round
evidence-turned-agrees = { $publisher } is said to contradict, and says what is stated: “{ $says }”; { $claim }
evidence-turned-alone = { $publisher } stands alone and says nothing else: “{ $says }”; { $other }, on the other side: “{ $theirs }”; { $claim }
evidence-before-event = Older than what happened
evidence-before-event-day = { $publisher } of { $published } cannot tell of { $day }: { $claim }

## Sums, codes, cities, sides and order in words.
sum-in-text = Sum in words: { $said }
sum-of-parts = { $said } is said, the parts come to { $sum }: “{ $text }”
code-in-text = Code beside a state: { $said }
code-other = { $said } is no code of { $state }, whose are { $codes }: “{ $text }”
unknown-is-known = Known after all
unknown-figure = { $said }: the series has { $period }: “{ $text }”
unknown-spell = { $said }: the roster has { $dates }: “{ $text }”
said-of-another = Said of another elsewhere: { $said }
said-of-another-of = “{ $word }” is said of { $said }, elsewhere of { $meant }: “{ $text }”
side-in-text = Account of the other side
side-other = This is told of { $said }, elsewhere of { $meant }: “{ $text }”
order-in-text = Before or after: { $said }
order-other = “{ $said }”: { $event } is of { $date }, what is spoken of is of { $dates }: “{ $text }”
city-in-text = City in another state: { $said }
city-elsewhere = “{ $said }”: as far as is known the city lies in { $known }: “{ $text }”
period-of-year = Figure of another year
period-of-year-other = { $flow } of { $period }: its sources tell of { $next }, for which it is missing
event-of-year = Event of another year
event-of-year-other = { $event } is of { $date }; all its sources tell of it around { $next }
event-older-source = Event after its sources
event-older-source-told = { $event } is of { $date }; “{ $title }”, { $publisher }, tells of it on { $published }
event-days = Days of an event
event-days-other = { $event } is from { $from } to { $until }; elsewhere { $said }: “{ $text }”
document-appears = Day of the document
document-appears-other = “{ $text }” is of { $date }, the document of { $as_of }
place-of-event = Event in another city: { $said }
place-of-event-other = { $said }; { $event } was in { $place }: “{ $text }”
balance-in-text = Surplus of the other side: { $said }
balance-other = In { $period } { $state } sold more than it bought, by { $value }: “{ $text }”
contrary-in-text = The contrary elsewhere: { $said }
contrary-other = “{ $said }” is said of “{ $word }”, the contrary elsewhere: “{ $text }”
person-spelt = Name of a person: { $said }
person-spelt-other = { $said } stands nowhere else and is nearly { $name }: “{ $text }”
person-written = Name in another language: { $said }
# $language and $of are the tags of languages: en, ru.
person-written-other = { $said } ({ $language }) and { $other } ({ $of }) are not one name
# $expected is in small letters and without signs.
person-written-syllables = { $said } is not what Russian writes for the syllables of { $other }: { $expected }
person-written-read = The signs { $said } are not read { $other }
founders-in-text = Among the founders: { $said }
founders-other = { $said } was not there from the first day: “{ $text }”
digits-in-text = Figure in words: { $said }
digits-other = { $said } stands nowhere else, { $meant } does: “{ $text }”
parts-in-text = Parts of a whole: { $said }
parts-other = The parts come to { $sum }, the whole is { $whole }: “{ $text }”
text-cut = { $field } breaks off with “{ $said }”: “{ $text }”
state-people-twice = People of another state
state-people-of-other = { $people } is the number of people of { $other }
order-of-named = In another order than it was named: { $said }
order-of-named-other = { $said } is said of { $name }, and is that of { $meant }: “{ $text }”
how-many-of = How many of them: { $said }
all-but-listed = { $state } stands in the list, at { $at }: “{ $text }”
part-of-whole = { $said } here; the shares elsewhere are { $one } and { $other } %: “{ $text }”
how-many-joined = { $said } said; it is so of { $count } of { $all }: “{ $text }”
settled-in-text = Settled or open: { $said }
settled-outcome = “{ $said }”, and the outcome is there, “{ $outcome }”: “{ $text }”
settled-unknown = “{ $said }”, among what is not known: “{ $text }”
settled-to-come = “{ $said }” is told as past, and the briefing was checked on { $checked }: “{ $text }”
settled-against = “{ $said }”, and no evidence of the claim is against it: “{ $text }”
level-in-text = Who met, and how: { $said }
level-other = { $said } here; known is { $known }: “{ $text }”
host-of-event = Host of an event: { $said }
between-in-text = Between two figures: { $said }
again-in-text = Once more: { $said }
again-other = { $state } never left; its statuses began on { $dates }: “{ $said }” in “{ $text }”
retold-otherwise = Otherwise in the original: { $said }
retold-otherwise-of = { $said } here, { $other } in the original, “{ $original }”: “{ $text }”
