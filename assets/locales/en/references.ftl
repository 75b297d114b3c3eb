### What is said of a source beside its fields, in the files of programs that keep literature.

# $address is none of the web.
found-at = Found at { $address }
text-of = Text of { $origin }
licence = Licence: { $licence }
archived = Archived { $date } at { $address }
