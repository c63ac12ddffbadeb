"""The JSON Schema of a record, as committed in `schema/record.schema.json`."""

from __future__ import annotations

import json

from models.record import Record


def schema_text() -> str:
    """The JSON Schema of the records that utdrag writes, as formatted JSON with a line end."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Record.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
