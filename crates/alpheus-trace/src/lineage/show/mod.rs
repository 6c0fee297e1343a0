//! Lineages written out: as a tree to read, as JSON, and as graphs for other programs.

mod dependence;
mod graph;
mod json;
mod text;

pub use dependence::dependences;
pub use graph::{GRAPHML, dot, graphml};
pub use json::json;
pub use text::text;

use super::{Lineage, Parent};

/// What a witness is called.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    /// Its name.
    pub id: &'a str,
    /// Its date, as it was given.
    pub date: Option<&'a str>,
    /// Where the passage begins and ends in it, if that is to be told.
    pub place: Option<[usize; 2]>,
}

/// A witness or a lost source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Witness(usize),
    Lost(usize),
}

impl Lineage {
    /// What a node goes back to, as far as that is told.
    fn above(&self, node: Node) -> Option<Node> {
        match node {
            Node::Lost(source) => self.lost[source].parent.map(Node::Witness),
            Node::Witness(witness) => match self.descents[witness].parent {
                Parent::Witness(model) => Some(Node::Witness(model)),
                Parent::Lost(source) => Some(Node::Lost(source)),
                Parent::First | Parent::Unknown => None,
            },
        }
    }

    /// All nodes, the witnesses first.
    fn nodes(&self) -> impl Iterator<Item = Node> {
        let witnesses = (0..self.descents.len()).map(Node::Witness);
        witnesses.chain((0..self.lost.len()).map(Node::Lost))
    }
}

/// The label of a witness; its number, if there are too few labels.
fn name(labels: &[Label<'_>], witness: usize) -> String {
    match labels.get(witness) {
        Some(Label { id, date: Some(date), .. }) => format!("{id} ({date})"),
        Some(Label { id, date: None, .. }) => (*id).to_owned(),
        None => format!("witness {}", witness + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::*, *};

    /// A first, a copy of it with a name that needs care, a copy that can't be placed, and two
    /// copies of a lost one.
    pub(super) fn example() -> (Lineage, Vec<Label<'static>>) {
        let descent = |parent, likeliest, support| Descent {
            parent,
            likeliest,
            support,
            second: (support < 0.8).then_some((Some(0), 0.25)),
            changes: likeliest.map(|_| Changes {
                substituted: 2,
                omitted: 1,
                ..Changes::default()
            }),
        };
        let lineage = Lineage {
            descents: vec![
                descent(Parent::First, None, 1.0),
                descent(Parent::Witness(0), Some(0), 0.987),
                descent(Parent::Unknown, Some(1), 0.5),
                descent(Parent::Lost(0), Some(1), 0.9),
                descent(Parent::Lost(0), Some(1), 0.9),
            ],
            lost: vec![LostSource { parent: Some(1), copies: vec![3, 4] }],
            links: vec![Link { witnesses: [0, 1], support: 0.987 }],
        };
        let ids = ["Post", "<Star> & \"\u{1b}Sun\"", "Echo", "Times", "Globe"];
        let label = |id| {
            let date = (id != "Echo").then_some("1851");
            Label { id, date, place: Some([3, 80]) }
        };
        (lineage, ids.map(label).to_vec())
    }

    #[test]
    fn a_tree_to_read() {
        let (lineage, labels) = example();
        let expected = "\
Post (1851): the first of these
└─ <Star> & \"\u{fffd}Sun\" (1851), 99 %: 2 words changed, 1 omission
   └─ a lost source
      ├─ Times (1851): 2 words changed, 1 omission
      └─ Globe (1851): 2 words changed, 1 omission
Echo: can't tell (<Star> & \"\u{fffd}Sun\" (1851) 50 %, Post (1851) 25 %)
";
        assert_eq!(text(&lineage, &labels), expected);
    }

    #[test]
    fn graphs_for_other_programs() {
        let (lineage, labels) = example();
        let dot = dot(7, &lineage, &labels);
        assert!(dot.contains(r#"w1 [label="<Star> & \"�Sun\" (1851)"]"#), "{dot}");
        assert!(dot.contains("w0 -> w1 [label=\"0.987\"]"), "{dot}");
        assert!(dot.contains("w1 -> w2 [label=\"0.500\", style=dashed]"), "{dot}");
        assert!(dot.contains("lost0 -> w4") && dot.contains("w1 -> lost0"), "{dot}");
        let xml = graphml(7, &lineage, &labels);
        assert!(xml.contains("&lt;Star&gt; &amp; &quot;\u{fffd}Sun&quot;"), "{xml}");
        assert_eq!(xml.matches("<node ").count(), 6);
        assert_eq!(xml.matches("<edge ").count(), 5);
    }

    #[test]
    fn testimony_depends_on_what_it_copies() {
        let (lineage, labels) = example();
        let found = dependences(&lineage, &labels, |witness| format!("words {witness}"));
        let lines: Vec<serde_json::Value> =
            found.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 1, "the copies of a lost source have no origin: {found}");
        assert_eq!(lines[0]["origin"], "Post");
        assert_eq!(lines[0]["copies"], serde_json::json!([labels[1].id]));
        assert_eq!(lines[0]["passage"], "words 0");
    }

    #[test]
    fn json_says_all() {
        let (lineage, labels) = example();
        let found: serde_json::Value =
            serde_json::from_str(&json(7, &lineage, &labels)).unwrap();
        let witness = &found["witnesses"][1];
        assert_eq!((&found["cluster"], &witness["end"]), (&7.into(), &80.into()));
        assert_eq!(witness["parent"], "witness");
        assert_eq!(witness["likeliest"], 0);
        assert_eq!(witness["changes"]["substituted"], 2);
        assert_eq!(found["witnesses"][2]["parent"], "unknown");
        assert_eq!(found["witnesses"][2]["second"]["support"], 0.25);
        assert_eq!(found["witnesses"][3]["lost"], 0);
        assert_eq!(found["lost"][0]["copies"], serde_json::json!([3, 4]));
    }
}
