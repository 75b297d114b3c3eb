//! What is claimed, and what became of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, Date, Key, Message, Period, Statement, few, said};
use crate::label;

/// The claims of the document and those of them a hurried reader needs first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The editors' choice, in reading order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_points: Vec<KeyPoint>,
    /// Where the claims are made that name no source themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
    /// Every claim, in the order of the document.
    pub claims: Vec<Claim>,
}

/// A claim as the summary puts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyPoint {
    /// The claim it puts.
    pub claim: Key,
    /// A run-in head of two to five words, with its full stop.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub lead: String,
    /// The point in one or two sentences.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub text: String,
}

/// One thing the document claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The key that key points name.
    pub id: Key,
    /// The claim in the briefing's own words, short.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub statement: String,
    /// Fact, quotation, description, judgement or forecast.
    pub kind: ClaimKind,
    /// What the evidence makes of it.
    pub verdict: Verdict,
    /// The verdict's reason in about five words.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub note: String,
    /// The verdict's reason in full.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub reason: String,
    /// Where the document makes it; without, where all claims are made.
    #[serde(default, deserialize_with = "few::list")]
    pub citations: Vec<Citation>,
    /// What else was read about it.
    pub evidence: Vec<Evidence>,
    /// People, places, topics and states it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Key>,
    /// For a forecast: how sure it sounds, who stands behind it, what came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Forecast>,
    /// For an explanation: what is said to have caused what, each with its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub causation: Option<Causation>,
}

/// What is said to have caused what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Causation {
    /// The supposed cause.
    pub cause: Dated,
    /// What it is said to have caused.
    pub effect: Dated,
}

/// Something that happened on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// What, in a few words.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub what: String,
    /// When.
    pub on: Date,
    /// Where that is read.
    pub citations: Vec<Citation>,
}

/// What kind of statement a claim is. Facts, assumptions and judgements are told apart as ICD 203 asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// Something that is so or is not.
    Fact,
    /// Somebody's words, or a report of them.
    Quotation,
    /// A characterisation.
    Description,
    /// A conclusion or an explanation.
    Judgement,
    /// A statement about the future.
    Forecast,
}

impl Claim {
    /// The evidence that points one way.
    pub fn evidence_with(&self, stance: Stance) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(move |evidence| evidence.stance == stance)
    }
}

impl ClaimKind {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Quotation => "quotation",
            Self::Description => "description",
            Self::Judgement => "judgement",
            Self::Forecast => "forecast",
        }
    }

    /// That a claim is stated as one.
    pub const fn stated(self) -> Message {
        match self {
            Self::Fact => label!(claims::stated_as_fact),
            Self::Quotation => label!(claims::stated_as_quotation),
            Self::Description => label!(claims::stated_as_description),
            Self::Judgement => label!(claims::stated_as_judgement),
            Self::Forecast => label!(claims::stated_as_forecast),
        }
    }
}

/// What the evidence makes of a claim. Ordered by how much a reader should worry, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Other sources say otherwise.
    Disputed,
    /// True or reasonable when written, no longer so.
    Outdated,
    /// Nothing found either way.
    Unverified,
    /// Other sources agree.
    Supported,
}

impl Verdict {
    /// All verdicts, worst first.
    pub const ALL: [Self; 4] = [Self::Disputed, Self::Outdated, Self::Unverified, Self::Supported];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Disputed => "disputed",
            Self::Outdated => "outdated",
            Self::Unverified => "unverified",
            Self::Supported => "supported",
        }
    }

    /// What it is called.
    pub const fn name(self) -> Message {
        match self {
            Self::Disputed => label!(claims::verdict_disputed),
            Self::Outdated => label!(claims::verdict_outdated),
            Self::Unverified => label!(claims::verdict_unverified),
            Self::Supported => label!(claims::verdict_supported),
        }
    }

    /// What it is called within a sentence.
    pub const fn adjective(self) -> Message {
        match self {
            Self::Disputed => label!(claims::disputed),
            Self::Outdated => label!(claims::outdated),
            Self::Unverified => label!(claims::unverified),
            Self::Supported => label!(claims::supported),
        }
    }
}

/// Something read about a claim outside the sentence that makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The source.
    pub source: Key,
    /// Which way it points.
    pub stance: Stance,
    /// What it says, in a few words of the briefing's own.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub says: String,
    /// The page, or pages, on which it says so, as the source numbers them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The section, chapter, table or article in which it says so, as the source calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
}

impl Evidence {
    /// Where it is read.
    pub fn citation(&self) -> Citation {
        Citation { page: self.page.clone(), section: self.section.clone(), ..Citation::of(self.source.clone()) }
    }
}

/// Which way a piece of evidence points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// It agrees with the claim.
    Supports,
    /// It disagrees with the claim.
    Contradicts,
    /// It neither agrees nor disagrees, and helps to understand.
    Context,
    /// It was read and not used, because it is itself mistaken.
    Rejected,
}

impl Stance {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 4] = [Self::Supports, Self::Contradicts, Self::Context, Self::Rejected];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
            Self::Context => "context",
            Self::Rejected => "rejected",
        }
    }
}

/// What a forecast said of itself and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    /// How likely its wording makes it.
    pub likelihood: Likelihood,
    /// Who stands behind it; absent where nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributed_to: Option<String>,
    /// The period it speaks of, where the first series has or will have a figure for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What came of it, once that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Statement>,
}

/// The words of likelihood of Intelligence Community Directive 203.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Likelihood {
    /// 1 to 5 %.
    AlmostNoChance,
    /// 5 to 20 %.
    VeryUnlikely,
    /// 20 to 45 %.
    Unlikely,
    /// 45 to 55 %.
    RoughlyEven,
    /// 55 to 80 %.
    Likely,
    /// 80 to 95 %.
    VeryLikely,
    /// 95 to 99 %.
    AlmostCertain,
}

impl Likelihood {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AlmostNoChance => "almost-no-chance",
            Self::VeryUnlikely => "very-unlikely",
            Self::Unlikely => "unlikely",
            Self::RoughlyEven => "roughly-even",
            Self::Likely => "likely",
            Self::VeryLikely => "very-likely",
            Self::AlmostCertain => "almost-certain",
        }
    }
}
