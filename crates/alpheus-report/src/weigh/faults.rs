//! What is wrong with a case file, laid out as findings are.

use crate::{Screen, diagnostic};
use alpheus_check::{Label, Level};
use alpheus_text::Document;
use alpheus_weigh::{Fault, FaultLevel};

/// Every fault under the lines that it is in.
pub fn faults(doc: &Document, faults: &[Fault], screen: Screen) -> String {
    faults.iter().map(|fault| one(doc, fault, screen) + "\n").collect()
}

fn one(doc: &Document, fault: &Fault, screen: Screen) -> String {
    let level = match fault.level {
        FaultLevel::Error => Level::Error,
        FaultLevel::Warning => Level::Warning,
        FaultLevel::Note => Level::Note,
    };
    let labels: Vec<Label> =
        fault.labels.iter().map(|(span, text)| Label::new(*span, text.clone())).collect();
    let help = fault.help.as_deref();
    diagnostic(doc, (level, fault.name), &fault.message, &labels, help, screen)
}
