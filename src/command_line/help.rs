//! The help of the command line in the words of the reader. Clap lays it out; whatever it would say of its own accord is
//! English, and is handed to it here.

use briefing_desk::briefing::Value;
use briefing_desk::words::Words;
use briefing_desk::{label, message};
use clap::{Arg, ArgAction, Command};

/// The program with everything that its help says.
pub fn worded(program: Command, words: &Words) -> Command {
    let mut program = with_flags(program, words);
    // From here on it has the command `help`, with a command in it for each of the others.
    program.build();
    let about = words.say(&message!(command_line::help_command));
    program.mut_subcommand("help", |help| {
        laid_out(help.about(about.clone()), words).mut_subcommand("help", |help| help.about(about))
    })
}

/// The usage of the command that some arguments ask for, without a heading.
pub fn usage(program: &Command, arguments: &[std::ffi::OsString]) -> String {
    let named = arguments.get(1).and_then(|name| program.find_subcommand(name)).unwrap_or(program);
    named.clone().help_template("{usage}").render_help().to_string().trim_end().to_owned()
}

/// A command and those in it with the flags that show its help.
fn with_flags(command: Command, words: &Words) -> Command {
    let flag = |name: &'static str, short, action, does| {
        Arg::new(name).short(short).long(name).action(action).help(words.say(&does))
    };
    let mut command = command.disable_help_flag(true).disable_version_flag(true);
    command = command.arg(flag("help", 'h', ArgAction::Help, message!(command_line::help_flag)));
    if command.get_version().is_some() {
        command = command.arg(flag("version", 'V', ArgAction::Version, message!(command_line::version_flag)));
    }
    laid_out(command, words)
        .mut_args(|argument| told(argument, words))
        .mut_subcommands(|command| with_flags(command, words))
}

/// A command whose help is laid out here, so that its headings are messages.
fn laid_out(command: Command, words: &Words) -> Command {
    let mut template =
        format!("{{about-with-newline}}\n{}", words.say(&message!(command_line::usage, usage = "{usage}")));
    let parts = [
        (command.has_subcommands(), label!(command_line::commands), "{subcommands}"),
        (command.get_positionals().next().is_some(), label!(command_line::arguments), "{positionals}"),
        (command.get_arguments().any(|argument| !argument.is_positional()), label!(command_line::options), "{options}"),
    ];
    for (_, heading, part) in parts.into_iter().filter(|(is_there, ..)| *is_there) {
        template.extend(["\n\n", &words.say(&heading), "\n", part]);
    }
    command.help_template(template)
}

/// An argument that says itself what stands where nothing is given, and what can be.
fn told(argument: Arg, words: &Words) -> Arg {
    if !argument.get_action().takes_values() {
        return argument;
    }
    let does = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let usual: Vec<_> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let known: Vec<_> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let usual = Value::list(usual.into_iter().filter(|value| !value.is_empty()));
    let known = Value::list(known);
    let none = Value::List(Vec::new());
    let help = match (usual == none, known == none) {
        (true, true) => does,
        (false, true) => words.say(&message!(command_line::with_usual, does = does, usual = usual)),
        (true, false) => words.say(&message!(command_line::with_known, does = does, known = known)),
        (false, false) => words.say(&message!(command_line::with_both, does = does, usual = usual, known = known)),
    };
    argument.help(help).hide_default_value(true).hide_possible_values(true)
}
