//! Files that are broken or made to harm: each gets a clear error, and nothing panics.

use std::fs;

use briefing_desk::briefing::limits::{MAX_FILE_BYTES, MAX_PROBLEMS, MAX_TEXT_BYTES};
use briefing_desk::briefing::{Briefing, FILES};

use crate::folder::{Folder, assert_says};

#[test]
fn no_number_and_too_large_a_number_are_said() {
    for (number, said) in [("NaN", "not valid JSON"), ("Infinity", "not valid JSON"), ("1e999", "larger than a number")]
    {
        let folder = Folder::new().harm("roster.json", "\"latitude\": 34.5", &format!("\"latitude\": {number}"));
        assert_says(&folder.problem(), &["roster.json:", said]);
    }
    for (value, from) in [("1e999", "\"69.52\""), ("NaN", "\"69.52\"")] {
        let folder = Folder::new().harm("trade.json", from, &format!("\"{value}\""));
        assert_says(&folder.problem(), &["$.series[0].observations[0].value", value]);
    }
}

#[test]
fn a_day_that_no_calendar_has_is_said() {
    for day in ["2025-02-30", "2025-13-01", "2023-02-29"] {
        let folder = Folder::new().harm("meeting.json", "\"date\": \"2025-07-13\"", &format!("\"date\": \"{day}\""));
        assert_says(&folder.problem(), &["meeting.json", "$.date", day]);
    }
}

#[test]
fn nesting_of_a_hundred_thousand_levels_is_said() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let folder = Folder::new().write("trade.json", deep.as_bytes());
        assert_says(&folder.problem(), &["trade.json:1:", "nested deeper than 128"]);
    }
}

#[test]
fn a_file_of_two_gibibytes_is_refused_without_being_read() {
    let folder = Folder::new();
    let file = fs::File::create(folder.0.path().join("roster.json")).expect("a file");
    file.set_len(2 << 30).expect("a sparse file");
    assert_says(&folder.problem(), &["roster.json", &format!("larger than {} MiB", MAX_FILE_BYTES >> 20)]);
}

#[test]
fn bytes_that_are_no_utf8_are_said_wherever_they_are() {
    for bytes in [&b"\xff\xfe{\0}\0"[..], b"{\"a\": \"\xc3\"}", b"\xed\xa0\x80", b"\x80"] {
        assert_says(&Folder::new().write("claims.json", bytes).problem(), &["claims.json:1:", "not UTF-8"]);
    }
}

#[test]
fn a_key_given_twice_is_refused_in_objects_and_in_maps() {
    let twice = Folder::new().harm("briefing.json", "\"format\": 1,", "\"format\": 1, \"format\": 1,");
    assert_says(&twice.problem(), &["briefing.json:2:16", "$.format", "duplicate field `format`"]);
    let names = Folder::new().harm("roster.json", "\"names\": {", "\"names\": {\"en\": \"Another\", ");
    assert_says(&names.problem(), &["roster.json:3:", "$.organisation.names.en", "duplicate field `en`"]);
    let accounts = "\"accounts\": {\"russian-ministry\": {\"text\": \"x\", \"citations\": []}, ";
    let accounts = Folder::new().harm("meeting.json", "\"accounts\": {", accounts);
    assert_says(&accounts.problem(), &["meeting.json:", "duplicate field `russian-ministry`"]);
}

#[test]
fn statuses_that_merge_in_a_circle_are_said() {
    let circle = "\"merged\": {\"on\": \"2030-01-01\", \"into\": \"observer\", \"citations\": [{\"source\": \"article\", \"at\": \"4.4\"}]}";
    let text = fs::read_to_string(Folder::new().0.path().join("roster.json")).expect("the roster");
    let mut roster: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let merger: serde_json::Value = serde_json::from_str(&format!("{{{circle}}}")).expect("JSON");
    let statuses = roster["statuses"].as_array_mut().expect("statuses");
    let partner = statuses.iter_mut().find(|status| status["id"] == "sco-partner").expect("the new status");
    partner["merged"] = merger["merged"].clone();
    let problems = Folder::new().write("roster.json", roster.to_string().as_bytes()).problems();
    assert!(problems.iter().any(|problem| problem.contains("becomes itself again")), "{problems:#?}");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::TempDir::new().expect("a temporary folder");
    let secret = outside.path().join("secret.json");
    fs::write(&secret, "{\"secret\": 1}").expect("a file");
    for target in [secret, "/etc/passwd".into(), "../../../../../../etc/passwd".into()] {
        let folder = Folder::new();
        let path = folder.0.path().join("trade.json");
        fs::remove_file(&path).expect("it is there");
        symlink(&target, &path).expect("a link");
        let problem = folder.problem();
        assert_says(&problem, &["trade.json", "leads out of the folder"]);
        assert!(!problem.contains("secret") && !problem.contains("root:"), "{problem}");
    }
    // A link within the folder is the reader's own affair, and so is a link to the folder.
    let folder = Folder::new();
    fs::rename(folder.0.path().join("trade.json"), folder.0.path().join("figures.json")).expect("renamed");
    symlink("figures.json", folder.0.path().join("trade.json")).expect("a link");
    symlink(folder.0.path(), outside.path().join("briefing")).expect("a link");
    assert!(Briefing::open(&outside.path().join("briefing")).is_ok());
    assert!(Briefing::open(&folder.0.path().join("..").join(folder.0.path().file_name().expect("a name"))).is_ok());
    // A link that leads back to itself ends.
    fs::remove_file(folder.0.path().join("figures.json")).expect("it is there");
    symlink("trade.json", folder.0.path().join("figures.json")).expect("a link");
    assert_says(&folder.problem(), &["trade.json", "cannot be read"]);
}

#[test]
fn a_key_is_never_a_path() {
    let folder = Folder::new().harm("trade.json", "\"source\": \"tass-1178145\"", "\"source\": \"../../etc/passwd\"");
    assert_says(&folder.problem(), &["trade.json", "../../etc/passwd", "lower-case letters"]);
}

#[test]
fn characters_that_act_on_others_are_shown_as_what_they_are() {
    let folder = Folder::new()
        .harm("meeting.json", "\"en\": \"Wang Yi\"", "\"en\": \"Wang\u{202e}iY \\u0007\\u001b[31m\"")
        .harm("briefing.json", "Lavrov–Wang talks", "talks\\u2066\u{200b}");
    let briefing = Briefing::open(folder.0.path()).expect("it is well formed");
    let person = briefing.people().iter().find(|person| person.id.as_str() == "wang-yi").expect("a person");
    assert_eq!(briefing.name(&person.names), "Wang[U+202E]iY [U+0007][U+001B][31m");
    assert_eq!(briefing.manifest.name, "talks[U+2066][U+200B], Beijing");
    let bundled = Briefing::bundled().expect("the bundled briefing");
    assert_eq!(briefing.rosters[0], bundled.rosters[0], "what needs no change has none");
}

#[test]
fn what_a_message_quotes_cannot_act_on_a_terminal() {
    let folder =
        Folder::new().harm("claims.json", "\"kind\": \"fact\"", "\"kind\": \"\\u001b]0;owned\\u0007\u{202e}\"");
    let problem = folder.problem();
    assert!(!problem.chars().any(|c| c.is_control() || c == '\u{202e}'), "{problem:?}");
    let field = Folder::new().harm("briefing.json", "\"format\"", "\"\\u001b[2J\": 1, \"format\"");
    assert!(!field.problem().chars().any(char::is_control), "{:?}", field.problem());
}

#[test]
fn ten_megabytes_in_one_cell_are_refused_by_name_and_length() {
    let cell = "x".repeat(10 << 20);
    let folder = Folder::new().harm("roster.json", "\"capital\": \"Kabul\"", &format!("\"capital\": \"{cell}\""));
    let problem = folder.problem();
    assert_says(&problem, &["roster.json:", "$.states[0].capital", "10485760 bytes", &MAX_TEXT_BYTES.to_string()]);
    assert!(problem.len() < 500, "{} bytes", problem.len());
    // A key, a word or a field as long is no other matter.
    for (from, to) in [("\"Kabul\"", "\"id\": "), ("\"Southern Asia\"", "")] {
        let folder = Folder::new().harm("roster.json", from, &format!("\"{to}{cell}\"").replace("\"id\": ", ""));
        assert!(folder.problem().len() < 500);
    }
}

#[test]
fn the_longest_text_that_is_allowed_opens() {
    let cell = "x".repeat(MAX_TEXT_BYTES);
    let folder = Folder::new().harm("roster.json", "\"capital\": \"Kabul\"", &format!("\"capital\": \"{cell}\""));
    assert_eq!(folder.problems(), Vec::<String>::new());
}

#[test]
fn empty_files_are_called_empty() {
    for file in FILES {
        for text in ["", " \n\t", "\u{feff}"] {
            assert_says(&Folder::new().write(file, text.as_bytes()).problem(), &[file, "the file is empty"]);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_or_folder_without_permission_is_said() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let path = folder.0.path().join("trade.json");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("our own file");
    if fs::read(&path).is_ok() {
        // Root reads everything: the program is asked as somebody else.
        as_nobody(&folder);
        return;
    }
    assert_says(&folder.problem(), &["trade.json", "cannot be read"]);
    fs::set_permissions(folder.0.path(), fs::Permissions::from_mode(0o000)).expect("our own folder");
    let err = Briefing::open(folder.0.path()).expect_err("no permission").to_string();
    fs::set_permissions(folder.0.path(), fs::Permissions::from_mode(0o700)).expect("our own folder");
    assert_says(&err, &["ermission denied"]);
}

/// Checks a folder with an unreadable file by the program itself, as a user who may not read everything.
#[cfg(unix)]
fn as_nobody(folder: &Folder) {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let program = folder.0.path().join("briefing-desk");
    fs::copy(env!("CARGO_BIN_EXE_briefing-desk"), &program).expect("a copy of the program");
    let check = |mode| {
        fs::set_permissions(folder.0.path(), fs::Permissions::from_mode(mode)).expect("our own folder");
        let mut command = std::process::Command::new(&program);
        command.arg("check").arg(folder.0.path()).uid(65_534).gid(65_534).current_dir("/").output()
    };
    let output = check(0o755).expect("root starts the program as somebody else");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_says(&said, &["trade.json", "cannot be read", "1 problem"]);
    assert_eq!(output.status.code(), Some(2));
    // A folder that can be entered and not listed is read file by file; one that cannot be entered is not read at all.
    let program = std::env::temp_dir().join(format!("briefing-desk-{}", std::process::id()));
    fs::copy(env!("CARGO_BIN_EXE_briefing-desk"), &program).expect("a copy of the program");
    fs::set_permissions(folder.0.path(), fs::Permissions::from_mode(0o000)).expect("our own folder");
    let output =
        std::process::Command::new(&program).arg("check").arg(folder.0.path()).uid(65_534).gid(65_534).output();
    fs::remove_file(&program).expect("the copy");
    let output = output.expect("it started before");
    assert_eq!(output.status.code(), Some(2));
    assert_says(&String::from_utf8_lossy(&output.stdout), &["ermission denied"]);
}

#[test]
fn files_that_come_and_go_while_they_are_read_are_said_or_read() {
    let folder = Folder::new();
    let path = folder.0.path().join("sources.json");
    let text = fs::read(&path).expect("the sources");
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                fs::remove_file(&path).ok();
                fs::write(&path, &text[..text.len() / 2]).expect("a writable file");
                fs::write(&path, &text).expect("a writable file");
            }
        });
        let mut outcomes = [0, 0];
        for _ in 0..60 {
            match Briefing::open(folder.0.path()) {
                Ok(_) => outcomes[0] += 1,
                Err(err) => {
                    outcomes[1] += 1;
                    assert!(err.problems().iter().all(|problem| &*problem.file == "sources.json"), "{err}");
                }
            }
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        assert_eq!(outcomes.iter().sum::<i32>(), 60);
    });
}

/// The roster with many states, of which each has something wrong in one of two ways.
fn many(count: usize, wrong: impl Fn(usize, &mut serde_json::Value)) -> Folder {
    let folder = Folder::new();
    let text = fs::read_to_string(folder.0.path().join("roster.json")).expect("the roster");
    let mut roster: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let template = roster["states"][0].clone();
    let states = roster["states"].as_array_mut().expect("states");
    for number in 0..count {
        let mut state = template.clone();
        state["id"] = format!("state-{number}").into();
        wrong(number, &mut state);
        states.push(state);
    }
    folder.write("roster.json", format!("{roster:#}").as_bytes())
}

#[test]
fn three_thousand_problems_of_shape_are_found_at_once() {
    let folder = many(3000, |_, state| state["population"] = "many".into());
    let problems = folder.problems();
    assert_eq!(problems.len(), 3000);
    assert!(problems.iter().all(|problem| problem.contains("].population: \"many\" stands where")), "{}", problems[0]);
}

#[test]
fn three_thousand_dangling_references_are_found_at_once() {
    let folder = Folder::new();
    let text = fs::read_to_string(folder.0.path().join("roster.json")).expect("the roster");
    let mut roster: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let spells = roster["spells"].as_array_mut().expect("spells");
    let template = spells[0].clone();
    for number in 0..3000 {
        let mut spell = template.clone();
        spell["state"] = format!("nowhere-{number}").into();
        spells.push(spell);
    }
    let folder = folder.write("roster.json", format!("{roster:#}").as_bytes());
    let problems = folder.problems();
    assert_eq!(problems.len(), 3000);
    let lines: Vec<usize> = problems.iter().filter_map(|problem| problem.split(':').nth(1)?.parse().ok()).collect();
    assert!(lines.len() == 3000 && lines.is_sorted_by(|a, b| a < b), "each in its own line");
}

#[test]
fn more_problems_than_anyone_mends_are_counted() {
    let folder = many(MAX_PROBLEMS + 500, |_, state| state["position"]["latitude"] = 91.into());
    let problems = folder.problems();
    assert_eq!(problems.len(), MAX_PROBLEMS + 1);
    assert!(problems.iter().any(|problem| problem.contains("there are 500 problems more")), "{}", problems[0]);
}
