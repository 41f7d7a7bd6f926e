//! What a column of the relational view holds: the one description that every format and `briefex schema` go by.

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its head; unique in its table.
    pub name: &'static str,
    /// What its cells are.
    pub kind: ColumnType,
    /// What its numbers are counted in, and its texts written in.
    pub unit: Option<&'static str>,
    /// What it says of the record.
    pub about: &'static str,
    /// What it is to its table.
    pub purpose: Purpose,
}

/// What a column is to its table, for formats in which tables refer to each other and texts can be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Words of the source, worth a search.
    Words,
    /// Together with the others of its kind it says which part of its record a row is.
    Position,
    /// The table of what a row belongs to holds it too.
    Repeated,
    /// Anything else: numbers, words of briefex, what another column holds already.
    Other,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Words of the source, a name, an id.
    Text,
    /// Nested parts as text.
    Nested,
    /// An address.
    Address,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// A number from 0 to 1.
    Fraction,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// Texts in order.
    List,
}

impl ColumnType {
    /// The type as the documentation names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Nested => "nested",
            Self::Address => "address",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Fraction => "fraction",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::List => "list",
        }
    }
}

/// The columns of a table, in groups that tables share.
pub(super) type Columns = &'static [&'static [Column]];

impl Column {
    const fn new(name: &'static str, kind: ColumnType, about: &'static str) -> Self {
        Self { name, kind, unit: None, about, purpose: Purpose::Other }
    }

    /// The column with the unit of its numbers.
    pub(super) const fn within(self, unit: &'static str) -> Self {
        Self { unit: Some(unit), ..self }
    }

    /// The column as one that is worth a search.
    pub(super) const fn words(self) -> Self {
        Self { purpose: Purpose::Words, ..self }
    }

    /// The column as one that says which part of its record a row is.
    pub(super) const fn position(self) -> Self {
        Self { purpose: Purpose::Position, ..self }
    }

    /// The column as one that the table of what a row belongs to holds too.
    pub(super) const fn repeated(self) -> Self {
        Self { purpose: Purpose::Repeated, ..self }
    }
}

/// Words of the source.
pub(super) const fn text(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Text, about).words()
}

/// Text that nobody searches for: an id, a word of briefex, a unit, or words that another column holds too.
pub(super) const fn code(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Text, about)
}

pub(super) const fn nested(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Nested, about)
}

pub(super) const fn address(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Address, about)
}

pub(super) const fn integer(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Integer, about)
}

pub(super) const fn number(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Number, about)
}

pub(super) const fn fraction(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Fraction, about).within("0 to 1")
}

pub(super) const fn boolean(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Boolean, about)
}

pub(super) const fn date(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::Date, about)
}

pub(super) const fn list(name: &'static str, about: &'static str) -> Column {
    Column::new(name, ColumnType::List, about)
}
