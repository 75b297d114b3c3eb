//! Every public module, type and function says what it is. The compiler's own lint asks the same of every field and
//! variant, where a comment often only repeats the name.

use std::fs;
use std::path::{Path, PathBuf};

/// How a public item begins that has to say what it is.
const ITEMS: [&str; 8] =
    ["pub fn ", "pub const fn ", "pub struct ", "pub enum ", "pub trait ", "pub type ", "pub static ", "pub const "];

/// The public modules below one: declared as public, or with something in them that their parent hands on.
fn modules_below(file: &Path, text: &str) -> Vec<PathBuf> {
    let name = file.file_stem().unwrap_or_default();
    let folder = file.parent().unwrap_or(file);
    let folder = if name == "mod" || name == "lib" { folder.to_owned() } else { folder.join(name) };
    let names = text.lines().filter_map(|line| {
        let (is_public, rest) = line.strip_prefix("pub ").map_or((false, line), |rest| (true, rest));
        let name = rest.strip_prefix("mod ")?.strip_suffix(';')?;
        let handed_on = ["pub use ", "pub use self::"].iter().any(|start| text.contains(&format!("{start}{name}::")));
        (is_public || handed_on).then_some(name)
    });
    let files = |name: &str| [folder.join(format!("{name}.rs")), folder.join(name).join("mod.rs")];
    names.flat_map(files).filter(|path| path.exists()).collect()
}

fn undocumented(file: &Path, found: &mut Vec<String>) -> usize {
    let text = fs::read_to_string(file).expect("source is UTF-8");
    let mut at = |line: usize, what: &str| found.push(format!("{}:{}: {what}", file.display(), line + 1));
    if !text.starts_with("//!") {
        at(0, "the module");
    }
    let lines: Vec<&str> = text.lines().map(str::trim).take_while(|line| *line != "#[cfg(test)]").collect();
    for (number, line) in lines.iter().enumerate().filter(|(_, line)| ITEMS.iter().any(|item| line.starts_with(item))) {
        let above = lines[..number].iter().rev();
        let mut attached = above.take_while(|line| !line.is_empty() && !line.ends_with(['{', '}', ';']));
        if !attached.any(|line| line.starts_with("///")) {
            at(number, line);
        }
    }
    1 + modules_below(file, &text).iter().map(|module| undocumented(module, found)).sum::<usize>()
}

#[test]
fn every_public_module_type_and_function_says_what_it_is() {
    let mut found = Vec::new();
    let seen = undocumented(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs"), &mut found);
    assert!(found.is_empty(), "{found:#?}");
    assert!(seen > 100, "the source tree was read: {seen} files");
}
