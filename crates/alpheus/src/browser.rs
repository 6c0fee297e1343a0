//! Opening an address in the browser of whoever sits at the machine, by the system's own command.

use std::{
    env,
    ffi::OsString,
    process::{Command, Stdio},
    thread,
};

/// What has to be known before a browser is opened.
pub(crate) struct Seat {
    /// Whether a person reads the standard output.
    pub(crate) terminal: bool,
    /// Whether windows can be shown there.
    pub(crate) display: bool,
}

impl Seat {
    /// As it is here; a session from afar has its display elsewhere.
    pub(crate) fn here(terminal: bool) -> Seat {
        Seat { terminal, display: has_display(|name| env::var_os(name)) }
    }

    pub(crate) fn has_a_browser(&self) -> bool {
        self.terminal && self.display
    }
}

fn has_display(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let set = |name| variable(name).is_some_and(|value| !value.is_empty());
    if cfg!(any(target_os = "macos", windows)) {
        !set("SSH_CONNECTION")
    } else {
        set("DISPLAY") || set("WAYLAND_DISPLAY")
    }
}

/// The system's command, with what stands before the address.
const fn opener() -> (&'static str, &'static [&'static str]) {
    if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    }
}

/// Opens an address; where that can't be done nothing happens, and the address is printed anyway.
pub(crate) fn open(address: &str) {
    let (program, before) = opener();
    let mut command = Command::new(program);
    command.args(before).arg(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Ok(mut child) = command.spawn() {
        // Some of these commands live as long as the browser.
        thread::spawn(move || child.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_person_at_a_screen_has_a_browser() {
        let seat = |terminal, display| Seat { terminal, display }.has_a_browser();
        assert!(seat(true, true));
        assert!(!seat(true, false) && !seat(false, true));
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn a_display_is_one_that_is_named() {
        let with = |name: &'static str, value: &'static str| {
            has_display(move |asked| (asked == name).then(|| value.into()))
        };
        assert!(with("DISPLAY", ":0") && with("WAYLAND_DISPLAY", "wayland-0"));
        assert!(!with("DISPLAY", "") && !with("TERM", "xterm"));
    }
}
