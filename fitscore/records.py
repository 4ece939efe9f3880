"""The base of all records: frozen, plain data that cross processes and files."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen pydantic model that accepts no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid")
