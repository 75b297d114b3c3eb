//! One stop at the end of a sentence, although what ends in it brings its own.
//!
//! A message ends with `{ $reason }.`, and the reason is `No such file.` or `Who knows?`. The stop of an argument is
//! marked, and where the message goes on with a full stop, that one is left out.

use std::borrow::Cow;

use crate::briefing::visible::is_isolate;

/// Stands behind the stop of an argument while a message is put together; no text of a briefing holds it.
const MARK: char = '\u{fdd0}';

/// An argument, marked if it ends a sentence.
pub(super) fn marked(argument: Cow<'_, str>) -> Cow<'_, str> {
    if argument.trim_end_matches(is_isolate).ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।']) {
        format!("{argument}{MARK}").into()
    } else {
        argument
    }
}

/// A message with one full stop after each argument that has its own.
pub(super) fn once(message: Cow<'_, str>) -> Cow<'_, str> {
    if message.contains(MARK) { message.replace("\u{fdd0}.", "").replace(MARK, "").into() } else { message }
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

    use crate::briefing::{Message, Value};
    use crate::words::{TEXTS, Words};

    /// The arguments that a pattern names.
    fn arguments<'a>(pattern: &Pattern<&'a str>, found: &mut Vec<&'a str>) {
        fn inline<'a>(expression: &InlineExpression<&'a str>, found: &mut Vec<&'a str>) {
            match expression {
                InlineExpression::VariableReference { id } => found.push(id.name),
                InlineExpression::Placeable { expression } => any(expression, found),
                _ => {}
            }
        }
        fn any<'a>(expression: &Expression<&'a str>, found: &mut Vec<&'a str>) {
            match expression {
                Expression::Inline(expression) => inline(expression, found),
                Expression::Select { selector, variants } => {
                    inline(selector, found);
                    for variant in variants {
                        arguments(&variant.value, found);
                    }
                }
            }
        }
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                any(expression, found);
            }
        }
    }

    #[test]
    fn no_message_doubles_the_stop_of_what_it_is_given() {
        let words = Words::english();
        let (_, files) = TEXTS.iter().find(|(language, _)| *language == "en").expect("English");
        let mut said = 0;
        for (file, text) in *files {
            let resource = FluentResource::try_new((*text).to_owned()).expect("a test reads it whole");
            for entry in resource.entries() {
                let Entry::Message(message) = entry else { continue };
                let Some(pattern) = &message.value else { continue };
                let mut names = Vec::new();
                arguments(pattern, &mut names);
                for given in ["It ends.", "Does it?", "No!", "St. Gallen", "and so on…"] {
                    let given: Vec<(&'static str, Value)> =
                        names.iter().map(|name| (&*name.to_string().leak(), Value::from(given))).collect();
                    let message = Message::new(file, message.id.name.to_owned().leak(), given);
                    let text = words.say(&message);
                    let doubled = ["..", "?.", "!.", "….", "。."].into_iter().any(|stops| text.contains(stops));
                    assert!(!doubled && !text.contains(super::MARK), "{file}::{} says {text}", message.id());
                    said += 1;
                }
            }
        }
        assert!(said > 2000, "{said}");
    }

    #[test]
    fn a_stop_stays_where_the_sentence_goes_on() {
        let say = |what: &'static str| {
            let sentences =
                Message::new("problems", "sentences", vec![("what", what.into()), ("remedy", "Go on".into())]);
            Words::english().say(&sentences)
        };
        assert_eq!(say("It ends"), "It ends. Go on.");
        assert_eq!(say("It ends."), "It ends. Go on.");
        assert_eq!(say("Who knows?"), "Who knows? Go on.");
        assert_eq!(say("a folder named ../x"), "a folder named ../x. Go on.");
    }
}
