"""Holds Parquet files against CSV files of the same tables: parquet_against_csv.py PARQUET CSV.

Reads each file of the folder PARQUET with pyarrow and with DuckDB, and prints a line a file and reader: its name, the reader,
the number of rows, and whether all values are those of CSV/<name>.csv.
"""

import csv
import datetime
import sys
from pathlib import Path

import duckdb
import pyarrow.parquet


def fits(value, text):
    """Whether a typed value is what the CSV says as text."""
    if value is None:
        return text == ""
    if isinstance(value, bool):
        return text == ("true" if value else "false")
    if isinstance(value, (int, float)):
        return text != "" and float(text) == value
    if isinstance(value, datetime.date):
        return text == value.isoformat()
    if isinstance(value, list):
        return text == " | ".join(escaped(item) for item in value)
    return text == value


def escaped(item):
    return "".join("\\" + c if c in "|‖{}\\" else c for c in item)


def verdict(header, rows, expected):
    if header != expected[0]:
        return f"columns differ: {header}"
    if len(rows) != len(expected) - 1:
        return f"{len(expected) - 1} rows expected"
    for number, (row, texts) in enumerate(zip(rows, expected[1:]), 1):
        for name, value, text in zip(header, row, texts):
            if not fits(value, text):
                return f"row {number}, {name}: {value!r} is not {text!r}"
    return "equal"


def main(parquet, tables):
    for file in sorted(Path(parquet).iterdir()):
        with open(Path(tables, file.stem + ".csv"), encoding="utf-8", newline="") as lines:
            expected = list(csv.reader(lines))
        table = pyarrow.parquet.read_table(file)
        rows = list(zip(*(column.to_pylist() for column in table.columns))) if table.num_columns else []
        print(file.stem, "pyarrow", len(rows), verdict(table.column_names, rows, expected))
        relation = duckdb.sql(f"select * from read_parquet('{file}')")
        rows = relation.fetchall()
        print(file.stem, "duckdb", len(rows), verdict(relation.columns, rows, expected))


main(*sys.argv[1:])
