//! Changes to a case file that keep its comments, its order and its layout.

use crate::error::{Error, Kind};
use toml_edit::{Array, DocumentMut, Item, Key, Table, Value};

/// A case file that is being changed.
///
/// # Example: a comment stays where it is
/// ```
/// let text = "[sources]\nhall = { accuracy = 0.6 } # a chronicler\n";
/// let mut edit = alpheus_weigh::Edit::new(text)?;
/// edit.set("sources.hall.accuracy", "[0.5, 0.8]")?;
/// assert_eq!(edit.text(), "[sources]\nhall = { accuracy = [0.5, 0.8] } # a chronicler\n");
/// # Ok::<(), alpheus_weigh::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Edit {
    doc: DocumentMut,
}

impl Edit {
    /// Begins to change a text.
    ///
    /// # Errors
    /// If the text is not TOML.
    pub fn new(text: &str) -> Result<Edit, Error> {
        let doc = text.parse::<DocumentMut>();
        let doc = doc.map_err(|error| not_toml(error.message()))?;
        Ok(Edit { doc })
    }

    /// The text as it is now.
    pub fn text(&self) -> String {
        self.doc.to_string()
    }

    /// Sets the value at a dotted path; numbers count the tables of a list from 0
    /// (`dependence.0.chance`). What is not TOML is taken as a word.
    ///
    /// # Errors
    /// If the path is none, or all but its last part does not exist.
    pub fn set(&mut self, path: &str, value: &str) -> Result<(), Error> {
        let keys = Key::parse(path).map_err(|_| no_place(path))?;
        let (last, way) = keys.split_last().ok_or_else(|| no_place(path))?;
        let mut item = self.doc.as_item_mut();
        for key in way {
            item = step(item, key.get()).ok_or_else(|| no_place(path))?;
        }
        let value = value.parse().unwrap_or_else(|_| Value::from(value.trim()));
        put(item, last.get(), value).ok_or_else(|| no_place(path))
    }

    /// Adds a dependence of copies.
    pub(crate) fn add_copies(
        &mut self,
        origin: &str,
        members: &[&str],
        chance: [f64; 2],
        words: &[(&str, &str)],
    ) -> Result<(), Error> {
        let mut table = Table::new();
        let all: Array = std::iter::once(&origin).chain(members).copied().collect();
        table.insert("items", all.into());
        table.insert("origin", origin.into());
        let chance: Item = if chance[0] < chance[1] {
            chance.into_iter().collect::<Array>().into()
        } else {
            chance[0].into()
        };
        table.insert("chance", chance);
        for &(key, text) in words {
            table.insert(key, text.into());
        }
        let tables = self
            .doc
            .entry("dependence")
            .or_insert_with(|| Item::ArrayOfTables(toml_edit::ArrayOfTables::new()));
        let tables =
            tables.as_array_of_tables_mut().ok_or_else(|| no_place("dependence"))?;
        tables.push(table);
        Ok(())
    }
}

fn step<'i>(item: &'i mut Item, key: &str) -> Option<&'i mut Item> {
    match item {
        Item::ArrayOfTables(_) => item.get_mut(key.parse::<usize>().ok()?),
        _ => item.get_mut(key),
    }
}

/// Puts a value in a table, in the layout of the value that it takes the place of.
fn put(table: &mut Item, key: &str, mut value: Value) -> Option<()> {
    if let Some(old) = table.get(key) {
        *value.decor_mut() = old.as_value()?.decor().clone();
        *table.get_mut(key)? = Item::Value(value);
        return Some(());
    }
    if let Some(inline) = table.as_inline_table_mut()
        && let Some((_, last)) = inline.iter_mut().last()
    {
        // The space before the closing brace goes with the last value.
        let space = last.decor_mut().suffix().cloned().unwrap_or_default();
        last.decor_mut().set_suffix("");
        value.decor_mut().set_prefix(" ");
        value.decor_mut().set_suffix(space);
    }
    table.as_table_like_mut()?.insert(key, Item::Value(value));
    Some(())
}

fn no_place(path: &str) -> Error {
    Error::new(Kind::NoPlace(path.to_owned()))
}

fn not_toml(why: &str) -> Error {
    Error::new(Kind::NotToml(why.split_whitespace().collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = "# A case.\n\nnone_of_these = 0.10   # kept back\n\n[sources]\n\
        # the chronicler\nhall = { say = \"Hall\", grade = \"C\" }\n\n[evidence.lids]\n\
        if = { a = 0.8, b = [0.2, 0.4] } # seen by divers\n\n[[dependence]]\nchance = 0.5\n";

    fn set(path: &str, value: &str) -> String {
        let mut edit = Edit::new(CASE).unwrap();
        edit.set(path, value).unwrap();
        edit.text()
    }

    #[test]
    fn nothing_but_the_value_changes() {
        assert_eq!(Edit::new(CASE).unwrap().text(), CASE);
        let pairs = [
            ("none_of_these", "0.2", "0.10", "0.2"),
            ("sources.hall.grade", "B", "\"C\"", "\"B\""),
            ("evidence.lids.if.b", "very unlikely", "[0.2, 0.4]", "\"very unlikely\""),
            ("dependence.0.chance", "[0.3, 0.8]", "0.5", "[0.3, 0.8]"),
        ];
        for (path, value, old, new) in pairs {
            assert_eq!(set(path, value), CASE.replacen(old, new, 1), "{path}");
        }
    }

    #[test]
    fn a_new_key_joins_its_table() {
        assert!(
            set("sources.hall.anyway", "0.9").contains("grade = \"C\", anyway = 0.9 }")
        );
    }

    #[test]
    fn a_place_that_is_not_there_is_named() {
        let mut edit = Edit::new(CASE).unwrap();
        for path in [
            "sources.stow.grade",
            "dependence.1.chance",
            "",
            "a..b",
            "sources.hall.grade.x",
        ] {
            let error = edit.set(path, "0.5").unwrap_err();
            assert!(error.to_string().contains(path), "{error}");
        }
    }
}
