//! What is read: every message, number, date and plural, in the language of whoever reads.
//!
//! The texts stand in `assets/locales/<language>/`, one file a screen or subject, as Fluent messages. A file is parsed when
//! the first of its messages is said. What a language lacks is said in English.

mod case;
mod dates;
pub mod direction;
mod formats;
mod language;
mod numbers;
mod problems;
mod pseudo;
mod stops;
mod trade;

use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use self::formats::{DateForm, DigitForm, Formats};
pub use self::language::Language;
pub use self::numbers::NO_BREAK;
use crate::briefing::visible::in_one_line;
use crate::briefing::{Message, Value};
use dates::Dates;
use numbers::Numbers;

/// The texts of every language: its tag, and each file by its name.
const TEXTS: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The words of one language, said in one place. A copy is another handle to the same.
#[derive(Clone)]
pub struct Words(Arc<Lexicon>, Surface);

/// Where something is read. A message that tells what to do may say it otherwise in each, by the argument `$surface`, which
/// every message has without being given it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// In a terminal or a file: what is to be said is said by options.
    #[default]
    Terminal,
    /// In the window: what is to be said is typed into fields.
    Window,
}

impl Surface {
    /// The key that messages choose by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Window => "window",
        }
    }
}

struct Lexicon {
    language: Language,
    files: Vec<File>,
    /// English, where this is another language.
    fallback: Option<Words>,
    numbers: Numbers,
    dates: Dates,
}

/// A file of messages, parsed when the first of them is said.
struct File {
    name: &'static str,
    text: &'static str,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words of English.
    pub fn english() -> Self {
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::made(Language::English, Formats::default(), None)).clone()
    }

    /// The words of a language.
    pub fn of(language: Language) -> Self {
        match language {
            Language::English => Self::english(),
            Language::Pseudo => Self::made(language, Formats::default(), Some(Self::english())),
        }
    }

    /// The words of a language, with numbers and dates as a reader wants them written.
    pub fn written(language: Language, formats: Formats) -> Self {
        if formats == Formats::default() {
            return Self::of(language);
        }
        let fallback = (language != Language::English).then(|| Self::written(Language::English, formats));
        Self::made(language, formats, fallback)
    }

    fn made(language: Language, formats: Formats, fallback: Option<Self>) -> Self {
        let texts =
            TEXTS.iter().find(|(folder, _)| *folder == language.spec().folder).map_or(&[][..], |(_, texts)| texts);
        let files = texts.iter().map(|(name, text)| File { name, text, bundle: OnceLock::new() }).collect();
        let (numbers, dates) = (Numbers::of(language, formats.digits), Dates::of(language, formats.dates));
        Self(Arc::new(Lexicon { language, files, fallback, numbers, dates }), Surface::default())
    }

    /// The same words, said in the window.
    #[must_use]
    pub fn in_window(self) -> Self {
        Self(self.0, Surface::Window)
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// What a message says.
    pub fn say(&self, message: &Message) -> String {
        self.said(message)
            .or_else(|| Self(Arc::clone(&self.0.fallback.as_ref()?.0), self.1).said(message))
            // No message is made that English lacks; one that it could not say shows its name, not nothing.
            .unwrap_or_else(|| format!("{}::{}", message.file(), message.id()))
    }

    /// What one value says by itself.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone().into_owned(),
            Value::Count(count) => self.count(*count),
            Value::Number(figure) => self.figure(*figure),
            Value::People(persons) => self.people(*persons),
            Value::Date(date) => self.date(*date),
            Value::LongDate(date) => self.long_date(*date),
            Value::Span(from, until) => self.span(*from, *until),
            Value::Period(period) => self.period(*period),
            Value::Months(period) => self.months(*period),
            Value::Locator(at) => self.locator(*at),
            Value::Message(message) => self.say(message),
            Value::List(values) => {
                let item = |value: &Value| direction::isolated(self.value(value)).into_owned();
                self.list(
                    values
                        .iter()
                        .map(|value| if matches!(value, Value::Text(_)) { item(value) } else { self.value(value) }),
                )
            }
        }
    }

    /// Several texts, one after the other: `UN, SCO, BRICS`.
    pub fn list<T: AsRef<str>>(&self, texts: impl IntoIterator<Item = T>) -> String {
        let mut list = String::new();
        for text in texts {
            if !list.is_empty() {
                list.push_str(self.0.language.spec().comma);
            }
            list.push_str(text.as_ref());
        }
        list
    }

    fn said(&self, message: &Message) -> Option<String> {
        let file = self.0.files.iter().find(|file| file.name == message.file())?;
        let bundle = file.bundle.get_or_init(|| bundle(self.0.language, &self.0.numbers, file.text));
        let pattern = bundle.get_message(message.id())?.value()?;
        let mut arguments = FluentArgs::with_capacity(message.arguments().len() + 1);
        for (name, value) in message.arguments() {
            let value = match value {
                Value::Count(count) => FluentValue::from(*count),
                Value::Text(text) => FluentValue::String(stops::marked(direction::isolated(in_one_line(text)))),
                other => FluentValue::String(stops::marked(self.value(other).into())),
            };
            arguments.set(*name, value);
        }
        arguments.set("surface", FluentValue::from(self.1.key()));
        let said = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        Some(stops::once(said).into_owned())
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.0.language).finish()
    }
}

/// The messages of a text. What of it cannot be parsed is left out; a test reads every file whole.
fn bundle(language: Language, numbers: &Numbers, text: &'static str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![language.spec().plurals.clone()]);
    // Arguments that need it are set apart by `direction::isolated`; marks around all of them would reach files and
    // terminals.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(numbers.format_counts()));
    bundle.set_transform(language.spec().transform);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;

    use std::collections::BTreeSet;

    use super::{Language, TEXTS, Words};
    use crate::message;

    /// The texts of English in some files.
    fn english(files: &[&str]) -> String {
        let of_language = TEXTS.iter().filter(|(folder, _)| *folder == "en").flat_map(|(_, texts)| *texts);
        of_language.filter(|(name, _)| files.contains(name)).map(|(_, text)| *text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_the_window_says_of_an_import_names_fields_that_it_has_and_no_options() {
        let labels = english(&["import_options", "import_dialog", "new_briefing", "actions"]);
        let labels: BTreeSet<&str> =
            labels.lines().filter_map(|line| Some(line.split_once(" = ")?.1.trim_end_matches('…'))).collect();
        let mut named = 0;
        for line in english(&["import", "document"]).lines().filter(|line| !line.starts_with('#')) {
            let is_option = line.contains(" --") || line.contains("`--");
            assert!(!is_option || line.trim_start().starts_with("*[terminal]"), "{line}");
            if !line.trim_start().starts_with("[window]") {
                continue;
            }
            for field in line.split('“').skip(1).filter_map(|rest| rest.split_once('”')).map(|(field, _)| field) {
                assert!(labels.contains(field.trim_end_matches('…')), "no field is called {field}: {line}");
                named += 1;
            }
        }
        assert!(named > 10, "{named}");
    }

    #[test]
    fn what_to_do_is_said_by_an_option_in_a_terminal_and_by_a_field_in_the_window() {
        let message = message!(import::no_value_remedy);
        let (terminal, window) = (Words::english().say(&message), Words::english().in_window().say(&message));
        assert!(terminal.contains("--column value=HEAD"), "{terminal}");
        assert!(window.contains("“Columns”") && !window.contains("--"), "{window}");
        let pseudo = Words::of(Language::Pseudo).in_window().say(&message);
        assert!(!pseudo.contains("--"), "{pseudo}");
    }

    #[test]
    fn every_file_parses_whole() {
        for (language, files) in TEXTS {
            for (name, text) in *files {
                let errors = FluentResource::try_new((*text).to_owned()).err().map(|(_, errors)| errors);
                assert_eq!(errors, None, "{language}/{name}.ftl");
            }
        }
    }

    #[test]
    fn plurals_follow_the_count_and_counts_are_grouped() {
        let say = |count: usize| Words::english().say(&message!(words::claims, count = count));
        assert_eq!(say(1), "1\u{a0}claim");
        assert_eq!(say(0), "0\u{a0}claims");
        assert_eq!(say(9999), "9999\u{a0}claims");
        assert_eq!(say(12_345), "12\u{a0}345\u{a0}claims");
    }

    #[test]
    fn the_pseudo_language_is_longer_by_half_and_keeps_what_it_is_given() {
        let words = Words::of(Language::Pseudo);
        let english = Words::english().say(&message!(words::acknowledged, reason = "SHA-256"));
        let said = words.say(&message!(words::acknowledged, reason = "SHA-256"));
        assert!(said.contains("SHA-256"), "{said}");
        assert!(said.chars().count() * 2 >= (english.chars().count() - 7) * 3, "{said}");
        assert!(!said.contains("cknowledged"), "{said}");
    }
}
