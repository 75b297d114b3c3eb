### Why a link to what is shown cannot be followed.

# $example is two years with what stands between them: 2015..2020.
years = write years from one to another, as in { $example }; one of them may be left out
two-periods = write two periods that are columns, as in 2020,2024
foreign = That is no link of Briefing Desk: it begins with “briefing-desk:”, as in briefing-desk:members?status=member
long = That link is too long: more than { $most } bytes
broken = That link cannot be read at “{ $part }”
tab = The open briefing has no tab “{ $tab }”: it has { $known }
name = “{ $name }” means nothing on that tab: it knows { $known }
selected = The open briefing has no “{ $given }” to select
value = “{ $value }” means nothing as { $name }: { $known }
