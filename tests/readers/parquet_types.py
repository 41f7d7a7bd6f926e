"""Prints the columns of a Parquet file with their types, its metadata and its compression: parquet_types.py FILE."""

import sys

import pyarrow.parquet

file = pyarrow.parquet.ParquetFile(sys.argv[1])
for field in file.schema_arrow:
    print(field.name, field.type)
for key, value in file.schema_arrow.metadata.items():
    print(key.decode(), value.decode())
print("compression", file.metadata.row_group(0).column(0).compression)
