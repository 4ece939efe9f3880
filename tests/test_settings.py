"""Settings: the default is complete, a part may be changed, every mistake is named with its line."""

from pathlib import Path

import pytest

from fitscore.documents import load_yaml
from fitscore.errors import InputError
from fitscore.settings import Settings, default_settings, default_text, read_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "scoring.yaml"
    path.write_text(text)
    return path


def test_the_printed_default_is_the_default(tmp_path: Path) -> None:
    assert Settings.model_validate(load_yaml(default_text(), file="x").data) == default_settings()
    assert read_settings(write(tmp_path, default_text())) == default_settings()
    assert read_settings(write(tmp_path, "")) == default_settings()


def test_a_part_may_be_changed_and_changes_the_digest(tmp_path: Path) -> None:
    changed = read_settings(write(tmp_path, "tiers: {essential: 0.7}\nweights: {E3: 2}\n"))
    assert (changed.tiers.essential, changed.tiers.desirable) == (0.7, 0.2)
    assert changed.weights == {"E3": 2}
    assert changed.sha256 != default_settings().sha256


def test_every_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, "tiers:\n  essential: much\ncolour: red\nweights:\n  degre: 2\n  E1: -1\n  D2: 3\n")
    with pytest.raises(InputError) as caught:
        read_settings(path, kinds=frozenset({"degree"}))
    places = [(problem.line, problem.path) for problem in caught.value.problems]
    assert places == [(2, "tiers.essential"), (3, "colour"), (5, "weights.degre"), (6, "weights.E1")]


NONSENSE = [
    "- a",
    "weights: {degree: .nan}",
    "weights: [1]",
    "tiers: 3",
    "a: [",
    "tiers: {essential: 1e999}",
    "tiers: {essential: 0, desirable: 0}",
]


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        read_settings(write(tmp_path, text), kinds=frozenset({"degree"}))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.yaml: cannot be read"):
        read_settings(tmp_path / "no.yaml")
