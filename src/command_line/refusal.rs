//! Arguments that cannot be understood, told in messages: clap says what kind of mistake it is and what it is about.

use briefing_desk::briefing::{Message, Value};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, what was perhaps meant, the usage of the command, and where there is more.
pub fn text(wrong: &Error, usage: &str, words: &Words) -> String {
    let mut parts = vec![words.say(&message!(command_line::wrong_use, what = what(wrong)))];
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let near: Vec<String> = near.into_iter().flat_map(|kind| about(wrong, kind)).collect();
    if !near.is_empty() {
        parts.push(words.say(&message!(command_line::perhaps_meant, near = Value::list(near))));
    }
    parts.push(words.say(&message!(command_line::usage, usage = usage.to_owned())));
    parts.push(words.say(&message!(command_line::more_help, flag = "--help")));
    parts.join("\n\n")
}

fn what(wrong: &Error) -> Message {
    let all = |kind| Value::list(about(wrong, kind));
    let one = |kind| about(wrong, kind).into_iter().next();
    let argument = || one(ContextKind::InvalidArg).unwrap_or_default();
    let value = || one(ContextKind::InvalidValue).unwrap_or_default();
    match wrong.kind() {
        ErrorKind::UnknownArgument => message!(command_line::unknown_argument, argument = argument()),
        ErrorKind::InvalidSubcommand => {
            message!(command_line::unknown_command, command = all(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            message!(command_line::missing_command, known = all(ContextKind::ValidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => {
            message!(command_line::missing_arguments, arguments = all(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => match one(ContextKind::InvalidSubcommand) {
            Some(command) => message!(command_line::not_together, one = command, other = all(ContextKind::PriorArg)),
            None if one(ContextKind::InvalidArg) == one(ContextKind::PriorArg) => {
                message!(command_line::given_twice, argument = argument())
            }
            None => message!(command_line::not_together, one = argument(), other = all(ContextKind::PriorArg)),
        },
        ErrorKind::TooManyValues => {
            message!(command_line::no_value_wanted, value = value(), argument = argument())
        }
        _ if one(ContextKind::InvalidArg).is_none() => message!(command_line::not_understood),
        _ if value().is_empty() => match one(ContextKind::ValidValue) {
            Some(_) => {
                message!(command_line::value_missing_known, argument = argument(), known = all(ContextKind::ValidValue))
            }
            None => message!(command_line::value_missing, argument = argument()),
        },
        _ => match one(ContextKind::ValidValue) {
            Some(_) => {
                let known = all(ContextKind::ValidValue);
                message!(command_line::wrong_value_known, value = value(), argument = argument(), known = known)
            }
            None => message!(command_line::wrong_value, value = value(), argument = argument()),
        },
    }
}

/// What clap says of a mistake: arguments, commands and values as they are typed.
fn about(wrong: &Error, kind: ContextKind) -> Vec<String> {
    match wrong.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
