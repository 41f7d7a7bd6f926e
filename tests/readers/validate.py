"""Checks each object of an NDJSON file against a JSON Schema: validate.py SCHEMA NDJSON prints a verdict a line."""

import json
import sys

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
with open(sys.argv[2], encoding="utf-8", newline="\n") as lines:
    for line in lines:
        error = next(validator.iter_errors(json.loads(line)), None)
        print("fits" if error is None else ascii(f"{error.json_path}: {error.message}"[:300]))
