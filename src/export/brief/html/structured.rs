//! What the page says of itself to programs: its sources as CSL-JSON, and, where it is known under which address it will
//! lie, what was made of each claim, as `ClaimReview` of schema.org.

use serde_json::{Map, Value, json};

use super::data::plain;
use crate::briefing::{Briefing, Claim, Verdict};
use crate::export::brief::material::Material;
use crate::export::format;
use crate::export::references::Reference;

/// The elements with both.
pub fn write(material: &Material<'_>) -> String {
    let sources = format::csl_items(&Reference::of(material.briefing, material.words));
    let mut html = element("application/vnd.citationstyles.csl+json", &sources);
    if let Some(address) = &material.query.address {
        html.push_str(&element("application/ld+json", &reviews(material, address)));
    }
    html
}

fn element(kind: &str, data: &Value) -> String {
    format!("<script type=\"{kind}\">{}</script>\n", plain(&data.to_string()))
}

/// A review of each claim. Who made it is not said: a briefing does not know.
fn reviews(material: &Material<'_>, address: &str) -> Value {
    let claims = &material.briefing.claims.claims;
    let reviews: Vec<Value> = claims.iter().map(|claim| review(material, claim, address)).collect();
    json!({ "@context": "https://schema.org", "@graph": reviews })
}

fn review(material: &Material<'_>, claim: &Claim, address: &str) -> Value {
    let briefing = material.briefing;
    let word = material.words.say(&claim.verdict.name());
    let mut rating = Map::new();
    rating.insert("@type".to_owned(), json!("Rating"));
    rating.insert("alternateName".to_owned(), json!(word));
    rating.insert("ratingExplanation".to_owned(), json!(claim.reason));
    if let Some(value) = rated(claim.verdict) {
        rating.extend([
            ("ratingValue".to_owned(), json!(value)),
            ("bestRating".to_owned(), json!(3)),
            ("worstRating".to_owned(), json!(1)),
        ]);
    }
    let link = format!("{address}#claim-{}", claim.id);
    json!({
        "@type": "ClaimReview",
        "@id": link,
        "url": link,
        "claimReviewed": claim.statement,
        "datePublished": briefing.manifest.checked.to_string(),
        "inLanguage": briefing.manifest.languages.first(),
        "itemReviewed": { "@type": "Claim", "appearance": appearance(briefing) },
        "reviewRating": rating,
    })
}

/// The place of a verdict on a scale from 1 to 3; what nothing was found about has none.
const fn rated(verdict: Verdict) -> Option<u8> {
    match verdict {
        Verdict::Supported => Some(3),
        Verdict::Outdated => Some(2),
        Verdict::Disputed => Some(1),
        Verdict::Unverified => None,
    }
}

/// The document that the claims are of, where there is one.
fn appearance(briefing: &Briefing) -> Option<Value> {
    let source = briefing.source(briefing.document_source()?)?;
    Some(json!({
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.address,
        "datePublished": source.published.map(|date| date.to_string()),
        "publisher": { "@type": "Organization", "name": source.publisher },
    }))
}
