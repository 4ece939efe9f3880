"""YAML 1.2 rules, lines of values, and refusals."""

import pytest

from fitscore.documents import dump_yaml, load_json, load_yaml
from fitscore.errors import InputError


def test_norway_stays_a_country_and_dates_stay_text() -> None:
    data = load_yaml("a: [NO, no, yes, on, 2019-03-01, 2019, 1.5, true, ~]", file="x").data
    assert data == {"a": ["NO", "no", "yes", "on", "2019-03-01", 2019, 1.5, True, None]}


def test_each_value_has_its_line() -> None:
    document = load_yaml("a:\n  - b: 1\n    c: 2\n  - b: 3\n", file="x")
    assert document.line("a[0].c") == 3
    assert document.line("a[1].b") == 4
    assert document.line("a[1].missing") == 4


def test_a_repeated_key_is_refused_with_its_line() -> None:
    with pytest.raises(InputError) as caught:
        load_yaml("a: 1\nb: 2\na: 3\n", file="cv.yaml")
    assert str(caught.value) == "cv.yaml:3: the key 'a' stands twice — keep one of them"


@pytest.mark.parametrize("text", ["a: !!python/object/apply:os.system [x]", "a: !x b", "a: &a [*a]", "a: [1", "? [a]\n: b"])
def test_tags_loops_and_bad_syntax_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        load_yaml(text, file="x")


def test_json_has_lines_too_and_no_repeated_keys() -> None:
    assert load_json('{"a":\n\t[1,\n\t2]}', file="x").line("a[1]") == 3
    with pytest.raises(InputError):
        load_json('{"a": 1, "a": 2}', file="x")
    with pytest.raises(InputError) as caught:
        load_json('{"a": 1,\n}', file="x")
    assert caught.value.problems[0].line == 2


def test_what_is_written_reads_back_the_same() -> None:
    data = {"country": "NO", "text": "a: b # c", "none": None, "n": 1.5, "list": ["yes", "2019-01"]}
    assert load_yaml(dump_yaml(data), file="x").data == data
