//! A client of the accessibility bus: what a screen reader is told, and what it can ask.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use atspi::{Role, State, StateSet};
use futures_lite::StreamExt as _;
use futures_lite::future::block_on;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Type, Value};
use zbus::{Connection, MessageStream};

use super::bus::Bus;
use super::display::wait_for;
use super::{Result, SIZE};

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const ROOT: &str = "/org/a11y/atspi/accessible/root";

/// What a program told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// What has the keyboard now: its role, its name, and what is said of it besides.
    Focus(Role, String, String),
    /// What is to be said; whether it interrupts.
    Said(String, bool),
    /// A name that changed, of what has it.
    Name(Role, String),
    /// What is chosen in a list, tabs or the like changed; the name of that.
    Selection(String),
    /// A state that something took or lost.
    State(String, bool, Role, String),
}

/// The states that a transcript has.
const WORTH: [State; 9] = [
    State::Focusable,
    State::Focused,
    State::Selected,
    State::Selectable,
    State::Checked,
    State::Pressed,
    State::Expanded,
    State::Expandable,
    State::Modal,
];

/// A client of the accessibility bus.
pub struct Ear {
    connection: Connection,
    /// The name of the program on the bus.
    program: String,
    told: Receiver<Told>,
}

/// What a client knows of one thing in a window.
#[derive(Clone, Debug)]
pub struct Node {
    path: String,
    pub role: Role,
    pub name: String,
    pub description: String,
    pub states: StateSet,
    pub attributes: HashMap<String, String>,
    pub value: Option<f64>,
    /// Where it stands in the window: left, top, width, height.
    pub extents: (i32, i32, i32, i32),
    pub children: Vec<Self>,
}

type Reference = (String, OwnedObjectPath);

impl Ear {
    /// Listens to the program, once it is on the bus.
    pub fn listen(bus: &Bus) -> Result<Self> {
        let connection = bus.accessibility()?;
        let program = wait_for("the program on the accessibility bus", || {
            let registry = Caller { connection: &connection, program: "org.a11y.atspi.Registry" };
            for (name, path) in registry.ask::<Vec<Reference>>(ROOT, ACCESSIBLE, "GetChildren")? {
                let found = Caller { connection: &connection, program: &name };
                if found.property::<String>(path.as_str(), ACCESSIBLE, "Name").is_ok_and(|is| is == "briefing-desk") {
                    return Ok(Some(name));
                }
            }
            Ok(None)
        })?;
        let (sender, told) = channel();
        let (listening, asking) = (bus.accessibility()?, bus.accessibility()?);
        for interface in ["Object", "Window"] {
            let rule = format!("type='signal',interface='org.a11y.atspi.Event.{interface}',sender='{program}'");
            let daemon = "org.freedesktop.DBus";
            block_on(listening.call_method(Some(daemon), "/org/freedesktop/DBus", Some(daemon), "AddMatch", &rule))?;
        }
        let of = program.clone();
        std::thread::spawn(move || {
            let mut messages = MessageStream::from(listening);
            while let Some(Ok(message)) = block_on(messages.next()) {
                let caller = Caller { connection: &asking, program: &of };
                if let Some(event) = told_by(&caller, &message)
                    && sender.send(event).is_err()
                {
                    return;
                }
            }
        });
        Ok(Self { connection, program, told })
    }

    fn caller(&self) -> Caller<'_> {
        Caller { connection: &self.connection, program: &self.program }
    }

    /// The window with all that is in it, as far as it is exposed. It is asked for part by part: only what two readings
    /// agree on is of one frame.
    pub fn window(&self) -> Result<Node> {
        let caller = self.caller();
        let mut before = None;
        wait_for("a window that holds still on the accessibility bus", || {
            let windows: Vec<Reference> = caller.ask(ROOT, ACCESSIBLE, "GetChildren")?;
            let Some(window) = windows.first().and_then(|(_, path)| node(&caller, path.as_str()).ok()) else {
                return Ok(None);
            };
            let now = window.transcript();
            Ok((before.replace(now.clone()) == Some(now)).then_some(window))
        })
    }

    /// Sets what has a value to another.
    pub fn set_value(&self, node: &Node, value: f64) -> Result<()> {
        let set = ("org.a11y.atspi.Value", "CurrentValue", Value::from(value));
        let path = node.path.as_str();
        block_on(self.connection.call_method(Some(self.program.as_str()), path, Some(PROPERTIES), "Set", &set))?;
        Ok(())
    }

    /// Waits for something to be told, and hands over all that was told till then, that among it.
    pub fn till(&self, what: &str, is_it: impl Fn(&Told) -> bool) -> Result<Vec<Told>> {
        let end = Instant::now() + Duration::from_secs(20);
        let mut all = Vec::new();
        while let Some(left) = end.checked_duration_since(Instant::now()) {
            let Ok(told) = self.told.recv_timeout(left) else { break };
            let found = is_it(&told);
            all.push(told);
            if found {
                return Ok(all);
            }
        }
        all.retain(|told| !matches!(told, Told::Name(..)));
        Err(format!("{what} was not told, but {all:?}").into())
    }
}

impl Node {
    /// It and all below it, in the order in which they are read.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for child in &self.children {
            all.extend(child.all());
        }
        all
    }

    /// The first of a role and a name in it.
    pub fn find(&self, role: Role, name: &str) -> Option<&Self> {
        self.all().into_iter().find(|node| node.role == role && node.name == name)
    }

    /// What is said of it by a name; nothing where it is not.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// Whether it is in a state.
    pub fn is(&self, state: State) -> bool {
        self.states.contains(state)
    }

    /// A line for each: role, name, what is said besides, states worth hearing, place in a set, value.
    pub fn transcript(&self) -> String {
        let mut lines = String::new();
        self.write(&mut lines, 0);
        lines
    }

    fn write(&self, lines: &mut String, depth: usize) {
        let Self { role, name, description, attributes, value, extents, .. } = self;
        write!(lines, "{}{} “{name}”", "  ".repeat(depth), role.name()).ok();
        if !description.is_empty() {
            write!(lines, " ({description})").ok();
        }
        for state in WORTH.into_iter().filter(|state| self.is(*state)) {
            write!(lines, " {}", state.to_static_str()).ok();
        }
        if !self.is(State::Sensitive) {
            lines.push_str(" insensitive");
        }
        let mut attributes: Vec<_> = attributes.iter().collect();
        attributes.sort();
        for (attribute, value) in attributes {
            write!(lines, " {attribute}={value}").ok();
        }
        if let Some(value) = value {
            write!(lines, " value={value}").ok();
        }
        let (left, top, width, height) = *extents;
        if width > 0
            && (left >= i32::from(SIZE.0) || top >= i32::from(SIZE.1) || left + width <= 0 || top + height <= 0)
        {
            lines.push_str(" off the window");
        }
        lines.push('\n');
        for child in &self.children {
            child.write(lines, depth + 1);
        }
    }
}

/// Asks one program on the bus.
struct Caller<'a> {
    connection: &'a Connection,
    program: &'a str,
}

impl Caller<'_> {
    fn ask<T: for<'d> serde::Deserialize<'d> + Type>(&self, path: &str, interface: &str, method: &str) -> Result<T> {
        let reply = block_on(self.connection.call_method(Some(self.program), path, Some(interface), method, &()))?;
        Ok(reply.body().deserialize()?)
    }

    fn property<T: TryFrom<OwnedValue>>(&self, path: &str, interface: &str, property: &str) -> Result<T>
    where
        T::Error: std::error::Error + 'static,
    {
        let asked = (interface, property);
        let reply = block_on(self.connection.call_method(Some(self.program), path, Some(PROPERTIES), "Get", &asked))?;
        let value: OwnedValue = reply.body().deserialize()?;
        Ok(T::try_from(value)?)
    }

    fn named(&self, path: &str) -> (Role, String, String) {
        let role = self.ask(path, ACCESSIBLE, "GetRole").ok().and_then(|role: u32| Role::try_from(role).ok());
        let said = |property| self.property(path, ACCESSIBLE, property).unwrap_or_default();
        (role.unwrap_or(Role::Invalid), said("Name"), said("Description"))
    }
}

fn node(caller: &Caller<'_>, path: &str) -> Result<Node> {
    let (role, name, description) = caller.named(path);
    let interfaces: Vec<String> = caller.ask(path, ACCESSIBLE, "GetInterfaces")?;
    let has = |interface: &str| interfaces.iter().any(|has| has.ends_with(interface));
    let value = has(".Value").then(|| caller.property(path, "org.a11y.atspi.Value", "CurrentValue").ok()).flatten();
    let children: Vec<Reference> = caller.ask(path, ACCESSIBLE, "GetChildren")?;
    let component = "org.a11y.atspi.Component";
    let extents = || {
        let of_window = 1_u32;
        let connection = caller.connection;
        let asked = connection.call_method(Some(caller.program), path, Some(component), "GetExtents", &of_window);
        let reply = block_on(asked).ok()?;
        reply.body().deserialize::<((i32, i32, i32, i32),)>().ok().map(|(extents,)| extents)
    };
    Ok(Node {
        path: path.to_owned(),
        role,
        name,
        description,
        states: caller.ask(path, ACCESSIBLE, "GetState")?,
        attributes: caller.ask(path, ACCESSIBLE, "GetAttributes")?,
        value,
        extents: has(".Component").then(extents).flatten().unwrap_or_default(),
        children: children.iter().filter_map(|(_, path)| node(caller, path.as_str()).ok()).collect(),
    })
}

/// What a signal tells.
fn told_by(caller: &Caller<'_>, message: &zbus::Message) -> Option<Told> {
    type Body = (String, i32, i32, OwnedValue, HashMap<String, OwnedValue>);
    let header = message.header();
    let (path, member) = (header.path()?.as_str(), header.member()?.as_str());
    let (kind, detail, _, data, _): Body = message.body().deserialize().ok()?;
    match (member, kind.as_str()) {
        ("StateChanged", "focused") if detail == 1 => {
            let (role, name, description) = caller.named(path);
            Some(Told::Focus(role, name, description))
        }
        ("StateChanged", "selected" | "checked" | "pressed" | "expanded") => {
            let (role, name, _) = caller.named(path);
            Some(Told::State(kind, detail == 1, role, name))
        }
        ("Announcement", _) => Some(Told::Said(String::try_from(data).ok()?, detail == 2)),
        ("SelectionChanged", _) => Some(Told::Selection(caller.named(path).1)),
        ("PropertyChange", "accessible-name") => {
            Some(Told::Name(caller.named(path).0, String::try_from(data).unwrap_or_default()))
        }
        _ => None,
    }
}
