### What each check holds, as a statement that is true where nothing is wrong. Each message is called as its check is.

direction-sum = The two directions sum to the total, as far as rounding lets one see
same-figure = Two sources of one figure agree, rounded or cut
stated-figure = Growth, shares and balances that are stated follow from the figures
balance = What the balance comes to

growth = What the growth between the first and the last year printed comes to
compound-growth = What that growth is a year
published-growth = Growth as published follows from the figures of both years
growth-of-parts = Growth of a total as published follows from that of its two directions

magnitude = No figure is many times its neighbours, counted by the month
negative-flow = No flow is below zero
direction-swap = The balance has the sign of its neighbours, or the two directions may have changed places

unit-stated = The document says in which currency and scale it counts
basis-stated = The document says at which prices, in which valuation and by whom was counted
mixed-units = Every value of a series is in its unit
mixed-valuations = No flow is valued in a way that its series does not name
currency-sign = The sign of a currency belongs to its code
part-year = Months of a year come to less than more months of it, or than the year
rest-of-year = The months between two part-years are like those before them

figure-in-sentence = A figure of the document stands in the sentence it is read from
unit-in-sentence = It stands there in the unit of its series
year-in-sentence = The sentence names the year of the figure
label-figures = A sentence and its label give the same figures
claim-figures = The figures and years of a claim stand in its sentences or its reason
key-point-figures = The figures and years of a key point stand in its claim

figure-in-text = A figure in words is one of the data, in its unit and beside its year
limit-passed = A limit that a milestone says was passed was passed in that year
rate-in-text = A rate in words is one of the data or of what else is said of it, in its direction
rise-in-text = What is said to rise or fall does so from its first figure to its second
day-in-text = A day in words is that of what it speaks of
day-impossible = A day in words is on the calendar, and a span ends after it begins
year-in-text = A year in words is one that anything else about the same knows
weekday-in-text = A day of the week is that of its date
span-in-text = As many days lie between two dates as is said
count-in-text = There are as many states, days and things as is said
status-in-text = Each state is in words what it is on the roster, since then and in that order
course-in-text = Numbers of states in words are those of their year, or went from one to the other
count-in-region = There are as many states in a region as is said
direction-in-text = What is said to go from one state to another does so in the data
rates-in-order = Several rates stand beside their years, or in the order of these
trend-in-text = What is said to grow or shrink does so in the data
amount-in-text = A rise in amounts is the difference of the figures beside it
highest-in-note = The note of a figure calls it the highest or the lowest where it is
extreme-in-text = The highest, the first since and every year are so in the data
multiple-in-text = What is said to have doubled did
years-in-text = As many years or steps lie between two figures as is said
basis-in-text = Who counted, how goods were valued and at what prices is said as the figures have it
publisher-in-text = A reason names those whose evidence it has
organisation-in-text = The organisation stands by its name, and no other in its place
state-nowhere-else = No state stands in one short text alone where all else is about others
spell-in-text = The note and the occasion of a spell fit its days and what else is of them
currency-in-text = A figure stands in words in the currency in which all else has it
denied-in-text = No text denies what all else about the same says
weekday-alone = A day of the week that stands alone is that of its claim or event
text-of-another = A label is that of its sentence, and a reason that of its claim
shares-in-text = Two shares of a whole come to no more than it, and are those of the data
said-otherwise = What texts about the same say alike, they say of the same
age-in-text = The organisation is as old, and was founded when, a text says
duration-in-text = What took days took as many as a text says
before-or-after = So many days before a day are not after it
denied-in-account = What a side is said to have named or left out is what was read of it
accounts-exchanged = Each side’s account is like what was read from its own sources
merged-in-text = The statuses that became one are those of the roster
limit-in-text = A figure is over, under or for the first time past what a text says
rounded-in-text = What a text rounds, or sets bounds to, is near the figure
span-of-figure = A figure is that of as long a time as is said
average-in-text = An average of several periods is that of their figures
comparison-in-text = One period is more than another, and by as much, as is said
run-in-text = A run of rises or falls is as long as is said
joined-in-text = Who had a status before whom, or from the same day on, is so on the roster
length-of-status = A state had a status for as long as is said
people-in-text = The most populous, more populous and a share of mankind are so by the people of the states
region-in-text = A state lies in the region that is said
time-in-text = Early or late in a month, a season or half of a year in words is that of a known day
days-after = The day or the week after something in words is so by the days
sources-in-text = A reason names as many sources as there is evidence
note-and-verdict = No note says the contrary of its verdict
likelihood-in-text = A forecast is as likely in words as it is graded
place-in-document = A paragraph or a number of sentences in words is that of the document
list-in-text = A number before a list is that of its items
name-in-text = A text names the people, places and states that it is about
name-misspelt = No name is misspelt by one letter
spell-occasion = Spells of one occasion begin on one day, and spells of one day at one occasion
mention-unnamed = Whoever a claim mentions is named in a text about it
mention-lost = A claim mentions whoever it names
state-of-person = A person is named with the state they speak for

formula = A formula comes to its result, and its result is the value
formula-numbers = The numbers of a formula are those of the series or of the note
formula-missing = A figure that was worked out says how

empty-text = No text is empty or holds the place of one to come
name-language = No name is in a language that the briefing does not list
language-tag = Every language listed exists and is listed once

named-twice = No name is that of two people, places, topics or states
event-twice = No event stands twice in the chronology
key-point-twice = No claim is put by two key points
status-name = No two statuses of an organisation have one name
name-script = A name is written in the letters of its language

sentence-gap = The sentences lie beside each other, and all of the document is theirs
sentence-left-out = No sentence is left out
hash-twice = Every sentence has a hash of its own
boilerplate-cited = Nothing rests on a sentence that states nothing
claim-in-sentence = A claim has a name, a figure or a word in common with its sentences

duplicate-entry = No state stands twice in the printed list
distinct-states = There are as many states as entries under each status
printed-against-roster = The printed list is the roster on its date, no state missing and none added
stated-count = A stated number of states is the number printed and the number on the roster
printed-name = An entry is printed under a name of its state
entry-in-sentence = An entry stands in the sentence that is said to list it

spelling = The document spells a name in one way
state-code = The ISO codes of a state are written as the standard writes them and belong to one country
state-code-twice = No ISO code is that of two states of the roster
name-in-sentence = A person or place stands in the sentences it is cited from

state-name = No state has a name of another, as CLDR has them in many languages
state-capital = No capital is that of another state, or another city of the same
state-region = A state lies in its UN region, or in one around it, and in no region that is none
state-name-spelt = No name of a state is, but for one letter, what CLDR calls it in the same language
person-name-spelt = No letters of a person’s name are in the wrong order
place-spelt = A place is spelled as it is known
organisation-name = An organisation has the names of one body, in every language
state-position = A position is near the capital, neither exchanged nor turned
state-people = The people of a state are as many as elsewhere, within a factor
world-people = The people of the world are as many as elsewhere, and no fewer than those of some states
state-withdrawn = No state has a status after its code was withdrawn
texts-unread = Every text is read
example-left = No invented source of the example is left

spell-reversed = No spell of status ends before it begins
status-shape = No two statuses of an organisation are drawn alike
spell-overlap = No state has two statuses at once
spell-gap = A state goes from one status to the next without a day between
status-time = No state has a status before it existed or after it ended
merger-followed = A state whose status was merged has the new one from that day
decided-before = A status was decided before it took effect
spell-before-founding = No spell begins before the organisation was founded
spell-after-known = No change of status lies after the day to which the roster is known
spell-in-list = A spell that cites the document is of a state that the sentence lists
printed-status-time = No status is printed that did not exist on the document's date

cause-after-effect = A cause is dated before its effect
events-in-order = Events stand in the order of their dates
event-reversed = No event ends before it begins
meeting-in-chronology = The chronology has the meeting on its day
published-before-event = The document was published after what it reports, and looked through after that
publication-day = The document's day of publication is one day in the whole briefing
reported-before = Something was published about a past event on its day or later

relative-date = A relative date, counted from the day of publication, is the one it is taken to mean

forecast-source = Somebody is named behind every forecast
forecast-against-outcome = What was forecast came about, where the outcome is known
forecast-decided = No forecast stands open that the figures have since decided
outcome-figure = The outcome of a forecast gives the figure of its period

quotation-closed = Every quotation of the document that opens closes
wording = No sentence is defective as printed
quotation-marks = Every quotation mark in the briefing's own words has its other half

uncited = Every figure, name and statement has a citation
citation-resolves = Every citation leads to a source, and to the sentence that it names
sentence-without-claim = Every sentence that states something has its claim
claim-in-document = Every claim is read from the document

verdict-evidence = Every verdict on a fact has evidence
judgement-evidence = Every verdict on a judgement has evidence
verdict-against-evidence = No verdict says the contrary of its evidence
apparent-independence = What several sources say for a verdict is not the text of one
evidence-after-checked = No source is younger than the day the evidence was checked
read-before-published = No source was read before it was published

evidence-alone = No verdict rests on what nobody else says, or nobody looked up
evidence-both-sides = No source is for a claim and against it
evidence-twice = No source stands twice in the evidence of a claim

source-address = An address of a source leads somewhere
source-address-twice = No two sources have one address
source-address-date = An address is dated as its source is
source-title-twice = No two sources have one title, unless they are of one origin
source-title-date = No title speaks of a year that came after its publication
source-publisher = A site is that of one publisher
source-kind = A publisher is of one kind
source-kind-told = A source is of the kind that its publisher, address and note show
source-page = An address of a source is that of the page that was read
source-exchanged = No publisher and title of a source are exchanged
source-language = A source is in the language that its note names
origin-spelling = Who speaks in a source is spelt in one way
source-subject = A source speaks of the states that it is cited for
growth-of-title = Growth is that of the title it is read in
source-not-used = Nothing rests on what a note says was not used
trade-states = Subject, flows and balance of figures are of the same states
flow-valuation = A flow is valued as its series
office-qualified = No office that is held in full is called former, acting or deputy
host-and-guest = Host and guest are told of as what they were
times-in-list = What is said to stand so often in the list stands so often
meeting-days = A meeting ends on the day of its own event
meeting-cities = A further city is named where the meeting is
place-part = A place came before or after the meeting as its part says
entered-twice = No open question, difference or milestone is entered twice
printed-scope = The printed list gives no more than it is said to
count-in-sentence = A stated number stands in a sentence that speaks of it
name-alphabet = A name has the letters of its language
state-at-another = A state does not lie at another’s capital
state-alias = No alias of a state is another’s capital
state-continent = A region is no wider than those of the other states

figure-older-source = No figure is read in a source that is older than its period
period-not-over = A period was over when its figures were last looked at
evidence-older-source = No evidence speaks of a year that came after its source
outcome-older-source = What came of a forecast is read in a source of after its period
spell-older-source = A change of status is reported on its day or later
still-to-come = What is told has happened
known-until = A roster is known to the day the briefing speaks of, and not beyond the last look at it
archived-copy = An archived copy was taken after the publication and before the last look at it

acknowledgement = Every acknowledgement speaks of something that is found

founders = The founders are in it from the day on which the organisation was founded
parts-of-period = The parts of a period sum to the whole
evidence-overlooked = No claim is without the evidence that the briefing has about the same
state-idle = A state of a roster has a status, or is spoken of
forecast-kind = A claim with a forecast is stated as one
source-primary = What is called the originator’s own is no reprint, blog or mirror
archived-page = An archived copy is of its page, taken on its day
publisher-spelling = A publisher is spelled in one way
source-uncited = Something rests on every source
person-exchanged = Whoever met is not another, in whatever language it is told
office-of-person = A person in words has their own office, and that of their own state
capital-in-text = A capital in words is that of the state
inhabitants-in-text = The people of a state in words are as many as are known of it
event-told = An event is on the day and at the place of whatever tells of it
two-places = Nobody is at two places at once
evidence-turned = No evidence speaks against what it says, or for what all that say the same speak against
evidence-before-event = No evidence of what happened is older than that
sum-in-text = Parts that a text counts together come to what it says
code-in-text = A code beside a state is its own
unknown-is-known = What is said not to be known is nowhere in the briefing
said-of-another = What a text says of a state no others about the same say of another
side-in-text = Whose account it is that a text tells is as others have it
order-in-text = What is said to come before an event, or after it, does
city-in-text = A city lies in the state that a text puts it in
period-of-year = No figure is of a year before that of which its sources tell
event-of-year = No event is of a year before that of which its sources tell
document-appears = The document appears on its day
place-of-event = An event was in the city in which texts put it
balance-in-text = Who is said to have a surplus sold more than it bought
contrary-in-text = No text says the contrary of what all else about the same says
person-spelt = Nobody is called by a name that is nearly theirs
founders-in-text = Whoever is named among the founders was there from the first day
digits-in-text = No short figure is that of another text with its digits exchanged
parts-in-text = Two parts that are all of a whole come to it
state-people-twice = No state has the number of people of another
