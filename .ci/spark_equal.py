"""Holds what Spark wrote against the run of one machine: spark_equal.py RECORDS NDJSON SCHEMA.

Each row of the Parquet files RECORDS must be one object of NDJSON, by path and index, with the same value under every key: the types of
the columns are followed by the published SCHEMA, not by the code that made them. Prints how many of each record type are equal.
"""

import collections
import json
import sys

import pyarrow.dataset


def differences(said, cell, schema, definitions, above=()):
    """Where a cell does not hold what JSON said, as paths."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name in above:  # nested in itself: the cell is JSON
            return differs(said, cell and json.loads(cell))
        return differences(said, cell, definitions[name], definitions, (*above, name))
    if "anyOf" in schema:
        return differs(None, cell) if said is None else differences(said, cell, schema["anyOf"][0], definitions, above)
    if isinstance(said, dict) and isinstance(cell, dict):
        keys = [*schema["properties"], *(said.keys() - schema["properties"])]
        nested = ((key, said.get(key), cell.get(key), schema["properties"].get(key, {})) for key in keys)
    elif isinstance(said, list) and isinstance(cell, list) and len(said) == len(cell):
        nested = ((index, *pair, schema["items"]) for index, pair in enumerate(zip(said, cell)))
    elif isinstance(said, (int, float)) and schema.get("type") == ["number", "string"]:
        return differs(said, cell and json.loads(cell))
    else:
        return differs(said, cell)
    return [f".{key}{more}" for key, *at in nested for more in differences(*at, definitions, above)]


def differs(said, cell):
    return [] if type(said) is type(cell) and said == cell or is_same_number(said, cell) else [f": {cell!r} is not {said!r}"]


def is_same_number(said, cell):
    return {type(said), type(cell)} == {int, float} and said == cell


def place(briefing):
    return briefing["source"]["path"], briefing["source"]["index"]


def main(records, ndjson, schema):
    rows = {}
    for row in pyarrow.dataset.dataset(records, format="parquet", partitioning=None).to_table().to_pylist():
        if rows.setdefault(place(row), row) is not row:
            sys.exit(f"{place(row)} was written twice")
    with open(ndjson, encoding="utf-8") as lines:
        briefings = [json.loads(line) for line in lines]
    with open(schema, encoding="utf-8") as file:
        schema = json.load(file)
    if rows.keys() != {place(briefing) for briefing in briefings}:
        sys.exit(f"{len(rows)} briefings by Spark, {len(briefings)} by one machine")
    found = [
        f"{place(briefing)}{difference}"
        for briefing in briefings
        for difference in differences(briefing, rows[place(briefing)], schema, schema["$defs"])
    ]
    if found:
        sys.exit("\n".join([f"{len(found)} values differ:", *found[:10]]))
    counts = collections.Counter({"briefings": len(briefings)})
    for briefing in briefings:
        counts.update({key: len(value) for key, value in briefing.items() if isinstance(value, list) and key != "span"})
    print("equal: " + ", ".join(f"{count} {key}" for key, count in counts.items()))


main(*sys.argv[1:])
