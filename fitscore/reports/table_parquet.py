"""Parquet: the long table with its types, a row a pair and criterion (docs/columns.md). Needs the extra ``frame``."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from fitscore.extras import need

if TYPE_CHECKING:
    from fitscore.reports.base import Result

FORMAT = None
ENDING = ".parquet"
EXTRA = "frame"
NEEDS = ("pandas", "pyarrow")


def render(result: Result) -> bytes:
    """The long table as a Parquet file."""
    from fitscore.scoring import frame

    need("pyarrow.parquet", EXTRA)
    out = io.BytesIO()
    frame.long(result.scorecards, result.vacancies.values()).to_parquet(out, engine="pyarrow", index=False)
    return out.getvalue()
