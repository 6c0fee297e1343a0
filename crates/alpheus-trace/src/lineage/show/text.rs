//! A tree to read.

use super::{Label, Node, name};
use crate::lineage::{Changes, Descent, Lineage, Parent};

/// The lineage as an indented tree, with how sure each parent is and what was changed. Those that
/// can't be placed come with the two likeliest parents.
pub fn text(lineage: &Lineage, labels: &[Label<'_>]) -> String {
    let mut tree = Tree { lineage, labels, out: String::new() };
    for node in lineage.nodes().filter(|&node| lineage.above(node).is_none()) {
        tree.add(node, "", "");
    }
    tree.out
}

struct Tree<'a> {
    lineage: &'a Lineage,
    labels: &'a [Label<'a>],
    out: String,
}

impl Tree<'_> {
    fn add(&mut self, node: Node, branch: &str, indent: &str) {
        let line = self.line(node);
        self.out.extend([branch, &line, "\n"]);
        let above = |&copy: &Node| self.lineage.above(copy) == Some(node);
        let copies: Vec<Node> = self.lineage.nodes().filter(above).collect();
        for (at, &copy) in copies.iter().enumerate() {
            let last = at + 1 == copies.len();
            let [mark, go_on] =
                if last { ["└─ ", "   "] } else { ["├─ ", "│  "] };
            self.add(copy, &format!("{indent}{mark}"), &format!("{indent}{go_on}"));
        }
    }

    fn line(&self, node: Node) -> String {
        let Node::Witness(witness) = node else { return "a lost source".to_owned() };
        let descent = &self.lineage.descents[witness];
        let name = self.name(witness);
        let changes = descent.changes.map(changes).unwrap_or_default();
        match descent.parent {
            Parent::First => format!("{name}: the first of these"),
            Parent::Unknown => format!("{name}: can't tell{}", self.candidates(descent)),
            Parent::Lost(_) => format!("{name}: {changes}"),
            Parent::Witness(_) => {
                format!("{name}, {:.0} %: {changes}", 100.0 * descent.support)
            }
        }
    }

    fn candidates(&self, descent: &Descent) -> String {
        let first = (descent.likeliest, descent.support);
        let all = [Some(first), descent.second].into_iter().flatten();
        let said: Vec<String> = all
            .filter(|(_, share)| *share >= 0.005)
            .map(|(model, share)| {
                let name =
                    model.map_or("none of these".to_owned(), |model| self.name(model));
                format!("{name} {:.0} %", 100.0 * share)
            })
            .collect();
        if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
    }

    /// Nothing that comes from a file reaches a terminal with its control characters.
    fn name(&self, witness: usize) -> String {
        name(self.labels, witness).replace(char::is_control, "\u{fffd}")
    }
}

fn changes(changes: Changes) -> String {
    let Changes { substituted, spelt, omitted, added, cut, .. } = changes;
    let count = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {more}")),
    };
    let said: Vec<String> = [
        count(substituted, "word changed", "words changed"),
        count(spelt, "spelling", "spellings"),
        count(omitted, "omission", "omissions"),
        count(added, "addition", "additions"),
        count(cut, "word cut off", "words cut off"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if said.is_empty() { "nothing changed".to_owned() } else { said.join(", ") }
}
