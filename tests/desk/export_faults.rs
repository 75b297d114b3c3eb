//! A file is whole or not there: a full disk, a folder that may not be written to, a kill in the middle.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_briefing-desk");
const EXPORT: [&str; 6] = ["export", "--what", "roster", "--format", "csv", "-o"];

/// A shell that may mount disks which nobody else sees.
fn with_disk(script: &str) -> Output {
    let shell = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-euc", script]);
        command.env("PROGRAM", PROGRAM).env("EXPORT", EXPORT.join(" "));
        command
    };
    let allowed = shell("mount -t tmpfs none /mnt").stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    assert!(allowed, "`unshare` of util-linux has to be there and allowed, so that a disk can be full");
    shell(script).output().expect("the shell ran before")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What a failed export over a file that says `old` leaves on a disk that is prepared by the rest of the script.
fn left_by(prepare: &str) -> (String, String) {
    let script = format!(
        "cd /mnt; {prepare}
        status=0; $PROGRAM $EXPORT /mnt/roster.csv || status=$?
        echo $status; cat roster.csv; ls -A"
    );
    let output = with_disk(&script);
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_full_disk_leaves_the_old_file() {
    let prepare = "mount -t tmpfs -o size=12k none /mnt; cd /mnt; echo old > roster.csv; head -c 4096 /dev/zero > rest";
    let (left, said) = left_by(prepare);
    assert_eq!(left, "2\nold\nrest\nroster.csv\n", "status, the old file, and nothing else\n{said}");
    let parts = ["/mnt/roster.csv was not written", "no room left", "The file that was there is as it was"];
    assert!(parts.iter().all(|part| said.contains(part)), "{said}");
}

/// There is room for the table, and none for what it is.
#[test]
fn what_has_no_room_beside_a_table_leaves_the_old_table() {
    let prepare = "mount -t tmpfs -o size=20k none /mnt; cd /mnt; echo old > roster.csv";
    let (left, said) = left_by(prepare);
    assert_eq!(left, "2\nold\nroster.csv\n", "{said}");
    assert!(said.contains("/mnt/roster.csv-metadata.json was not written") && said.contains("no room left"), "{said}");
}

/// What something is mounted on can be written to and cannot be replaced: the last thing that can go wrong does.
#[test]
fn what_cannot_take_its_name_takes_the_other_back() {
    for old in [None, Some("old")] {
        let old_is_there = old.map_or_else(|| "rm roster.csv".to_owned(), |old| format!("echo {old} > roster.csv"));
        let output = with_disk(&format!(
            "mount -t tmpfs none /mnt; cd /mnt; $PROGRAM $EXPORT roster.csv; {old_is_there}
            mkdir held; mount -t tmpfs none held; cp roster.csv-metadata.json held/it
            mount --bind held/it roster.csv-metadata.json; umount -l held; rmdir held
            $PROGRAM $EXPORT roster.csv || echo $?; cat roster.csv || true; ls -A"
        ));
        let said = text(&output.stderr);
        assert!(said.contains("roster.csv-metadata.json was not written"), "{said}");
        let left = old.map_or_else(String::new, |old| format!("{old}\nroster.csv\n"));
        assert_eq!(text(&output.stdout), format!("2\n{left}roster.csv-metadata.json\n"), "{said}");
    }
}

#[test]
fn a_disk_that_can_only_be_read_leaves_the_old_file() {
    let prepare = "mount -t tmpfs none /mnt; cd /mnt; echo old > roster.csv; mount -o remount,ro none /mnt";
    let (left, said) = left_by(prepare);
    assert_eq!(left, "2\nold\nroster.csv\n", "{said}");
    assert!(said.contains("can only be read") && said.contains("Choose a folder on another one"), "{said}");
}

/// Exports as someone whom permissions bind: root is told to do without its privilege.
fn export_bound(path: &Path) -> Output {
    let bound = ["--bounding-set=-dac_override", "--inh-caps=-dac_override"];
    let root = |program: &str| {
        let mut command = Command::new("setpriv");
        command.args(bound).arg(program);
        command
    };
    let mine = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) != 0);
    let mut command = if mine { Command::new(PROGRAM) } else { root(PROGRAM) };
    let bound = mine || root("true").stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    assert!(bound, "`setpriv` of util-linux has to be there, so that root does without its privilege");
    command.args(EXPORT).arg(path).output().expect("the program runs")
}

#[test]
fn a_folder_that_may_not_be_written_to_leaves_the_old_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a temporary folder");
    let (old, new) = (folder.path().join("old.csv"), folder.path().join("new.csv"));
    fs::write(&old, "old").expect("a file");
    let permit = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).expect("they are set");
    permit(0o555);
    let outputs = [&old, &new].map(|path| export_bound(path));
    permit(0o755);
    for (output, left) in outputs.into_iter().zip(["The file that was there is as it was", "No file was made"]) {
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("not allowed to write here") && said.contains(left), "{said}");
    }
    assert_eq!(fs::read_to_string(&old).expect("the file"), "old");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing half-written is left");
}

#[test]
fn a_file_that_is_protected_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("roster.csv");
    fs::write(&file, "old").expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("they are set");
    let output = export_bound(&file);
    assert_eq!(output.status.code(), Some(2), "its folder would have let another take its place");
    assert!(text(&output.stderr).contains("not allowed"), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(&file).expect("the file"), "old");
}

/// A file that is being written and has not its name yet.
fn parts(folder: &Path) -> Vec<std::path::PathBuf> {
    let paths = fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "part")).collect()
}

/// Kills an export as soon as it has begun to write. Returns whether it was in the middle.
fn kill_in_the_middle(mut export: Child, folder: &Path) -> bool {
    let end = Instant::now() + Duration::from_mins(1);
    while parts(folder).is_empty() && export.try_wait().expect("its state").is_none() {
        assert!(Instant::now() < end, "the export neither writes nor ends");
    }
    export.kill().ok();
    export.wait().expect("it ended");
    !parts(folder).is_empty()
}

/// A kill cannot be answered, so the half-written file stays until the next export finds it old enough.
#[test]
fn a_kill_in_the_middle_leaves_the_old_file() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("roster.csv");
    fs::write(&file, "old").expect("a file");
    let export = || Command::new(PROGRAM).args(EXPORT).arg(&file).spawn().expect("the program runs");
    let killed = (0..50).any(|_| {
        let killed = kill_in_the_middle(export(), folder.path());
        let found = fs::read_to_string(&file).expect("the file");
        if killed {
            assert_eq!(found, "old", "killed before it was whole");
        } else {
            assert!(
                found.starts_with("state,name_") && found.ends_with('\n'),
                "it was quicker than the kill, and is whole"
            );
            fs::write(&file, "old").expect("a file");
        }
        killed
    });
    assert!(killed, "not once in fifty times the kill came before the end");
    // The part of the table, and of what belongs beside it where the kill came late.
    let old = SystemTime::now() - Duration::from_hours(2);
    for left in parts(folder.path()) {
        fs::File::open(&left).and_then(|part| part.set_modified(old)).expect("its time is set");
    }
    assert!(export().wait().expect("it ended").success());
    assert!(parts(folder.path()).is_empty(), "the next export has cleared away");
}
