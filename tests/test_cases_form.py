"""The whole cases (a CV held by hand against nine notices) have the form that their README gives."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fitscore.documents import load_yaml
from fitscore.pipeline import read_profile
from fitscore.profiles.candidate import make_candidate
from fitscore.settings import default_settings

FOLDER = Path(__file__).parent / "cases"
GOLD = Path(__file__).parent / "gold"
VACANCIES = Path(__file__).parents[1] / "data" / "vacancies"
FILES = sorted(FOLDER.glob("*.yaml"))
VERDICTS = {"met", "partial", "unmet", "unknown"}


@cache
def mapping(path: Path) -> dict[str, Any]:
    data = load_yaml(path.read_text(encoding="utf-8"), file=path.name).data
    assert isinstance(data, dict), f"{path.name}: a mapping is wanted"
    return data


@cache
def judged(notice: str) -> dict[str, str]:
    """The kind of each criterion of a sample notice that is judged by words, by id."""
    return {
        entry["id"]: entry["kind"]
        for entry in mapping(GOLD / f"{Path(notice).stem}.yaml")["criteria"]
        if "id" in entry
        and (entry["kind"] == "capability" or (entry["kind"] in {"experience", "management"} and entry.get("min_years") is None))
    }


@cache
def standings(path: Path, on: date) -> dict[str, set[str]]:
    """What the statements of a profile are worth, by their path."""
    found: dict[str, set[str]] = {}
    for statement in make_candidate(read_profile(path), on, default_settings()).statements:
        found.setdefault(statement.path, set()).add(statement.standing)
    return found


def words(verdict: str | list[str]) -> list[str]:
    return [verdict] if isinstance(verdict, str) else list(verdict)


def mistakes(label: dict[str, Any], kind: str, known: dict[str, set[str]]) -> list[str]:
    """What is wrong with the label of one criterion, one sentence each."""
    if set(label) != {"verdict", "shown", "touched"}:
        return [f"the keys are {sorted(label)}"]
    verdict, shown, touched = words(label["verdict"]), label["shown"], label["touched"]
    paths = Counter([*shown, *touched])
    wrong = [f"no verdict: {word}" for word in verdict if word not in VERDICTS]
    wrong += ["a list of verdicts holds two or more, each once"] * (
        not isinstance(label["verdict"], str) and (len(verdict) < 2 or len(set(verdict)) < len(verdict))
    )
    wrong += [f"the profile has no {path}" for path in paths if path not in known]
    wrong += [f"named twice: {path}" for path, count in paths.items() if count > 1]
    wrong += ["what is unknown is neither shown nor touched"] * (verdict == ["unknown"] and bool(paths))
    wrong += ["what is partial is touched at least"] * (verdict == ["partial"] and not paths)
    wrong += ["what is met is shown"] * (verdict == ["met"] and not shown and not met_unshown(kind, touched, known))
    return wrong + ["what is shown is met, or has too few years"] * (
        bool(shown) and "met" not in verdict and (kind == "capability" or "partial" not in verdict)
    )


def met_unshown(kind: str, touched: list[str], known: dict[str, set[str]]) -> bool:
    """Whether the years of touched jobs, or a plain word of availability, can make a criterion met."""
    wanted = {"listed", "claimed"} if kind == "capability" else {"done"}
    return any(known.get(path, set()) & wanted for path in touched)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_have_their_form(path: Path) -> None:
    case = mapping(path)
    assert set(case) == {"profile", "as_of", "notices"}
    assert case["profile"] == f"{path.stem}.yaml"
    on = date.fromisoformat(str(case["as_of"]))
    known = standings(FOLDER / "profiles" / case["profile"], on)
    wrong = []
    for notice, block in case["notices"].items():
        kinds = judged(notice)
        assert (VACANCIES / notice).is_file(), notice
        assert set(block) == {"verdicts"}, notice
        wrong += [f"{notice}: {name} is not judged in it" for name in block["verdicts"] if name not in kinds]
        wrong += [f"{notice}: {name} has no label" for name in kinds if name not in block["verdicts"]]
        wrong += [
            f"{notice}: {name}: {what}"
            for name, label in block["verdicts"].items()
            if name in kinds
            for what in mistakes(label, kinds[name], known)
        ]
    assert not wrong, "\n".join(wrong)
    assert len(case["notices"]) == 9
    assert sum(len(found) for found in known.values()) >= 30


def test_every_profile_has_its_case() -> None:
    assert FILES
    assert {path.name for path in FILES} == {path.name for path in (FOLDER / "profiles").glob("*.yaml")}


def count(path: Path) -> list[int]:
    """Notices, judged criteria, then those met, partial, unknown and those of two verdicts, then shown and touched lines."""
    labels = [label for block in mapping(path)["notices"].values() for label in block["verdicts"].values()]
    tally = Counter("+".join(words(label["verdict"])) for label in labels)
    plain = [tally[word] for word in ("met", "partial", "unknown")]
    either = sum(number for word, number in tally.items() if "+" in word)
    lines = [sum(len(label[part]) for label in labels) for part in ("shown", "touched")]
    return [len(mapping(path)["notices"]), len(labels), *plain, either, *lines]


def test_the_counts_of_the_readme_are_right() -> None:
    table = re.findall(r"^\| (\w+_\w+) \|(.+)\|$", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert table
    for name, cells in table:
        found = count(FOLDER / f"{name}.yaml")
        assert [int(cell) for cell in cells.split("|")] == found, f"{name}: {found}"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ({"verdict": "good", "shown": [], "touched": []}, "capability"),
        ({"verdict": ["met"], "shown": ["a"], "touched": []}, "capability"),
        ({"verdict": "met", "shown": [], "touched": []}, "experience"),
        ({"verdict": "met", "shown": [], "touched": ["a"]}, "capability"),
        ({"verdict": "met", "shown": ["a"], "touched": ["a"]}, "capability"),
        ({"verdict": "met", "shown": ["gone"], "touched": []}, "capability"),
        ({"verdict": "partial", "shown": [], "touched": []}, "capability"),
        ({"verdict": "partial", "shown": ["a"], "touched": []}, "capability"),
        ({"verdict": "unknown", "shown": [], "touched": ["a"]}, "management"),
        ({"verdict": "unknown", "shown": []}, "management"),
    ],
)
def test_a_label_that_contradicts_itself_is_found(label: dict[str, Any], kind: str) -> None:
    assert mistakes(label, kind, {"a": {"done"}})


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ({"verdict": "met", "shown": [], "touched": ["a"]}, "experience"),
        ({"verdict": "met", "shown": [], "touched": ["s"]}, "capability"),
        ({"verdict": "partial", "shown": ["a"], "touched": []}, "experience"),
        ({"verdict": ["partial", "unknown"], "shown": [], "touched": ["s"]}, "capability"),
        ({"verdict": "unknown", "shown": [], "touched": []}, "capability"),
    ],
)
def test_a_sound_label_is_let_pass(label: dict[str, Any], kind: str) -> None:
    assert mistakes(label, kind, {"a": {"done"}, "s": {"listed"}}) == []
