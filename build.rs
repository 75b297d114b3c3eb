//! Turns the messages of `assets/locales/` into Rust, so that a message that is misspelt, missing or given the wrong
//! arguments does not compile.
//!
//! For `sum-of-directions = { $a } + { $b }` in `checks.ftl` it writes, into `ids::checks`,
//!
//! ```ignore
//! pub struct sum_of_directions { pub a: Value, pub b: Value }
//! ```
//!
//! which becomes a `Message`; `message!(checks::sum_of_directions, a = …, b = …)` is the short way to write it. English is
//! the language that says which messages and arguments there are.

#![expect(clippy::expect_used, clippy::panic, reason = "what a build script cannot do stops the build")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The language that every other one is held against.
const FIRST: &str = "en";

/// The arguments of each message of a file.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn main() {
    println!("cargo::rerun-if-changed=assets/locales");
    println!("cargo::rerun-if-changed=assets/flags");
    println!("cargo::rerun-if-changed=build.rs");
    if knows_packed_relocations() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names a folder for what is made"));
    let locales = root.join("assets/locales");

    let mut ids = String::new();
    for path in listed(&locales.join(FIRST)) {
        let file = stem(&path).replace('-', "_");
        let messages = messages(&path);
        writeln!(ids, "/// The messages of `{}.ftl`.\npub mod {file} {{", stem(&path)).expect("a string");
        for (id, arguments) in &messages {
            ids.push_str(&written(&file, id, arguments));
        }
        ids.push_str("}\n");
    }
    fs::write(out.join("ids.rs"), ids).expect("the ids are written");

    let mut texts = String::from("&[\n");
    for language in listed(&locales) {
        writeln!(texts, "({:?}, &[", stem(&language)).expect("a string");
        for path in listed(&language) {
            let file = stem(&path).replace('-', "_");
            let place = format!("/assets/locales/{}/{}.ftl", stem(&language), stem(&path));
            writeln!(texts, "({file:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {place:?}))),")
                .expect("a string");
        }
        texts.push_str("]),\n");
    }
    texts.push(']');
    fs::write(out.join("texts.rs"), texts).expect("the texts are written");

    let mut flags = String::from("&[\n");
    for flag in listed(&root.join("assets/flags")) {
        let (code, place) = (stem(&flag), format!("/assets/flags/{}.svg", stem(&flag)));
        writeln!(flags, "({code:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {place:?}))),")
            .expect("a string");
    }
    flags.push(']');
    fs::write(out.join("flags.rs"), flags).expect("the flags are written");
}

/// Whether the C library that the program is built with finds where it was loaded in a table of half a bit a pointer
/// instead of 24 bytes each: 4 MB less to download, to map and to read before `main`. glibc does from 2.36 on, and a
/// program so linked wants one that does.
fn knows_packed_relocations() -> bool {
    let is = |variable, value| env::var(variable).is_ok_and(|given| given == value);
    if env::var("HOST") != env::var("TARGET")
        || !is("CARGO_CFG_TARGET_OS", "linux")
        || !is("CARGO_CFG_TARGET_ENV", "gnu")
    {
        return false;
    }
    let Ok(said) = Command::new("getconf").arg("GNU_LIBC_VERSION").output() else { return false };
    let said = String::from_utf8_lossy(&said.stdout);
    let version = said.trim().strip_prefix("glibc ").and_then(|version| version.split_once('.'));
    let number = |digits: &str| digits.parse::<u32>().ok();
    version.and_then(|(major, minor)| Some((number(major)?, number(minor)?))).is_some_and(|version| version >= (2, 36))
}

/// What lies in a folder, by name.
fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|err| panic!("{}: {err}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be read").path()).collect();
    paths.retain(|path| path.is_dir() || path.extension().is_some_and(|ending| ending == "ftl" || ending == "svg"));
    paths.sort();
    paths
}

fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|name| name.to_str()).expect("files of messages have plain names")
}

/// The messages of a file and their arguments.
fn messages(path: &Path) -> Messages {
    let text = fs::read_to_string(path).unwrap_or_else(|err| panic!("{}: {err}", path.display()));
    let resource = fluent_syntax::parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {}", path.display(), located(&text, &errors)));
    let mut messages = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        assert!(message.attributes.is_empty(), "{}: `{id}` has attributes; write messages", path.display());
        let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{}: `{id}` says nothing", path.display()));
        let mut arguments = BTreeSet::new();
        gather(pattern, &mut arguments);
        assert!(messages.insert(id.clone(), arguments).is_none(), "{}: `{id}` is there twice", path.display());
    }
    messages
}

/// Where a file cannot be read.
fn located(text: &str, errors: &[fluent_syntax::parser::ParserError]) -> String {
    let line = |at: usize| text[..at.min(text.len())].lines().count();
    errors.iter().map(|err| format!("line {}: {}", line(err.pos.start), err.kind)).collect::<Vec<_>>().join("; ")
}

fn gather(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            gather_expression(expression, arguments);
        }
    }
}

fn gather_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => gather_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            gather_inline(selector, arguments);
            for variant in variants {
                gather(&variant.value, arguments);
            }
        }
    }
}

fn gather_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        // Where a message is said is known without being told.
        InlineExpression::VariableReference { id } if id.name == "surface" => {}
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => gather_expression(expression, arguments),
        InlineExpression::MessageReference { id, .. } => {
            panic!("`{}` is a reference to a message: make it a term, `-{0}`, whose arguments are none", id.name)
        }
        _ => {}
    }
}

/// A message as a type of Rust.
fn written(file: &str, id: &str, arguments: &BTreeSet<String>) -> String {
    let name = id.replace('-', "_");
    let arguments: Vec<String> = arguments.iter().map(|name| name.replace('-', "_")).collect();
    let mut text = format!("/// The message `{id}`.\n#[derive(Debug)]\npub struct {name} {{\n");
    for argument in &arguments {
        writeln!(text, " /// The argument `{argument}`.\n pub {argument}: super::Value,").expect("a string");
    }
    text.push_str("}\n");
    if arguments.is_empty() {
        writeln!(
            text,
            "impl {name} {{\n /// The message itself.\n pub const MESSAGE: super::Message = super::Message::bare({file:?}, {id:?});\n}}"
        )
        .expect("a string");
    }
    let pairs: Vec<String> = arguments.iter().map(|name| format!("({name:?}, of.{name})")).collect();
    let of = if arguments.is_empty() { "_of" } else { "of" };
    writeln!(
        text,
        "impl From<{name}> for super::Message {{\n fn from({of}: {name}) -> Self {{ Self::new({file:?}, {id:?}, vec![{}]) }}\n}}",
        pairs.join(", ")
    )
    .expect("a string");
    text
}
