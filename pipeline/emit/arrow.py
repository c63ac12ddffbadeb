"""The record's fields as Arrow types: nested as in its JSON, dates and times as text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from pydantic import AwareDatetime, BaseModel

from models.record import SCHEMA_VERSION, Record

PLAIN = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    Decimal: pa.float64(),  # a JSON number
    date: pa.string(),
    datetime: pa.string(),
    AwareDatetime: pa.string(),
}


def record_schema(metadata: dict[str, str]) -> pa.Schema:
    """The Arrow schema of records, with the version of their schema and what else is to be told."""
    return pa.schema(_fields(Record), metadata={"utdrag.schema_version": SCHEMA_VERSION, **metadata})


def _fields(model: type[BaseModel]) -> list[pa.Field]:
    return [pa.field(name, _type(field.annotation)) for name, field in model.model_fields.items()]


def _type(annotation: Any) -> pa.DataType:
    """The Arrow type of what an annotation allows; where it allows several, they have to be of one type."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(inner[0])
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_type(inner[0]))
    if origin in {Union, UnionType}:
        (only,) = {_type(one) for one in inner if one is not NoneType}
        return only
    if annotation not in PLAIN:
        return pa.struct(_fields(annotation))
    return PLAIN[annotation]
