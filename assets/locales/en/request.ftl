### A value of an option that means nothing, and what can be written instead.

# $known is one of the messages below.
wrong-value = `{ $value }` is not a value of --{ $option }: write { $known }
wrong-value-near = `{ $value }` is not a value of --{ $option }: did you mean `{ $near }`? Otherwise write { $known }
one-of = one of { $values }
# $keys are those of the columns; :desc is typed as it is.
column = one of { $keys }, with :desc for the largest first
day = a day, such as 2016-03-14
# $edition is the key of the other list, $called what the briefing calls its document, such as “article”.
no-printed-list = { $edition }, since no list is printed in the { $called }
year = { $kind ->
    [years] a year
   *[other] a period, such as 2024 or 2024-Q3,
} from { $first } to { $last }
no-year = no period: the series has none
no-organisation = nothing: the briefing has no organisation
no-series = nothing: the briefing has no figures
nothing-beside = nothing: no other series has the unit, the kind of period and the measure that are shown
year-or-later = { $first } or later, since --from is { $first }
web-address = an address such as https://example.org/brief.html, without a part behind #
