//! A browser without a window, told what to do by its own protocol (the `DevTools` protocol of Chromium) over a pipe: a line
//! of JSON each way, ended by a nought.

use std::error::Error;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What it may be called.
const NAMES: [&str; 5] =
    ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Longer than this nothing takes.
const PATIENCE: Duration = Duration::from_mins(2);
/// Longer than this a page takes for nothing that it is asked.
const ANSWERED: Duration = Duration::from_secs(20);

/// A browser with one page.
pub struct Browser {
    child: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    /// Its profile, which goes with it.
    _home: tempfile::TempDir,
    session: Option<String>,
    sent: u64,
    /// What it told besides answers.
    pub events: Vec<Value>,
}

impl Browser {
    /// Starts one with an empty page of a size.
    pub fn start(size: [u32; 2]) -> Result<Self> {
        let home = tempfile::tempdir()?;
        let program = program()?;
        // The shell hands the pipe on under the numbers that the browser expects.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>&2"])
            .arg(program)
            .args(["--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-quic"])
            .args(["--no-first-run", "--disable-background-networking", "--disable-component-update"])
            .args(["--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en-GB"])
            .arg(format!("--user-data-dir={}", home.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (to, from) = (child.stdin.take().ok_or("no way in")?, child.stdout.take().ok_or("no way out")?);
        let (told, events) = channel();
        std::thread::spawn(move || {
            let mut from = BufReader::new(from);
            let mut line = Vec::new();
            while from.read_until(0, &mut line).is_ok_and(|read| read > 0) {
                line.pop();
                if let Ok(value) = serde_json::from_slice(&line)
                    && told.send(value).is_err()
                {
                    return;
                }
                line.clear();
            }
        });
        let mut browser = Self { child, to, from: events, _home: home, session: None, sent: 0, events: Vec::new() };
        let target = browser.call("Target.createTarget", &json!({ "url": "about:blank" }))?;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.call("Target.attachToTarget", &attach)?;
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), &json!({}))?;
        }
        browser.size(size)?;
        Ok(browser)
    }

    /// Asks for something and waits for the answer.
    pub fn call(&mut self, method: &str, parameters: &Value) -> Result<Value> {
        self.sent += 1;
        let id = self.sent;
        let mut message = json!({ "id": id, "method": method, "params": parameters });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes())?;
        self.to.flush()?;
        loop {
            let told = self.from.recv_timeout(PATIENCE).map_err(|_| format!("no answer to {method}"))?;
            if told["id"] == json!(id) {
                if !told["error"].is_null() {
                    return Err(format!("{method}: {}", told["error"]).into());
                }
                return Ok(told["result"].clone());
            }
            self.events.push(told);
        }
    }

    /// Waits till it tells something.
    fn wait(&mut self, method: &str) -> Result<()> {
        while !self.events.iter().any(|event| event["method"] == method) {
            let told = self.from.recv_timeout(PATIENCE).map_err(|_| format!("no {method}"))?;
            self.events.push(told);
        }
        Ok(())
    }

    /// Opens a file, with what stands behind `#`.
    pub fn open(&mut self, file: &Path, fragment: &str) -> Result<()> {
        // Another page first: a change of what stands behind `#` alone opens nothing.
        self.call("Page.navigate", &json!({ "url": "about:blank" }))?;
        self.wait("Page.loadEventFired")?;
        self.events.clear();
        self.call("Page.navigate", &json!({ "url": format!("file://{}{fragment}", file.display()) }))?;
        self.wait("Page.loadEventFired")
    }

    /// How large the page is seen.
    pub fn size(&mut self, [width, height]: [u32; 2]) -> Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.call("Emulation.setDeviceMetricsOverride", &metrics).map(drop)
    }

    /// What the reader's system wishes, such as `prefers-color-scheme: dark`.
    pub fn wishes(&mut self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.call("Emulation.setEmulatedMedia", &json!({ "features": features })).map(drop)
    }

    /// Whether the scripts of pages run.
    pub fn scripts(&mut self, run: bool) -> Result<()> {
        self.call("Emulation.setScriptExecutionDisabled", &json!({ "value": !run })).map(drop)
    }

    /// What an expression says in the page.
    pub fn say(&mut self, expression: &str) -> Result<Value> {
        let asked = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let told = self.call("Runtime.evaluate", &asked)?;
        if !told["exceptionDetails"].is_null() {
            return Err(format!("{expression}: {}", told["exceptionDetails"]).into());
        }
        Ok(told["result"]["value"].clone())
    }

    /// What an expression is, once it is what is waited for.
    pub fn until(&mut self, expression: &str, is: impl Fn(&Value) -> bool) -> Result<Value> {
        let start = Instant::now();
        loop {
            let told = self.say(expression)?;
            if is(&told) {
                return Ok(told);
            }
            if start.elapsed() > ANSWERED {
                let focused = self.say("document.activeElement.outerHTML.slice(0, 200)")?;
                return Err(format!("{expression} stays {told}; the keyboard is at {focused}").into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses a key, such as `Escape` or `ArrowRight`, as a reader does.
    pub fn press(&mut self, key: &str) -> Result<()> {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            "Escape" => 27,
            " " => 32,
            "End" => 35,
            "ArrowLeft" => 37,
            "ArrowRight" => 39,
            _ => return Err(format!("no key {key}").into()),
        };
        let text = match key {
            "Enter" => "\r",
            " " => " ",
            _ => "",
        };
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({ "type": kind, "key": key, "windowsVirtualKeyCode": code });
            if kind == "keyDown" && !text.is_empty() {
                event["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", &event)?;
        }
        Ok(())
    }

    /// Types a text where the keyboard is.
    pub fn write(&mut self, text: &str) -> Result<()> {
        self.call("Input.insertText", &json!({ "text": text })).map(drop)
    }

    /// What the page printed on its console, what went wrong, and what it asked for from elsewhere.
    pub fn complaints(&self) -> Vec<&Value> {
        let complains = |event: &&Value| match event["method"].as_str() {
            Some("Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded") => true,
            Some("Network.requestWillBeSent") => {
                let address = event["params"]["request"]["url"].as_str().unwrap_or_default();
                !address.starts_with("data:")
                    && (event["params"]["type"] != "Document" || !address.starts_with("file:"))
            }
            _ => false,
        };
        self.events.iter().filter(complains).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Its pipe closes as well, by which the processes that it started end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The browser: what `CHROME` names, or the first of its names that there is.
fn program() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROME") {
        return Ok(named.into());
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&folders).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    let found = places.find(|place| place.is_file());
    found.ok_or_else(|| "no Chromium was found: script/setup test installs one, or CHROME names one".into())
}
