"""Says of files whether they are valid against a JSON Schema: a list with a reason, or null where there is none.

Usage: check_schema.py SCHEMA FILE...
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def read(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    schema, *files = sys.argv[1:]
    Draft202012Validator.check_schema(read(schema))
    validator = Draft202012Validator(read(schema))
    refusals = [next(iter(validator.iter_errors(read(file))), None) for file in files]
    print(json.dumps([refusal and f"{refusal.json_path}: {refusal.message}"[:500] for refusal in refusals]))
