### The page for a browser: what it says besides the brief.

skip = Skip to the content
parts = Parts of the briefing
evidence = Evidence
to-entry = All of this claim
rests-on = What rests on it
figures = { $count ->
    [one] The figure of
   *[other] The figures of
}
made = Made { $made } by Briefing Desk { $version }. It asks for nothing from anywhere.
