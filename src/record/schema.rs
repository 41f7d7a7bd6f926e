//! The shape of the output as a JSON Schema (draft 2020-12), for programs that check records or make types of them.
//!
//! Every struct derives its own part, so that a field cannot be written and miss in the schema. Added here is what no struct
//! knows: the key `schema`, the ids, which carry the name of their record type, and that `--records` leaves keys out.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use serde_json::{Value, json};

use super::{Briefing, RecordType, SCHEMA, with_record_types};

const DESCRIPTION: &str = "One briefing: a line of `briefex extract -f ndjson`, an element of the array of `-f json`. A key that \
                           is required is always there, null or an empty list where the text gives nothing. `metadata`, the \
                           lists of records and `diagnostics` are not required, as `--records` leaves out those that were not \
                           chosen (`values` comes only where it is chosen). Later versions of the tool may add keys within \
                           briefex/1, so that no object is closed to them; they rename and remove none.";

macro_rules! name_ids {
    (
        records { $($(#[$doc:meta])* $variant:ident $list:ident $record:ident $name:ident,)* }
        parts { $($part:tt)* }
    ) => {
        /// The structs of the records, and what their ids begin with.
        const IDS: &[(&str, &str)] = &[$((stringify!($record), stringify!($name)),)*];
    };
}
with_record_types!(name_ids);

/// The schema of one briefing, as NDJSON has it on a line.
pub fn json_schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(tidy);
    let mut schema = settings.into_generator().into_root_schema_for::<Briefing>();
    schema.insert("title".to_owned(), SCHEMA.into());
    schema.insert("description".to_owned(), DESCRIPTION.into());
    add_schema_key(&mut schema);
    for (record, name) in IDS {
        if let Some(id) = schema.pointer_mut(&format!("/$defs/{record}/properties/id")) {
            id["pattern"] = format!("^{name}-[1-9][0-9]*$").into();
        }
    }
    schema
}

/// Adds the key that a briefing opens with, and requires no more than every choice of record types writes.
fn add_schema_key(schema: &mut Schema) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert(
            "schema".to_owned(),
            json!({ "description": "Name and version of this format.", "type": "string", "const": SCHEMA }),
        );
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|key| *key != "metadata" && RecordType::ALL.iter().all(|record| *key != record.name()));
        required.insert(0, "schema".into());
    }
}

/// Takes out what is of Rust alone: its number formats, which strict validators refuse, and the line breaks of its comments.
fn tidy(schema: &mut Schema) {
    schema.remove("format");
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.replace('\n', " ");
    }
    transform_subschemas(&mut tidy, schema);
}
