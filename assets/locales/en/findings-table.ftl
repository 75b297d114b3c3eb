### The findings as a table for other programs: the heads of its columns, what stands in each, and what the table is.

check = Check
check-about = The key of the check
outcome = Outcome
outcome-about = Fail, warn, pass or info
finding = Finding
finding-about = What it is about
detail = Detail
detail-about = What holds or is wrong, with the numbers put in
speaks-of = Speaks of
speaks-of-about = A sentence, a period or a key, as an acknowledgement names it
stands-at = Stands at
stands-at-about = The sentences it speaks of, then what was held against them
acknowledged = Acknowledged
acknowledged-about = Why the editors leave it as it is
id = Id
id-about = What no other finding of the briefing has, for as long as its data are there

# $document is what the briefing calls its document: article
title = checks of the { $document }
# What was searched for
filter-search = search “{ $search }”
# $key is fail, warn, pass or info
filter-outcome = outcome { $key }
fact-filters = filters
fact-rows = rows
no-filters = none
rows = { $kept } of { $all }
silent = checks with nothing to report: { $checks }
