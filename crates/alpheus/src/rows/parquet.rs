//! JSON lines as a Parquet file: a column for each key that all lines may have, and one, `fields`,
//! that has the others as they are.

use anyhow::Context as _;
use parquet::{
    basic::Compression,
    data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type},
    errors::ParquetError,
    file::{
        properties::WriterProperties,
        writer::{SerializedFileWriter, SerializedRowGroupWriter},
    },
    schema::parser::parse_message_type,
};
use serde_json::{Map, Value};
use std::{
    fmt::Write as _,
    fs::File,
    io::{self, Write},
    path::Path,
    sync::Arc,
};

/// What a column holds; where a row lacks it, it is null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Whole,
    Real,
    /// All keys of a row that have no column of their own, as a JSON object.
    Rest,
}

/// The columns of a file, in order.
pub(crate) type Columns = &'static [(&'static str, Kind)];

/// Pairs of passages.
pub(crate) const PASSAGES: Columns = &[
    ("id", Kind::Text),
    ("series", Kind::Text),
    ("date", Kind::Text),
    ("begin", Kind::Whole),
    ("end", Kind::Whole),
    ("id2", Kind::Text),
    ("series2", Kind::Text),
    ("date2", Kind::Text),
    ("begin2", Kind::Whole),
    ("end2", Kind::Whole),
    ("matches", Kind::Whole),
    ("alignedLength", Kind::Whole),
    ("score", Kind::Whole),
    ("bits", Kind::Real),
    ("s1", Kind::Text),
    ("s2", Kind::Text),
];

/// Witnesses of clusters.
pub(crate) const CLUSTERS: Columns = &[
    ("cluster", Kind::Whole),
    ("size", Kind::Whole),
    ("pboiler", Kind::Real),
    ("uid", Kind::Whole),
    ("id", Kind::Text),
    ("series", Kind::Text),
    ("date", Kind::Text),
    ("begin", Kind::Whole),
    ("end", Kind::Whole),
    ("text", Kind::Text),
    ("fields", Kind::Rest),
];

/// So many rows make a group, and are held back until it is full.
const GROUP: usize = 4096;

/// A Parquet file that is being written.
pub(crate) struct Table<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Columns,
    rows: Vec<Map<String, Value>>,
}

impl Table<File> {
    pub(crate) fn create(path: &Path, columns: Columns) -> anyhow::Result<Self> {
        let file = File::create(path)
            .with_context(|| format!("could not write {}", path.display()))?;
        Ok(Table::new(file, columns)?)
    }
}

impl<W: Write + Send> Table<W> {
    fn new(out: W, columns: Columns) -> Result<Self, ParquetError> {
        let schema = Arc::new(parse_message_type(&schema(columns))?);
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
        let writer = SerializedFileWriter::new(out, schema, properties.build().into())?;
        Ok(Table { writer, columns, rows: Vec::new() })
    }

    /// Takes lines, each a JSON object.
    pub(crate) fn write(&mut self, lines: &str) -> io::Result<()> {
        for line in lines.lines() {
            self.rows.push(serde_json::from_str(line)?);
            if self.rows.len() == GROUP {
                self.write_group()?;
            }
        }
        Ok(())
    }

    /// Writes the last rows and the file's end.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        if !self.rows.is_empty() {
            self.write_group()?;
        }
        self.writer.close()?;
        Ok(())
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for &(name, kind) in self.columns {
            let values = self.rows.iter().map(|row| row.get(name));
            match kind {
                Kind::Text => column::<ByteArrayType, _>(
                    &mut group,
                    values.map(|value| value?.as_str().map(ByteArray::from)),
                ),
                Kind::Whole => column::<Int64Type, _>(
                    &mut group,
                    values.map(|value| value?.as_i64()),
                ),
                Kind::Real => column::<DoubleType, _>(
                    &mut group,
                    values.map(|value| value?.as_f64()),
                ),
                Kind::Rest => column::<ByteArrayType, _>(
                    &mut group,
                    self.rows.iter().map(|row| rest(row, self.columns)),
                ),
            }?;
        }
        group.close()?;
        self.rows.clear();
        Ok(())
    }
}

/// Writes the next column of a group.
fn column<T: DataType, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let values: Vec<Option<T::T>> = values.collect();
    // The level says whether a value is there.
    let levels: Vec<i16> =
        values.iter().map(|value| i16::from(value.is_some())).collect();
    let there: Vec<T::T> = values.into_iter().flatten().collect();
    let Some(mut column) = group.next_column()? else { return Ok(()) };
    column.typed::<T>().write_batch(&there, Some(&levels), None)?;
    column.close()
}

fn rest(row: &Map<String, Value>, columns: Columns) -> Option<ByteArray> {
    let other = |key: &str| columns.iter().all(|(name, _)| *name != key);
    let others: Map<String, Value> = row
        .iter()
        .filter(|(key, _)| other(key))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    (!others.is_empty()).then(|| Value::Object(others).to_string().into_bytes().into())
}

/// The columns in Parquet's language for schemas.
fn schema(columns: Columns) -> String {
    let mut schema = "message rows {".to_owned();
    for (name, kind) in columns {
        let (kind, of) = match kind {
            Kind::Text => ("binary", " (UTF8)"),
            Kind::Rest => ("binary", " (JSON)"),
            Kind::Whole => ("int64", ""),
            Kind::Real => ("double", ""),
        };
        // A string takes all that is written to it.
        let _ = write!(schema, " optional {kind} {name}{of};");
    }
    schema + " }"
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::{
        file::reader::{FileReader as _, SerializedFileReader},
        record::RowAccessor as _,
    };
    use serde_json::json;

    fn rows(columns: Columns, lines: &str) -> Vec<parquet::record::Row> {
        let mut file = tempfile::tempfile().unwrap();
        let mut table = Table::new(file.try_clone().unwrap(), columns).unwrap();
        table.write(lines).unwrap();
        table.finish().unwrap();
        io::Seek::rewind(&mut file).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        reader.get_row_iter(None).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn rows_come_back_and_what_has_no_column_is_kept() {
        let line = |begin: usize| json!({"cluster": 1, "id": "Zürich", "begin": begin, "pboiler": 0.5, "page": [3]});
        let lines: Vec<String> = (0..GROUP + 2).map(|at| line(at).to_string()).collect();
        let rows = rows(CLUSTERS, &lines.join("\n"));
        assert_eq!(rows.len(), GROUP + 2);
        for (at, row) in rows.iter().enumerate() {
            assert_eq!(row.get_string(4).unwrap(), "Zürich");
            assert_eq!(row.get_long(7).unwrap(), i64::try_from(at).unwrap());
            assert!((row.get_double(2).unwrap() - 0.5).abs() < f64::EPSILON);
            assert!(row.get_string(6).is_err(), "there is no date");
            assert_eq!(row.get_string(10).unwrap(), "{\"page\":[3]}");
        }
    }

    #[test]
    fn no_row_makes_a_file_too() {
        assert!(rows(PASSAGES, "").is_empty());
    }
}
