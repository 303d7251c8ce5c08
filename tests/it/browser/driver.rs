//! A browser that tests drive: the DevTools protocol over a pair of pipes, one JSON message after another.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Longest wait for one answer; generous, since the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser without a window. It ends with the test.
pub(crate) struct Browser {
    process: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    next: u64,
    events: Vec<Value>,
    _profile: TempDir,
}

/// A page of the browser.
pub(crate) struct Tab<'b> {
    browser: &'b mut Browser,
    session: String,
    target: String,
}

/// Whether nothing may be passed over, as in continuous integration.
pub(crate) fn is_required() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

impl Browser {
    /// Starts one; where no Chromium is installed, says what is not looked at. In continuous integration, where `CI` is
    /// set, nothing is passed over: a browser that is missing is a failure.
    ///
    /// # Panics
    ///
    /// There is no Chromium and `CI` is set.
    #[expect(
        clippy::print_stderr,
        reason = "whoever reads the report of the tests must see what was not looked at"
    )]
    pub(crate) fn start_or_skip(what: &str) -> Option<Self> {
        let started = Self::start();
        if started.is_none() {
            assert!(
                !is_required(),
                "no Chromium to look at {what}: install `chromium`, which continuous integration must have"
            );
            eprintln!("skipped: no Chromium to look at {what}");
        }
        started
    }

    /// Starts one; `None` where no Chromium is installed.
    fn start() -> Option<Self> {
        let installed = |name: &&str| {
            Command::new(name)
                .arg("--version")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_ok()
        };
        let name = NAMES.into_iter().find(installed)?;
        let profile = tempfile::tempdir().expect("a temporary folder");
        // The browser reads messages from its third file and writes them to its fourth; the shell lays them there.
        let mut process = Command::new("sh")
            .args(["-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>&1", "sh", name])
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
            ])
            .args([
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--remote-debugging-pipe",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the browser starts");
        let to = process.stdin.take();
        let messages = BufReader::new(process.stdout.take().expect("its answers are piped"));
        let (sender, from) = channel();
        std::thread::spawn(move || {
            for message in messages.split(0).map_while(Result::ok) {
                let Ok(message) = serde_json::from_slice(&message) else { continue };
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Some(Self { process, to, from, next: 0, events: Vec::new(), _profile: profile })
    }

    fn call(&mut self, session: Option<&str>, method: &str, parameters: Value) -> Value {
        let answer = self.ask(session, method, parameters);
        assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
        answer["result"].clone()
    }

    /// The whole answer, an error too.
    fn ask(&mut self, session: Option<&str>, method: &str, parameters: Value) -> Value {
        self.next += 1;
        let mut message = json!({"id": self.next, "method": method, "params": parameters});
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.to
            .as_mut()
            .expect("the browser is there")
            .write_all(&bytes)
            .expect("the browser listens");
        let id = self.next;
        self.wait(|message| message["id"] == id, method)
    }

    /// Waits for a message; the others are kept as events.
    fn wait(&mut self, wanted: impl Fn(&Value) -> bool, what: &str) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let message =
                self.from.recv_timeout(left).unwrap_or_else(|error| panic!("{what}: {error}"));
            if wanted(&message) {
                return message;
            }
            self.events.push(message);
        }
    }

    /// Opens an empty page.
    pub(crate) fn tab(&mut self) -> Tab<'_> {
        let target = self.call(None, "Target.createTarget", json!({"url": "about:blank"}));
        let target = target["targetId"].as_str().expect("a page has an id").to_owned();
        let session =
            self.call(None, "Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        let session = session["sessionId"].as_str().expect("a session has an id").to_owned();
        self.events.clear();
        let mut tab = Tab { browser: self, session, target };
        for room in ["Page", "Runtime", "Log", "Network"] {
            tab.call(&format!("{room}.enable"), json!({}));
        }
        tab
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Without its pipe the browser ends and leaves its profile alone.
        drop(self.to.take());
        let _ = self.process.wait();
    }
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.browser.call(None, "Target.closeTarget", json!({"targetId": self.target}));
        }
    }
}

impl Tab<'_> {
    /// Sends one command of the protocol.
    pub(crate) fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.browser.call(Some(&self.session), method, parameters)
    }

    /// Goes to a page and waits until it has loaded.
    pub(crate) fn go(&mut self, address: &str) {
        let is_load = |message: &Value| message["method"] == "Page.loadEventFired";
        self.browser.events.retain(|event| !is_load(event));
        self.call("Page.navigate", json!({"url": address}));
        if !self.browser.events.iter().any(is_load) {
            let load = self.browser.wait(is_load, address);
            self.browser.events.push(load);
        }
    }

    /// The value of an expression, a promise's value where it is one.
    pub(crate) fn value(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let answer = self.call("Runtime.evaluate", asked);
        let failure = &answer["exceptionDetails"];
        assert!(failure.is_null(), "{expression}: {failure}");
        answer["result"]["value"].clone()
    }

    /// The text of an expression.
    pub(crate) fn text(&mut self, expression: &str) -> String {
        self.value(expression).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an expression is true.
    pub(crate) fn until(&mut self, expression: &str) {
        let end = Instant::now() + PATIENCE / 3;
        let asked = json!({"expression": format!("!!({expression})"), "returnByValue": true});
        // A page that is just leaving for another answers with an error, and the next one is asked again.
        while self.browser.ask(Some(&self.session), "Runtime.evaluate", asked.clone())["result"]["result"]
            ["value"]
            != true
        {
            assert!(
                Instant::now() < end,
                "never true: {expression}; the page says: {}",
                self.text("document.body.innerText.slice(0, 600)")
            );
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Presses a key: `Tab`, `Escape`, `ArrowDown`, `x`, …
    pub(crate) fn press(&mut self, key: &str) {
        self.press_with(key, 0);
    }

    /// Presses a key while others are held: 1 Alt, 2 Control, 8 Shift.
    pub(crate) fn press_with(&mut self, key: &str, held: u8) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            "End" => (35, ""),
            "Home" => (36, ""),
            "ArrowLeft" => (37, ""),
            "ArrowUp" => (38, ""),
            "ArrowRight" => (39, ""),
            "ArrowDown" => (40, ""),
            _ => (0, ""),
        };
        // A letter is a place of the keyboard, whatever is printed on it.
        let place = match key.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => format!("Key{}", key.to_uppercase()),
            [digit] if digit.is_ascii_digit() => format!("Digit{key}"),
            _ => key.to_owned(),
        };
        let parameters = |kind: &str| {
            let mut parameters = json!({"type": kind, "key": key, "code": place, "windowsVirtualKeyCode": code, "modifiers": held});
            if kind == "keyDown" && !text.is_empty() {
                parameters["text"] = text.into();
            }
            parameters
        };
        self.call(
            "Input.dispatchKeyEvent",
            parameters(if text.is_empty() { "rawKeyDown" } else { "keyDown" }),
        );
        self.call("Input.dispatchKeyEvent", parameters("keyUp"));
    }

    /// Types a text where the focus is.
    pub(crate) fn type_in(&mut self, text: &str) {
        self.call("Input.insertText", json!({"text": text}));
    }

    /// Shows pages as a phone of this width does.
    pub(crate) fn width(&mut self, pixels: u32) {
        self.call(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": pixels < 600}),
        );
    }

    /// Shows pages as on this medium, `print` or `screen`, in a `dark` or `light` room.
    pub(crate) fn medium(&mut self, medium: &str, scheme: &str) {
        self.call("Emulation.setEmulatedMedia", json!({"media": medium, "features": [{"name": "prefers-color-scheme", "value": scheme}]}));
    }

    /// What went wrong on the pages that were shown: exceptions, errors in the console, breaches of the policy.
    pub(crate) fn complaints(&mut self) -> Vec<String> {
        // What was said before this answer has arrived.
        self.value("0");
        let told = |event: &Value| match event["method"].as_str() {
            Some("Runtime.exceptionThrown") => {
                Some(event["params"]["exceptionDetails"].to_string())
            }
            Some("Log.entryAdded") if event["params"]["entry"]["level"] == "error" => {
                Some(event["params"]["entry"].to_string())
            }
            Some("Runtime.consoleAPICalled") if event["params"]["type"] == "error" => {
                Some(event["params"].to_string())
            }
            _ => None,
        };
        self.browser.events.iter().filter_map(told).collect()
    }

    /// The addresses that were asked for.
    pub(crate) fn requests(&mut self) -> Vec<String> {
        self.value("0");
        let asked = |event: &Value| {
            let request = event["method"] == "Network.requestWillBeSent";
            request
                .then(|| event["params"]["request"]["url"].as_str().unwrap_or_default().to_owned())
        };
        self.browser.events.iter().filter_map(asked).collect()
    }

    /// Forgets complaints and requests.
    pub(crate) fn forget(&mut self) {
        self.browser.events.clear();
    }
}
