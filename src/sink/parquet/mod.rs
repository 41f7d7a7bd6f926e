//! Parquet: one file a table, for engines that read columns (DuckDB, pandas, Spark) and archives that outgrow a database.
//!
//! Rows are gathered column by column and leave as a row group before they are many, so that memory does not grow with the
//! archive.

mod column;

use std::path::PathBuf;
use std::sync::Arc;

use ::parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical, ZstdLevel};
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::{WriterProperties, WriterVersion};
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::types::Type;
use anyhow::{Context as _, Result};

use self::column::Buffer;
use super::output::{self, Output};
use super::rows::{self, Column, ColumnType};
use super::{Remark, Sink};
use crate::extract::Document;
use crate::record::{RecordType, SCHEMA};

/// A row group ends at this many rows …
const ROWS: usize = 1 << 16;
/// … or at this many bytes, whichever comes first.
const BYTES: usize = 8 << 20;

/// Parquet files, one a table.
pub struct ParquetSink {
    tables: Vec<Table>,
}

/// A table being written.
struct Table {
    record: RecordType,
    writer: SerializedFileWriter<Output>,
    columns: Vec<Buffer>,
    rows: usize,
}

impl ParquetSink {
    /// Opens a file for each table.
    ///
    /// # Errors
    /// When one cannot be made.
    pub fn create(tables: Vec<(RecordType, PathBuf)>) -> Result<Self> {
        Ok(Self { tables: tables.into_iter().map(|(record, path)| Table::create(record, path)).collect::<Result<_>>()? })
    }
}

impl Sink for ParquetSink {
    fn write(&mut self, document: &Document) -> Result<()> {
        self.tables.iter_mut().try_for_each(|table| table.write(document))
    }

    fn finish(self: Box<Self>) -> Result<Vec<Remark>> {
        let outputs: Vec<_> = self.tables.into_iter().map(Table::finish).collect::<Result<_>>()?;
        output::finish_all(outputs)?;
        Ok(Vec::new())
    }
}

impl Table {
    fn create(record: RecordType, path: PathBuf) -> Result<Self> {
        let columns = rows::columns(record);
        let output = Output::file(&path).with_context(|| path.display().to_string())?;
        let writer = SerializedFileWriter::new(output, Arc::new(schema(record, &columns)?), Arc::new(properties(record)?))
            .with_context(|| path.display().to_string())?;
        let columns = columns.iter().map(|column| Buffer::of(column.kind)).collect();
        Ok(Self { record, writer, columns, rows: 0 })
    }

    fn write(&mut self, document: &Document) -> Result<()> {
        for row in rows::rows(document, self.record) {
            self.columns.iter_mut().zip(&row).for_each(|(column, cell)| column.push(cell));
            self.rows += 1;
            if self.rows >= ROWS || self.columns.iter().map(Buffer::bytes).sum::<usize>() >= BYTES {
                self.end_group()?;
            }
        }
        Ok(())
    }

    /// Writes the rows gathered so far as a row group.
    fn end_group(&mut self) -> Result<()> {
        if self.rows > 0 {
            write_group(&mut self.writer, &mut self.columns)?;
            self.rows = 0;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Output> {
        self.end_group()?;
        Ok(self.writer.into_inner()?)
    }
}

fn write_group(writer: &mut SerializedFileWriter<Output>, columns: &mut [Buffer]) -> ::parquet::errors::Result<()> {
    let mut group = writer.next_row_group()?;
    for buffer in columns {
        if let Some(mut column) = group.next_column()? {
            buffer.write(&mut column)?;
            column.close()?;
        }
    }
    group.close()?;
    Ok(())
}

fn properties(record: RecordType) -> Result<WriterProperties> {
    let metadata = [("briefex.schema", SCHEMA), ("briefex.table", record.name())];
    let metadata = metadata.map(|(key, value)| KeyValue::new(key.to_owned(), value.to_owned()));
    Ok(WriterProperties::builder()
        .set_writer_version(WriterVersion::PARQUET_1_0)
        .set_created_by(concat!("briefex version ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_key_value_metadata(Some(metadata.to_vec()))
        .build())
}

/// The columns of a table, each of which may be null.
fn schema(record: RecordType, columns: &[&Column]) -> ::parquet::errors::Result<Type> {
    let fields = columns.iter().map(|column| field(column).map(Arc::new)).collect::<::parquet::errors::Result<_>>()?;
    Type::group_type_builder(record.name()).with_fields(fields).build()
}

fn field(column: &Column) -> ::parquet::errors::Result<Type> {
    let plain = |physical| Type::primitive_type_builder(column.name, physical).with_repetition(Repetition::OPTIONAL);
    match column.kind {
        ColumnType::Text | ColumnType::Nested | ColumnType::Address => plain(Physical::BYTE_ARRAY)
            .with_logical_type(Some(LogicalType::String))
            .with_converted_type(ConvertedType::UTF8)
            .build(),
        ColumnType::Integer => plain(Physical::INT64).build(),
        ColumnType::Number | ColumnType::Fraction => plain(Physical::DOUBLE).build(),
        ColumnType::Boolean => plain(Physical::BOOLEAN).build(),
        ColumnType::Date => {
            plain(Physical::INT32).with_logical_type(Some(LogicalType::Date)).with_converted_type(ConvertedType::DATE).build()
        }
        ColumnType::List => list(column.name),
    }
}

/// A list of texts, in the three levels that the format prescribes.
fn list(name: &str) -> ::parquet::errors::Result<Type> {
    let element = Type::primitive_type_builder("element", Physical::BYTE_ARRAY)
        .with_repetition(Repetition::REQUIRED)
        .with_logical_type(Some(LogicalType::String))
        .with_converted_type(ConvertedType::UTF8)
        .build()?;
    let items =
        Type::group_type_builder("list").with_repetition(Repetition::REPEATED).with_fields(vec![Arc::new(element)]).build()?;
    Type::group_type_builder(name)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(Some(LogicalType::List))
        .with_converted_type(ConvertedType::LIST)
        .with_fields(vec![Arc::new(items)])
        .build()
}
