//! The values of a column that wait for their row group, in the form that Parquet stores: the values that there are, and a
//! level for each cell that says whether there is one.

use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::file::writer::SerializedColumnWriter;

use crate::sink::rows::{Cell, ColumnType};

/// The first day of the count of days.
const EPOCH: jiff::civil::Date = jiff::civil::date(1970, 1, 1);

/// Values and their levels.
pub(super) struct Buffer {
    values: Values,
    /// Whether a cell has a value: 0 for none, else the highest level of the column.
    definition: Vec<i16>,
    /// Of lists: 0 for the first text of a cell, 1 for the others.
    repetition: Vec<i16>,
    bytes: usize,
}

enum Values {
    Texts(Vec<ByteArray>),
    Lists(Vec<ByteArray>),
    Integers(Vec<i64>),
    Numbers(Vec<f64>),
    Booleans(Vec<bool>),
    Days(Vec<i32>),
}

impl Buffer {
    pub fn of(kind: ColumnType) -> Self {
        let values = match kind {
            ColumnType::Text | ColumnType::Nested | ColumnType::Address => Values::Texts(Vec::new()),
            ColumnType::List => Values::Lists(Vec::new()),
            ColumnType::Integer => Values::Integers(Vec::new()),
            ColumnType::Number | ColumnType::Fraction => Values::Numbers(Vec::new()),
            ColumnType::Boolean => Values::Booleans(Vec::new()),
            ColumnType::Date => Values::Days(Vec::new()),
        };
        Self { values, definition: Vec::new(), repetition: Vec::new(), bytes: 0 }
    }

    /// How many bytes wait, roughly.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Adds the next cell; one that is not of the column's type counts as empty.
    pub fn push(&mut self, cell: &Cell<'_>) {
        self.bytes += size_of::<i64>();
        let level = match (&mut self.values, cell) {
            (Values::Texts(values), Cell::Text(text)) => {
                self.bytes += text.len();
                values.push(text.as_bytes().to_vec().into());
                1
            }
            (Values::Lists(values), Cell::List(items)) if !items.is_empty() => {
                self.bytes += items.iter().map(|item| item.len() + size_of::<ByteArray>()).sum::<usize>();
                values.extend(items.iter().map(|item| ByteArray::from(item.as_bytes().to_vec())));
                self.definition.extend(std::iter::repeat_n(2, items.len() - 1));
                self.repetition.extend((0..items.len()).map(|at| i16::from(at > 0)));
                2
            }
            (Values::Integers(values), Cell::Integer(number)) => {
                values.push(*number);
                1
            }
            (Values::Numbers(values), Cell::Number(number)) => {
                values.push(*number);
                1
            }
            (Values::Booleans(values), Cell::Boolean(yes)) => {
                values.push(*yes);
                1
            }
            (Values::Days(values), Cell::Day(day)) => match day.since(EPOCH) {
                Ok(span) => {
                    values.push(span.get_days());
                    1
                }
                Err(_) => 0,
            },
            (Values::Lists(_), _) => {
                self.repetition.push(0);
                0
            }
            _ => 0,
        };
        self.definition.push(level);
    }

    /// Writes what waits as one column of a row group, and waits for the next.
    pub fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let definition = std::mem::take(&mut self.definition);
        let repetition = std::mem::take(&mut self.repetition);
        self.bytes = 0;
        match (&mut self.values, column.untyped()) {
            (Values::Texts(values), ColumnWriter::ByteArrayColumnWriter(out)) => {
                out.write_batch(&std::mem::take(values), Some(&definition), None)
            }
            (Values::Lists(values), ColumnWriter::ByteArrayColumnWriter(out)) => {
                out.write_batch(&std::mem::take(values), Some(&definition), Some(&repetition))
            }
            (Values::Integers(values), ColumnWriter::Int64ColumnWriter(out)) => {
                out.write_batch(&std::mem::take(values), Some(&definition), None)
            }
            (Values::Numbers(values), ColumnWriter::DoubleColumnWriter(out)) => {
                out.write_batch(&std::mem::take(values), Some(&definition), None)
            }
            (Values::Booleans(values), ColumnWriter::BoolColumnWriter(out)) => {
                out.write_batch(&std::mem::take(values), Some(&definition), None)
            }
            (Values::Days(values), ColumnWriter::Int32ColumnWriter(out)) => {
                out.write_batch(&std::mem::take(values), Some(&definition), None)
            }
            _ => Err(ParquetError::General("a column is not of the type of its schema".to_owned())),
        }
        .map(drop)
    }
}
