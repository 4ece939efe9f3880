"""The program as a user calls it: exit statuses, streams, formats, and the same bytes every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from fitscore.cli import run

DATA = Path(__file__).parent.parent / "data"
PROFILES, VACANCIES = DATA / "profiles", DATA / "vacancies"
CV, NOTICE = PROFILES / "okafor_lind_maria.yaml", VACANCIES / "nspo-secretariat-head.txt"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = run([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_one_profile_gets_the_notices_ranked(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, CV, "--vacancy", VACANCIES, "--format", "json")
    cards = json.loads(out)
    assert (status, err) == (0, "")
    assert len(cards) == len(list(VACANCIES.glob("*.txt")))
    order = ["eligible", "verify", "not_eligible"]
    keys = [(order.index(card["outcome"]), -card["fit"]) for card in cards]
    assert keys == sorted(keys)


def test_the_matrix_has_a_card_a_pair_profile_by_profile(capsys: pytest.CaptureFixture[str]) -> None:
    people = sorted(PROFILES.iterdir())[:3]
    status, out, _ = said(capsys, *people, "--vacancy", NOTICE, "--vacancy", VACANCIES / "cso-director.txt", "--format", "json")
    cards = json.loads(out)
    assert status == 0
    assert [card["profile"]["id"] for card in cards] == [p.stem for p in people for _ in range(2)]


def test_every_quote_of_the_profile_stands_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, CV, "--vacancy", NOTICE, "--format", "json")
    _, document, _ = said(capsys, "profile", CV, "--format", "json")
    words = " ".join(json.dumps(json.loads(document), ensure_ascii=False).replace("\\n", " ").split())
    quotes = [e["quote"] for card in json.loads(out) for a in card["assessments"] for e in a["evidence"]]
    assert quotes
    assert not [q for q in quotes if " ".join(json.dumps(q, ensure_ascii=False)[1:-1].replace("\\n", " ").split()) not in words]


def test_every_span_of_a_notice_holds_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "extract", VACANCIES, "--format", "json")
    found = json.loads(out)
    assert all(vacancy["criteria"] for vacancy in found)
    assert len(found) == len(list(VACANCIES.iterdir()))
    for vacancy in found:
        source = Path(vacancy["source"]["file"]).read_bytes().decode("utf-8-sig")
        for criterion in vacancy["criteria"]:
            assert " ".join(source[criterion["start"] : criterion["end"]].split()) == criterion["text"]


def test_one_bad_file_is_one_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("basics:\n  name: A\nwork:\n  - startDate: 2019-13\n")
    status, out, err = said(capsys, bad, CV, "--vacancy", NOTICE, "--format", "json")
    assert status == 1
    assert len(json.loads(out)) == 1
    assert f"{bad}:4: work[0].startDate: " in err


def test_a_notice_without_requirements_is_named_and_the_rest_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Soup of the day\nBread and cheese\n")
    status, out, err = said(capsys, CV, "--vacancy", tmp_path, "--vacancy", NOTICE, "--format", "json")
    assert (status, len(json.loads(out))) == (1, 1)
    assert "menu.txt: no requirement was found" in err


@pytest.mark.parametrize("make", ["missing", "empty", "unreadable"])
def test_what_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path, make: str) -> None:
    path = tmp_path / make
    if make == "empty":
        path.mkdir()
    if make == "unreadable":
        path.write_text("x")
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("this user may read everything")
    status, out, err = said(capsys, CV, "--vacancy", path, "--format", "json")
    assert (status, out) == (1, "[]\n")
    assert str(path) in err


@pytest.mark.parametrize(
    "arguments",
    [
        [CV],
        ["--vacancy", NOTICE],
        [CV, "--vacancy", NOTICE, "--as-of", "soon"],
        [CV, "--vacancy", NOTICE, "--format", "pdf"],
        [CV, "--vacancy", NOTICE, "--workers", "0"],
        [CV, "--vacancy", NOTICE, "--export", "out.docx"],
        [CV, "--vacancy", NOTICE, "--export", "no/such/folder/out.md"],
        [CV, "--vacancy", NOTICE, "--config", "no-such-file.yaml"],
        ["schema", "cv"],
        ["extract"],
        [CV, "--vacancy", NOTICE, "--colour"],
    ],
)
def test_a_wrong_call_is_refused_before_any_work(capsys: pytest.CaptureFixture[str], arguments: Sequence[object]) -> None:
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err


def test_a_bad_config_names_every_mistake(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    config = tmp_path / "scoring.yaml"
    config.write_text("tiers: {essential: much}\nweights:\n  degre: 2\n")
    status, _, err = said(capsys, CV, "--vacancy", NOTICE, "--config", config)
    assert status == 2
    assert f"{config}:1: tiers.essential" in err
    assert f"{config}:3: weights.degre" in err


def test_exports_hold_what_the_formats_show(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    targets = [tmp_path / "fit.json", tmp_path / "fit.md"]
    status, out, _ = said(capsys, CV, "--vacancy", NOTICE, "--format", "json", "--export", targets[0], "--export", targets[1])
    assert status == 0
    assert targets[0].read_text() == out
    assert targets[1].read_text().startswith("# ")
    assert len(list(tmp_path.iterdir())) == 2


def test_the_day_is_the_closing_date_unless_given(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "extract", NOTICE, "--format", "json")
    deadline = json.loads(out)[0]["posting"]["deadline"]
    for given, expected in (([], deadline[:10]), (["--as-of", "2030-02-28"], "2030-02-28")):
        _, out, _ = said(capsys, CV, "--vacancy", NOTICE, "--format", "json", *given)
        assert json.loads(out)[0]["method"]["as_of"] == expected


def test_a_name_used_twice_gets_a_number(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / NOTICE.name).write_bytes(NOTICE.read_bytes())
    _, out, _ = said(capsys, "extract", NOTICE, tmp_path, "--format", "json")
    assert [vacancy["id"] for vacancy in json.loads(out)] == [NOTICE.stem, f"{NOTICE.stem}-2"]


def test_a_profile_printed_is_a_profile(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for ending in ("yaml", "json"):
        _, out, _ = said(capsys, "profile", CV, "--format", ending)
        (tmp_path / f"cv.{ending}").write_text(out)
        status, again, _ = said(capsys, "profile", tmp_path / f"cv.{ending}", "--format", ending)
        assert (status, again) == (0, out)


@pytest.mark.parametrize("document", ["profile", "vacancy", "scorecard"])
def test_schemas_are_printed(capsys: pytest.CaptureFixture[str], document: str) -> None:
    status, out, _ = said(capsys, "schema", document)
    assert status == 0
    assert json.loads(out)["type"] == "object"


def test_config_prints_a_config(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, out, _ = said(capsys, "config")
    (tmp_path / "own.yaml").write_text(out)
    plain = said(capsys, CV, "--vacancy", NOTICE, "--format", "json")
    assert said(capsys, CV, "--vacancy", NOTICE, "--format", "json", "--config", tmp_path / "own.yaml") == plain


def test_help_begins_with_the_main_call(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, "--help")
    assert status == 0
    assert out.startswith("Usage: fitscore [OPTIONS] --vacancy PATH PROFILE...")
    for words in ("Examples:", "Exit status:", "extract PATH", "--as-of", "--export"):
        assert words in out


def test_a_thousand_small_notices_are_read_and_scored(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"n{number:04}.txt").write_text(f"Analyst {number}\n\nQualifications\n\nEssential:\n- Fluent English\n")
    status, out, _ = said(capsys, CV, "--vacancy", tmp_path, "--format", "json")
    cards = json.loads(out)
    assert (status, len(cards)) == (0, 1000)
    assert len({card["vacancy"]["id"] for card in cards}) == 1000


EVERY_FORM = "import sys; from fitscore.cli import run; sys.exit(max(run([*sys.argv[1:], *more]) for more in {calls}))"
"""Several calls in one process, one after the other: what a process starts with is read once."""


def everywhere(workers: int, folder: Path, env: dict[str, str]) -> list[bytes]:
    """What two CVs against two notices show and export in each form, in a process of its own with these surroundings."""
    exports = [folder / "out.json", folder / "out.md"]
    first = ["--workers", str(workers), *(word for path in exports for word in ("--export", str(path)))]
    calls = [[*first, "--format", "text"], ["--format", "json"], ["--format", "markdown"]]
    people, posts = [CV, PROFILES / "haddad_samir.yaml"], ["--vacancy", NOTICE, "--vacancy", VACANCIES / "cso-director.txt"]
    command = [sys.executable, "-c", EVERY_FORM.format(calls=calls), *map(str, [*people, *posts]), "--as-of", "2026-01-26"]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **env})
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    return [done.stdout, *(path.read_bytes() for path in exports)]


def test_the_same_bytes_whatever_hash_locale_zone_and_workers(tmp_path: Path) -> None:
    plain = {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Pacific/Auckland", "COLUMNS": "40"}
    rich = {"PYTHONHASHSEED": "2", "PYTHONIOENCODING": "ascii", "TZ": "UTC", "TERM": "xterm-256color", "FORCE_COLOR": "1"}
    first = everywhere(1, tmp_path, plain)
    assert everywhere(2, tmp_path, {"LC_ALL": "C.UTF-8", **rich}) == first
    shown, as_json, as_markdown = first
    assert shown.endswith(as_json + as_markdown)
    assert len(shown) > len(as_json + as_markdown)
    assert b"\x1b" not in shown


def test_a_closed_pipe_is_quiet() -> None:
    program = "from fitscore.cli import main; main()"
    command = [sys.executable, "-c", program, "extract", str(VACANCIES), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_help_and_version_import_little() -> None:
    code = "import sys; from fitscore.cli import run; run([sys.argv[1]]); print(*sorted({m.split('.')[0] for m in sys.modules}))"
    for option in ("--version", "--help"):
        done = subprocess.run([sys.executable, "-c", code, option], capture_output=True, text=True, check=True)
        loaded = done.stdout.splitlines()[-1].split()
        assert not set(loaded) & {"pydantic", "yaml", "rich", "spacy", "sklearn", "jinja2", "pycountry"}


def test_a_day_that_is_none_is_told_how_to_write_one(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = said(capsys, CV, "--vacancy", NOTICE, "--as-of", "2026-13-01")
    assert status == 2
    assert "'2026-13-01' is not a day; write YYYY-MM-DD" in err


def test_where_nothing_could_be_scored_the_report_says_no_more(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = said(capsys, CV, "--vacancy", tmp_path)
    assert status == 1
    assert out.startswith("Nothing could be scored\n")
    assert "Fit is what" not in out


def test_what_a_notice_asks_is_shown_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    notice = tmp_path / "post.txt"
    notice.write_text(
        "Analyst\nDuration: 1 year\n\nQualifications\n\nEssential:\n- At least one year of experience in audit\n"
        "- Nationals of NATO member countries only\n"
    )
    status, out, _ = said(capsys, "extract", notice, "--format", "text")
    shown = " ".join(out.split())
    assert status == 0
    assert "experience (min years: 1; domain: audit)" in shown
    assert "nationality (group: NATO)" in shown
    _, out, _ = said(capsys, CV, "--vacancy", notice)
    assert "of 1 year " in " ".join(out.split())
