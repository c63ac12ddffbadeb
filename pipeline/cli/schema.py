"""`utdrag schema`: the contract with everyone downstream."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(
    *,
    tables: Annotated[bool, typer.Option("--tables", help="Describe the tables that `utdrag load` fills.")] = False,
) -> None:
    """Print the JSON Schema of a record, or its tables."""
    if tables:
        from pipeline.load.describe import description

        typer.echo(description(), nl=False)
        return
    from models.schema import schema_text

    typer.echo(schema_text(), nl=False)
