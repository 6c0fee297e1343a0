//! What is known of a source: who wrote it, what it is called, and when.

use crate::{Folded, Folding};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A source as a library lists it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// What it is called: a path, or the id of a JSON line.
    pub id: String,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its authors, as "Given Family" joined by "; ".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When it was written or published: a year, or `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What it is part of: texts of one series are not compared with each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// A checksum of its text, by which a changed file is known.
    #[serde(default)]
    pub checksum: u32,
    /// Further fields of its record, as they were.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub fields: Map<String, Value>,
}

/// A day, month or year, in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The year; 0 is 1 BC.
    pub year: i32,
    /// From 1; 0 where it is not known.
    pub month: u8,
    /// From 1; 0 where it is not known.
    pub day: u8,
}

impl When {
    /// Reads `1651`, `1651-04`, `1651-04-30` or `-0043-03-15`, and the year of looser forms
    /// ("c. 1651", "April 1651").
    ///
    /// # Example: a loose date
    /// ```
    /// use alpheus_trace::When;
    /// assert_eq!(When::parse("1651-04-30").unwrap().month, 4);
    /// assert_eq!(When::parse("London, c. 1651").unwrap().year, 1651);
    /// assert_eq!(When::parse("undated"), None);
    /// ```
    pub fn parse(text: &str) -> Option<When> {
        let text = text.trim();
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let mut parts = rest.splitn(3, ['-', 'T']);
        let first = parts.next()?;
        if (1..=4).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_digit()) {
            let number = |part: Option<&str>| {
                part.and_then(|part| part.get(..2)?.parse().ok()).unwrap_or(0)
            };
            let year = sign * first.parse::<i32>().ok()?;
            return Some(When {
                year,
                month: number(parts.next()),
                day: number(parts.next()),
            });
        }
        let digits = |c: char| !c.is_ascii_digit();
        let year = text.split(digits).find(|run| run.len() == 4)?;
        Some(When { year: year.parse().ok()?, month: 0, day: 0 })
    }
}

impl Source {
    /// When it was written, as far as its date can be read.
    pub fn when(&self) -> Option<When> {
        When::parse(self.date.as_deref()?)
    }

    /// The family names of its authors.
    pub fn families(&self) -> Vec<&str> {
        let authors = self.author.as_deref().unwrap_or_default().split(';');
        let family = |author: &'_ str| -> Option<usize> {
            author.split_once(',').map(|(family, _)| family.len())
        };
        authors
            .map(str::trim)
            .filter_map(|author| match family(author) {
                Some(end) => author.get(..end),
                None => author.split_whitespace().last(),
            })
            .collect()
    }

    /// Whether one of its authors has this family name, however it is printed.
    pub fn is_by(&self, family: &str) -> bool {
        let fold = |name: &str| Folded::new(name, Folding::default()).letters().to_vec();
        let family = fold(family);
        self.families().into_iter().any(|author| fold(author) == family)
    }

    /// "Author, Title (date)", as much of it as is known, else its id.
    pub fn cited(&self) -> String {
        let named: Vec<&str> = [self.author.as_deref(), self.title.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        let mut cited = if named.is_empty() { self.id.clone() } else { named.join(", ") };
        if let Some(date) = &self.date {
            cited.extend([" (", date, ")"]);
        }
        cited
    }

    /// Takes over what another description of the same source knows and this one does not.
    pub fn complete(&mut self, other: &Source) {
        let fill = |mine: &mut Option<String>, theirs: &Option<String>| {
            if mine.is_none() {
                mine.clone_from(theirs);
            }
        };
        fill(&mut self.title, &other.title);
        fill(&mut self.author, &other.author);
        fill(&mut self.date, &other.date);
        fill(&mut self.series, &other.series);
    }
}

/// The fields of a record of JSON, but for its text: `author`, `title`, `date` (or `year`,
/// `dct`), `series`; all others are kept.
pub(crate) fn of_fields(id: String, mut fields: Map<String, Value>) -> Source {
    let mut take = |names: &[&str]| {
        names.iter().find_map(|name| match fields.get(*name)? {
            Value::String(text) => {
                let text = text.clone();
                fields.remove(*name);
                Some(text)
            }
            Value::Number(number) => {
                let text = number.to_string();
                fields.remove(*name);
                Some(text)
            }
            _ => None,
        })
    };
    Source {
        id,
        title: take(&["title"]),
        author: take(&["author", "creator"]),
        date: take(&["date", "year", "dct"]),
        series: take(&["series"]),
        checksum: 0,
        fields,
    }
}

/// The title, author and date that stand in the front matter of a Markdown text
/// (`---`, lines of `name: value`, `---`).
pub fn front_matter(text: &str) -> Option<Source> {
    let body = text.strip_prefix("---\n")?;
    let (head, _) = body.split_once("\n---")?;
    let mut fields = Map::new();
    for line in head.lines().filter(|line| !line.starts_with([' ', '-', '#'])) {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        if !value.is_empty() {
            let name = name.trim().to_ascii_lowercase();
            fields.insert(name, Value::String(value.to_owned()));
        }
    }
    let mut source = of_fields(String::new(), fields);
    source.fields.clear();
    Some(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_in_the_order_of_time() {
        let dates = ["-0043-03-15", "1651", "1651-04-30", "1652-01", "April 1660"];
        let read: Vec<_> = dates.iter().map(|date| When::parse(date).unwrap()).collect();
        assert!(read.is_sorted_by(|a, b| a < b), "{read:?}");
    }

    #[test]
    fn families_are_the_last_names() {
        let author =
            |author: &str| Source { author: Some(author.into()), ..Source::default() };
        assert_eq!(author("Mary Wroth; Hobbes, Thomas").families(), ["Wroth", "Hobbes"]);
        assert!(Source::default().families().is_empty());
    }

    #[test]
    fn front_matter_tells_who_and_when() {
        let text = "---\ntitle: \"On Ferries\"\nauthor: A. Marsh\ndate: 1871-02-03\ntags:\n - x\n---\n\nText";
        let source = front_matter(text).unwrap();
        assert_eq!(source.cited(), "A. Marsh, On Ferries (1871-02-03)");
        assert!(front_matter("No front matter").is_none());
    }
}
