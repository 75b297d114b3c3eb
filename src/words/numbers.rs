//! How numbers are written: by ICU, with a no-break space between groups and a real minus sign.

use std::fmt::{self, Write as _};

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal as Digits;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::parts::{GROUP, MINUS_SIGN};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use rust_decimal::{Decimal, RoundingStrategy};
use unic_langid::LanguageIdentifier;
use writeable::{Part, PartsWrite, Writeable as _};

use super::{DigitForm, Language, Words};
use crate::briefing::{Figure, Locator};
use crate::message;

/// Stands between a number and its unit, so that they are never parted at a line's end.
pub const NO_BREAK: char = '\u{a0}';

/// What writes the numbers of a language.
#[derive(Debug)]
pub(super) struct Numbers(Option<DecimalFormatter>, DigitForm);

impl Numbers {
    pub(super) fn of(language: Language, form: DigitForm) -> Self {
        let mut options = DecimalFormatterOptions::default();
        // `9999`, and `10 000`.
        options.grouping_strategy = Some(GroupingStrategy::Min2);
        Self(DecimalFormatter::try_new(language.spec().locale.clone().into(), options).ok(), form)
    }

    /// A number that is already rounded and written with ASCII digits.
    fn written(&self, plain: &str) -> String {
        let mut written = House { text: String::with_capacity(plain.len() + 8), instead: None };
        let digits = plain.parse::<Digits>().ok().zip(self.0.as_ref());
        let done = digits.and_then(|(digits, formatter)| formatter.format(&digits).write_to_parts(&mut written).ok());
        let text = if done.is_some() { written.text } else { plain.to_owned() };
        if self.1 == DigitForm::default() {
            return text;
        }
        let (group, point) = self.1.signs();
        let sign = |letter| match letter {
            NO_BREAK => group,
            '.' => point,
            other => other,
        };
        text.chars().map(sign).collect()
    }
}

impl Words {
    /// How many there are of something: `9999`, `10 000`.
    pub fn count(&self, count: u64) -> String {
        self.0.numbers.written(&count.to_string())
    }

    /// A figure with as many digits as it asks for.
    pub fn figure(&self, figure: Figure) -> String {
        let places = figure.places.unwrap_or_else(|| figure.value.scale());
        if figure.signed { self.signed(figure.value, places) } else { self.rounded(figure.value, places) }
    }

    /// A value rounded half away from zero to `places`, as statistics offices round.
    pub fn rounded(&self, value: Decimal, places: u32) -> String {
        let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        self.0.numbers.written(&format!("{rounded:.0$}", places as usize))
    }

    /// A value with at most `places` decimals, and no more than it was given with.
    pub fn printed(&self, value: Decimal, places: u32) -> String {
        self.rounded(value, value.scale().min(places))
    }

    /// A change or a balance: always with its sign.
    pub fn signed(&self, value: Decimal, places: u32) -> String {
        let text = self.rounded(value, places);
        if value.is_sign_negative() || value.is_zero() { text } else { format!("+{text}") }
    }

    /// A value with all the digits it was given with.
    pub fn exact(&self, value: Decimal) -> String {
        self.rounded(value, value.scale())
    }

    /// A per cent figure to one decimal: `66.7 %`.
    pub fn percent(&self, value: Decimal) -> String {
        format!("{}{NO_BREAK}%", self.rounded(value, 1))
    }

    /// A number of people to three significant figures: `9.50 m`, `1.41 bn`, `532 000`.
    pub fn people(&self, persons: u64) -> String {
        /// The digits that are written of millions and more.
        const DIGITS: u32 = 3;
        let million = Decimal::from(1_000_000);
        if persons < 1_000_000 {
            return self.count(persons);
        }
        // Rounded first: 999.6 million are a billion.
        let exact = Decimal::from(persons);
        let rounded = exact.round_sf_with_strategy(DIGITS, RoundingStrategy::MidpointAwayFromZero).unwrap_or(exact);
        let written = |scaled: Decimal| {
            let whole = scaled.trunc().to_string().len() as u32;
            self.rounded(scaled, DIGITS.saturating_sub(whole))
        };
        let millions = rounded / million;
        if millions >= Decimal::ONE_THOUSAND {
            self.say(&message!(words::billions, value = written(millions / Decimal::ONE_THOUSAND)))
        } else {
            self.say(&message!(words::millions, value = written(millions)))
        }
    }

    /// Paragraph and sentence as a chip writes them: `¶4·2`.
    pub fn locator(&self, at: Locator) -> String {
        format!("¶{}·{}", at.paragraph, at.sentence)
    }
}

/// Takes what ICU writes and puts the house's signs in place of the language's own.
struct House {
    text: String,
    instead: Option<char>,
}

impl fmt::Write for House {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self.instead {
            // A language without a sign behind its numbers has an empty one there.
            Some(sign) if !text.is_empty() => self.text.push(sign),
            _ => self.text.push_str(text),
        }
        Ok(())
    }
}

impl PartsWrite for House {
    type SubPartsWrite = Self;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Self) -> fmt::Result) -> fmt::Result {
        self.instead = match part {
            GROUP => Some(NO_BREAK),
            MINUS_SIGN => Some('\u{2212}'),
            _ => self.instead,
        };
        let done = write(self);
        self.instead = None;
        done
    }
}

/// What writes the counts within messages, which Fluent itself would not group.
pub(super) type FormatsCounts = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

impl Numbers {
    /// What writes the counts within messages as these are written. Fluent hands it nothing to tell them by.
    pub(super) const fn format_counts(&self) -> FormatsCounts {
        match self.1 {
            DigitForm::SpacePoint => format_count::<0>,
            DigitForm::CommaPoint => format_count::<1>,
            DigitForm::PointComma => format_count::<2>,
            DigitForm::SpaceComma => format_count::<3>,
        }
    }
}

/// Writes a count within a message, in the form of this number.
fn format_count<const FORM: usize>(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    let mut plain = String::new();
    write!(plain, "{value}").ok()?;
    memoizer.with_try_get::<Numbers, _, _>((DigitForm::ALL[FORM],), |numbers| numbers.written(&plain)).ok()
}

impl Memoizable for Numbers {
    type Args = (DigitForm,);
    type Error = ();

    fn construct(_: LanguageIdentifier, (form,): (DigitForm,)) -> Result<Self, ()> {
        Ok(Self::of(Language::English, form))
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Words;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    fn read(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn long_counts_stand_in_groups_of_three() {
        let words = Words::english();
        let read = |count| plain(&words.count(count));
        assert_eq!([read(0), read(9_999), read(10_000), read(1_234_567)], ["0", "9999", "10 000", "1 234 567"]);
    }

    #[test]
    fn figures_keep_the_digits_they_were_printed_with() {
        let words = Words::english();
        assert_eq!(words.printed(read("244.8"), 2), "244.8");
        assert_eq!(words.printed(read("244.819"), 2), "244.82");
        assert_eq!(words.rounded(read("-0.05"), 1), "−0.1");
        assert_eq!(words.signed(read("13.83"), 2), "+13.83");
        assert_eq!(words.signed(read("-6.9"), 1), "−6.9");
        assert_eq!(plain(&words.exact(read("-39623456.50"))), "−39 623 456.50");
        assert_eq!(plain(&words.percent(read("18.559"))), "18.6 %");
    }

    #[test]
    fn people_are_counted_to_three_figures() {
        let words = Words::english();
        let read = |persons| plain(&words.people(persons));
        assert_eq!(read(9_500_000), "9.50 m");
        assert_eq!(read(1_410_000_000), "1.41 bn");
        assert_eq!(read(84_100_000), "84.1 m");
        assert_eq!(read(532_000), "532 000");
        assert_eq!(read(999), "999");
        assert_eq!(read(1_001), "1001", "grouped as counts are");
        assert_eq!(read(999_999), "999 999");
        assert_eq!(read(999_600_000), "1.00 bn", "rounded into the unit that it comes to");
        assert_eq!(read(9_996_000), "10.0 m");
        assert_eq!(read(1_000_000), "1.00 m");
        assert_eq!(read(8_045_311_447), "8.05 bn");
        assert_eq!(read(1_234_500_000_000), "1230 bn");
    }
}
