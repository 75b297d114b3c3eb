### A value of an option that means nothing, and what can be written instead.

# $known is one of the messages below.
wrong-value = `{ $value }` is not a value of --{ $option }: write { $known }
one-of = one of { $values }
# $keys are those of the columns; :desc is typed as it is.
column = one of { $keys }, with :desc for the largest first
day = a day, such as 2025-07-14
year = a year from { $first } to { $last }
no-year = no year: the series has none
year-or-later = { $first } or a later year, since --from is { $first }
