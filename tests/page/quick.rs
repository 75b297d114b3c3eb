//! How quick the page is: said, and not asserted, since machines differ. `cargo test --release --test page quick -- --ignored
//! --nocapture`.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::browser::{Browser, Result};
use crate::{WIDE, opened};

/// So many states.
const MANY: usize = 10_000;

/// The bundled briefing with many more states, each a member.
fn grown(folder: &Path) -> Result<()> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for entry in fs::read_dir(data)? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|ending| ending == "json") {
            fs::copy(entry.path(), folder.join(entry.file_name()))?;
        }
    }
    let file = folder.join("roster.json");
    let mut roster: Value = serde_json::from_slice(&fs::read(&file)?)?;
    let state = roster["states"][0].clone();
    let own = state["id"].clone();
    let mut spells = roster["spells"].as_array().into_iter().flatten();
    let spell = spells.rfind(|spell| spell["state"] == own).cloned().ok_or("a spell")?;
    for number in 0..MANY {
        let id = json!(format!("state-{number}"));
        let (mut state, mut spell) = (state.clone(), spell.clone());
        state["names"]["en"] = json!(format!("Land {number} of {}", ["Ostan", "Moru", "Velia"][number % 3]));
        (state["id"], spell["state"]) = (id.clone(), id);
        roster["states"].as_array_mut().ok_or("states")?.push(state);
        roster["spells"].as_array_mut().ok_or("spells")?.push(spell);
    }
    fs::write(file, roster.to_string())?;
    Ok(())
}

#[test]
#[ignore = "it is measured and not asserted"]
fn quick_to_read_and_to_narrow_down() -> Result<()> {
    let (mut browser, _folder) = opened(WIDE, "")?;
    let painted = browser.say("performance.getEntriesByType('paint').map(paint => [paint.name, paint.startTime])")?;
    println!("the bundled briefing, after its opening began, ms: {painted}");

    let folder = tempfile::tempdir()?;
    grown(folder.path())?;
    let file = folder.path().join("brief.html");
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    let made = program.arg("export").arg(folder.path()).args(["--what", "brief", "--format", "html", "-o"]).arg(&file);
    assert!(made.status()?.success(), "it is exported");
    let mut browser = Browser::start(WIDE)?;
    browser.open(&file, "")?;
    browser.say(
        "new Promise(done => { const look = () => document.querySelector('.panel') ? done() : setTimeout(look, 10); look(); })",
    )?;
    // The script, the layout that follows from it, and the frame with both.
    let keys = browser.say(
        "(async () => {
            const search = document.querySelector('input[type=search]');
            const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            const taken = [];
            for (const text of ['o', 'os', 'ost', 'osta', 'ostan', 'land 1', 'land 12', '']) {
                await frame();
                const start = performance.now();
                search.value = text;
                search.dispatchEvent(new Event('input'));
                const script = performance.now() - start;
                document.body.offsetHeight;
                const laid = performance.now() - start;
                await frame();
                taken.push([text, script, laid, performance.now() - start].map(of => of.toFixed ? of.toFixed(1) : of));
            }
            return taken;
        })()",
    )?;
    for key in keys.as_array().into_iter().flatten() {
        println!("{MANY} rows, a key, ms of script, with its layout, with its frame: {key}");
    }
    Ok(())
}
