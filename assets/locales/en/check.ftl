### What the checks find, as the command line prints it.

acknowledged = acknowledged: { $reason }
counts = { $count }{"\u00A0"}{ $count ->
    [one] finding
   *[other] findings
}: { $fail } fail, { $warn } warn, { $pass } pass, { $info } info
# How to acknowledge a finding; $id is as it is typed after --acknowledge, $about as it stands in the file.
named = id { $id }, about { $about }
acknowledged-now = acknowledged in { $file }: { $id }

## Why a finding is not acknowledged

no-finding = There is no finding `{ $id }`: `check` prints the id of each.
no-finding-near = There is no finding `{ $id }`. Did you mean `{ $near }`?
nothing-to-acknowledge = `{ $id }` says what holds: only what fails or warns is acknowledged.
acknowledged-already = `{ $id }` is acknowledged already: { $reason }
no-reason = Give the reason: --reason TEXT
no-folder = The bundled briefing cannot be changed: give the folder of yours.
not-read = { $file } cannot be read: look at it with `check` alone.
