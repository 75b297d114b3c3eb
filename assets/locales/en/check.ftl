### What the checks find, as the command line prints it.

acknowledged = acknowledged: { $reason }
counts = { $count }{"\u00A0"}{ $count ->
    [one] finding
   *[other] findings
}: { $fail } fail, { $warn } warn, { $pass } pass, { $info } info
