"""How a long run shows that it gets on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")

_LONG_RUN = 20
"""Items from which a run may take long enough to show how it gets on."""
_SECONDS_BETWEEN_LINES = 10


def watched(results: Iterable[Item], total: int, done: str, *, say: Callable[[str], None]) -> Iterator[Item]:
    """The results, while a long run shows how it gets on: a bar on a terminal, else a line to ``say`` now and then."""
    if total < _LONG_RUN:
        yield from results
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import track

        yield from track(results, description=done, total=total, console=Console(stderr=True), transient=True)
    else:
        said = monotonic()
        for number, result in enumerate(results, 1):
            yield result
            if monotonic() - said > _SECONDS_BETWEEN_LINES:
                said = monotonic()
                say(f"note: {number} of {total} {done}")
