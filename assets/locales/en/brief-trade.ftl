### The trade within a brief.

# Whose trade and in what, and which of it is shown; how it was counted stands between them.
subject = { $subject }, { $unit }.
shown = Shown: { $measure }; { $layer }.
# Where there is no document from which context would be told.
shown-alone = Shown: { $measure }.
legend-alone = ≈ derived, not published. – no figure is known; it is not zero. Parts of years follow the years and must not be compared with them.
as-printed = as printed
table = Table of figures
# A series beside the main one.
series = { $reporter }, { $unit }
period = Period
sources = Sources
legend = Strong: from the { $called }. ≈ derived, not published. – no figure is known in this layer; it is not zero. Parts of years follow the years and must not be compared with them.
events = Events
events-about = that help to read the figures
forecasts = Forecasts
forecast = Forecast
outcome = What came of it
outcome-unknown = Not known yet.
computed = Computed: { $formula }.
computed-about = Computed from derived figures: ≈ { $formula }.
# Its citations and a full stop follow.
published = Published: { $percent }{"\u00A0"}%
