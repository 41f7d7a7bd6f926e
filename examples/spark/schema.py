"""Turns the JSON Schema that `briefex schema` prints into the type of a Spark row, so that no column is guessed from data.

A column that is guessed changes with the archive: a record type that no file has is missing, a list that is always empty has no type.
Two things that JSON has cannot be Spark types. A type that nests in itself (the items below an item) becomes a string with its JSON, and
so does what is a number or a text (the numbers and dates of quantities): there the string is the number or the date itself, and `kind`,
beside it, says which of them it is.
"""

from pyspark.sql.types import ArrayType, BooleanType, DoubleType, LongType, StringType, StructField, StructType

PLAIN = {"string": StringType(), "integer": LongType(), "number": DoubleType(), "boolean": BooleanType()}
REFERENCE = "#/$defs/"


def row_type(schema):
    """The type of a row that holds an object of a JSON Schema."""
    return spark_type(schema, schema["$defs"], ())


def spark_type(schema, definitions, above):
    """The type of what a schema describes; `above` are the definitions that it stands in."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(REFERENCE)
        return StringType() if name in above else spark_type(definitions[name], definitions, (*above, name))
    choices = {repr(choice): choice for choice in map(bare, alternatives(schema)) if choice != {"type": "null"}}
    if len(choices) > 1:
        return StringType()
    (choice,) = choices.values()
    if "$ref" in choice:
        return spark_type(choice, definitions, above)
    if choice["type"] == "object":
        properties = choice["properties"].items()
        return StructType([StructField(name, spark_type(of, definitions, above)) for name, of in properties])
    if choice["type"] == "array":
        return ArrayType(spark_type(choice["items"], definitions, above))
    return PLAIN[choice["type"]]


def alternatives(schema):
    """The schemas one of which must hold."""
    if isinstance(schema.get("type"), list):
        return [{**schema, "type": name} for name in schema["type"]]
    return schema.get("anyOf") or schema.get("oneOf") or [schema]


def bare(schema):
    """A schema without what does not change its type: descriptions, bounds, the words that an enumeration allows."""
    return {key: schema[key] for key in ("$ref", "type", "properties", "items") if key in schema}
