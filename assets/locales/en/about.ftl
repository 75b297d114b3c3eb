### What the program is.

what = A native desk for reading a diplomatic briefing, where every figure leads back to its source.
version = Version
briefing = Briefing
digest = SHA-256
licence = Licence
third-party = What others made
