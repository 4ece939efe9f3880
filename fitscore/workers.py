"""The same function over many items, in this process or several, with the results in the order of the items."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def ordered(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int = 1,
    prepare: Callable[..., None] | None = None,
    given: tuple[Any, ...] = (),
) -> Iterator[Result]:
    """The results of ``function`` for each item, in the items' order whatever the number of ``workers``.

    ``prepare(*given)`` runs once in each process before its first item. Processes are started afresh, never forked, so
    that nothing of this one leaks into them; a few items a worker are under way at a time.
    """
    if workers <= 1:
        _prepare(prepare, given)
        yield from map(function, items)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare, initargs=(prepare, given)) as pool:
        source = iter(items)
        running: deque[Future[Result]] = deque(pool.submit(function, item) for item in islice(source, 4 * workers))
        try:
            while running:
                yield running.popleft().result()
                running.extend(pool.submit(function, item) for item in islice(source, 1))
        finally:
            for future in running:
                future.cancel()


def _prepare(prepare: Callable[..., None] | None, given: tuple[Any, ...]) -> None:
    if prepare is not None:
        prepare(*given)
