"""`utdrag schema`: the contract with everyone downstream."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of a record."""
    from models.schema import schema_text

    typer.echo(schema_text(), nl=False)
