//! Lineages as graphs: DOT (Graphviz) and `GraphML`.

use super::{Label, Node, name};
use crate::lineage::{Lineage, Parent};
use std::fmt::Write as _;

/// An edge to a witness or a lost source.
struct Edge {
    from: Node,
    to: Node,
    /// The share among all trees, where it was reckoned.
    support: Option<f64>,
    /// Whether it is told, and not only the likeliest.
    sure: bool,
}

fn edges(lineage: &Lineage) -> Vec<Edge> {
    let edge = |to: Node| {
        let (likeliest, support, unknown) = match to {
            Node::Witness(witness) => {
                let descent = &lineage.descents[witness];
                let unknown = descent.parent == Parent::Unknown;
                (descent.likeliest.filter(|_| unknown), Some(descent.support), unknown)
            }
            Node::Lost(_) => (None, None, false),
        };
        let from = lineage.above(to).or(likeliest.map(Node::Witness))?;
        let reckoned = matches!((from, to), (Node::Witness(_), Node::Witness(_)));
        Some(Edge { from, to, support: support.filter(|_| reckoned), sure: !unknown })
    };
    lineage.nodes().filter_map(edge).collect()
}

fn id(node: Node) -> String {
    match node {
        Node::Witness(witness) => format!("w{witness}"),
        Node::Lost(source) => format!("lost{source}"),
    }
}

fn label(node: Node, labels: &[Label<'_>]) -> String {
    match node {
        Node::Witness(witness) => name(labels, witness),
        Node::Lost(_) => "a lost source".to_owned(),
    }
}

/// The lineage for Graphviz. An edge leads from model to copy with its support; a dashed one is the
/// likeliest where it can't be told.
pub fn dot(number: usize, lineage: &Lineage, labels: &[Label<'_>]) -> String {
    let mut out = format!("digraph lineage{number} {{\n");
    for node in lineage.nodes() {
        let label = label(node, labels).replace(char::is_control, "\u{fffd}");
        let label = label.replace('\\', "\\\\").replace('"', "\\\"");
        let style = if matches!(node, Node::Lost(_)) { ", style=dotted" } else { "" };
        let _ = writeln!(out, "  {} [label=\"{label}\"{style}]", id(node));
    }
    for edge in edges(lineage) {
        let support = edge.support.map(|support| format!("label=\"{support:.3}\""));
        let style = (!edge.sure).then(|| "style=dashed".to_owned());
        let attributes: Vec<String> = [support, style].into_iter().flatten().collect();
        let attributes = if attributes.is_empty() {
            String::new()
        } else {
            format!(" [{}]", attributes.join(", "))
        };
        let _ = writeln!(out, "  {} -> {}{attributes}", id(edge.from), id(edge.to));
    }
    out + "}\n"
}

/// What stands before and after the graphs in a file of `GraphML` 1.0.
pub const GRAPHML: [&str; 2] = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
     <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n\
     <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n\
     <key id=\"lost\" for=\"node\" attr.name=\"lost\" attr.type=\"boolean\"/>\n\
     <key id=\"support\" for=\"edge\" attr.name=\"support\" attr.type=\"double\"/>\n\
     <key id=\"sure\" for=\"edge\" attr.name=\"sure\" attr.type=\"boolean\"/>\n",
    "</graphml>\n",
];

/// The lineage as a graph of a `GraphML` file, with the label of each node, the support of each
/// edge, and whether it is told.
pub fn graphml(number: usize, lineage: &Lineage, labels: &[Label<'_>]) -> String {
    let mut out = format!("<graph id=\"lineage{number}\" edgedefault=\"directed\">\n");
    let id = |node: Node| format!("c{number}-{}", id(node));
    for node in lineage.nodes() {
        let lost = matches!(node, Node::Lost(_));
        let label = xml(&label(node, labels));
        let _ = writeln!(
            out,
            "<node id=\"{}\"><data key=\"label\">{label}</data>\
             <data key=\"lost\">{lost}</data></node>",
            id(node)
        );
    }
    for edge in edges(lineage) {
        let [from, to] = [edge.from, edge.to].map(&id);
        let support = edge.support.map_or(String::new(), |support| {
            format!("<data key=\"support\">{support:.6}</data>")
        });
        let _ = writeln!(
            out,
            "<edge source=\"{from}\" target=\"{to}\">{support}\
             <data key=\"sure\">{}</data></edge>",
            edge.sure
        );
    }
    out + "</graph>\n"
}

/// Text as XML 1.0 takes it; characters that it can't hold become U+FFFD.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
