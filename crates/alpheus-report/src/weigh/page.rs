//! What is said of a case, before it is laid out.

/// All of it.
pub(super) struct Page {
    pub(super) title: String,
    /// Paragraphs before the first section.
    pub(super) lead: Vec<String>,
    pub(super) sections: Vec<Section>,
}

/// What belongs together.
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) blocks: Vec<Block>,
}

pub(super) enum Block {
    Paragraph(String),
    List(Vec<String>),
    Table(Table),
}

/// Rows under a head. The last column takes what room is left.
pub(super) struct Table {
    pub(super) head: Vec<&'static str>,
    pub(super) rows: Vec<Vec<Cell>>,
}

pub(super) enum Cell {
    Text(String),
    /// Set to the right.
    Figure(String),
    /// Shares from 0 to 1.
    Bar {
        low: f64,
        point: f64,
        high: f64,
    },
}

impl Section {
    pub(super) fn new(title: &'static str) -> Section {
        Section { title, blocks: Vec::new() }
    }

    pub(super) fn paragraph(mut self, text: impl Into<String>) -> Section {
        self.blocks.push(Block::Paragraph(text.into()));
        self
    }

    /// A list, unless it has nothing in it.
    pub(super) fn list(mut self, items: Vec<String>) -> Section {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
        self
    }

    /// A table, unless it has no rows.
    pub(super) fn table(
        mut self,
        head: &[&'static str],
        rows: Vec<Vec<Cell>>,
    ) -> Section {
        if !rows.is_empty() {
            self.blocks.push(Block::Table(Table { head: head.to_vec(), rows }));
        }
        self
    }
}

pub(super) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

pub(super) fn figure(text: impl Into<String>) -> Cell {
    Cell::Figure(text.into())
}
