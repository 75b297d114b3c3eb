### The claims as a table for other programs: the heads of its columns, what stands in each, and what the table is.

key = Key
key-about = The key of the claim in the briefing
claim = Claim
claim-about = What is claimed, in the briefing's own words
kind = Kind
kind-about = Fact, quotation, description, judgement or forecast
verdict = Verdict
verdict-about = Disputed, outdated, unverified or supported
note = In short
note-about = The verdict's reason in a few words
reason = Reason
reason-about = The verdict's reason in full
confidence = Confidence
confidence-about = In the verdict: high, moderate or low
sources-for = Sources for the verdict
sources-for-about = How many sources bear the verdict out
sources-against = Sources against the verdict
sources-against-about = How many sources speak against the verdict
origins-for = Origins for the verdict
origins-for-about = How many independent origins these have: texts of one agency, or of one publisher, are one
origins-against = Origins against the verdict
origins-against-about = How many independent origins those have
speaks-of = Speaks of
speaks-of-about = The keys of people, places, topics and states
stands-at = Stands at
# $called is what the briefing calls its document, such as “article”.
stands-at-about = The sentences of the { $called } that make the claim
evidence = Evidence
evidence-about = What else was read: its stance, its source and what it says
figures = Figures
figures-about = The figures that are read where the claim stands: series and period
likelihood = Likelihood
likelihood-about = How likely the wording of a forecast makes it, in the words of ICD 203
forecast-by = Forecast by
forecast-by-about = Who stands behind a forecast, where somebody is named
outcome = Outcome
outcome-about = What came of a forecast, once that is known
outcome-sources = Outcome read in
outcome-sources-about = The keys of the sources of the outcome

# $document is what the briefing calls its document: article
title = claims of the { $document }
filter-about = about { $name }
# $key is disputed, outdated, unverified or supported
filter-verdict = verdict { $key }
fact-filters = filters
fact-rows = rows
no-filters = none
rows = { $kept } of { $all }
confidence-note = confidence: high where a primary source or texts of at least two origins bear the verdict out and none speaks against it, moderate where texts of one origin do or sources differ, low where none does; several texts of one agency or publisher are of one origin
