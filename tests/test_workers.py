"""Several processes give what one gives, in the same order."""

from operator import neg

import pytest

from fitscore.workers import ordered


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(ordered(neg, range(40), workers=workers)) == [-n for n in range(40)]


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_to_do_gives_nothing(workers: int) -> None:
    assert list(ordered(neg, [], workers=workers)) == []


def test_an_exception_comes_through_where_its_item_stands() -> None:
    results = ordered(int, ["1", "x", "3"], workers=2)
    assert next(results) == 1
    with pytest.raises(ValueError, match="invalid literal"):
        next(results)
