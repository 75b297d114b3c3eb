### The words of claims: verdicts, kinds, confidence.

verdict-disputed = Disputed
verdict-outdated = Outdated
verdict-unverified = Unverified
verdict-supported = Supported

## A verdict within a sentence

disputed = disputed
outdated = outdated
unverified = unverified
supported = supported

## What kind of statement a claim is

stated-as-fact = Stated as a fact
stated-as-quotation = Stated as a quotation
stated-as-description = Stated as a description
stated-as-judgement = Stated as a judgement
stated-as-forecast = Stated as a forecast

## Why a claim has its verdict, as a heading

why-disputed = Why it is disputed
why-outdated = Why it is outdated
why-unverified = Why it is unverified
why-supported = Why it is supported

## How far a verdict can be relied on; never how likely anything is. It speaks of the verdict, not of the claim. $reason
## is one of the three that follow them, $bearing and $opposing are each a `weight`.

confidence-high = Confidence in this verdict: high ({ $reason })
confidence-moderate = Confidence in this verdict: moderate ({ $reason })
confidence-low = Confidence in this verdict: low ({ $reason })
nothing-found = no source was found
none-against = for the verdict { $bearing }; none against it
some-against = for the verdict { $bearing }; against it { $opposing }
# What was read and of how many independent origins: 3 items of 2 origins, one primary
weight = { $items }{"\u00A0"}{ $items ->
    [one] item
   *[other] items
} of { $origins }{"\u00A0"}{ $origins ->
    [one] origin
   *[other] origins
}
# The same, where some of the origins speak of their own acts.
weight-primary = { $weight }, { $primary ->
    [one] one
   *[other] { $primary }
} primary

## A forecast: the words of likelihood of Intelligence Community Directive 203

as-a-forecast = As a forecast
likelihood-almost-no-chance = Its wording makes it almost impossible: 1 to 5{"\u00A0"}% in the words of ICD 203.
likelihood-very-unlikely = Its wording makes it very unlikely: 5 to 20{"\u00A0"}% in the words of ICD 203.
likelihood-unlikely = Its wording makes it unlikely: 20 to 45{"\u00A0"}% in the words of ICD 203.
likelihood-roughly-even = Its wording makes it an even chance: 45 to 55{"\u00A0"}% in the words of ICD 203.
likelihood-likely = Its wording makes it likely: 55 to 80{"\u00A0"}% in the words of ICD 203.
likelihood-very-likely = Its wording makes it very likely: 80 to 95{"\u00A0"}% in the words of ICD 203.
likelihood-almost-certain = Its wording makes it almost certain: 95 to 99{"\u00A0"}% in the words of ICD 203.
nobody-behind-it = Nobody is named behind it.
behind-it = Behind it stands { $name }.
what-came-of-it = What came of it

## Evidence by its stance, as headings

stance-supports = Sources that agree
stance-contradicts = Sources that disagree
stance-context = Context
stance-rejected = Read and not used
# Several items of one origin, above them: One origin, Xinhua: 2 items
one-origin = One origin, { $name }: { $count }{"\u00A0"}{ $count ->
    [one] item
   *[other] items
}

## A claim that is copied.

# $evidence is what speaks against it, each with its source.
against-it = Against it: { $evidence }
