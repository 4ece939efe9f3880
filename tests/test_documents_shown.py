"""What the documents show is what happens: every call, link, path, library and line of output that a reader meets first."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from fitscore.cli import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
CALLS = [
    line[line.index("fitscore ") :].partition("  #")[0].strip()
    for kind, block in BLOCKS
    for line in block.splitlines()
    if kind == "sh" and re.search(r"(?:^|\.venv/bin/)fitscore ", line)
]
MODULES = {"charset-normalizer": "charset_normalizer", "python-dateutil": "dateutil", "pyyaml": "yaml", "scikit-learn": "sklearn"}
"""Libraries that are imported by another name than they are installed by."""


def help_page(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run([*arguments, "--help"]) == 0
    return capsys.readouterr().out


def under(lines: Sequence[str], heading: str) -> list[str]:
    """The lines moved in below a heading of the help page."""
    start = next(number for number, line in enumerate(lines) if line.strip().startswith(heading)) + 1
    margin = len(lines[start]) - len(lines[start].lstrip())
    taken = []
    for line in lines[start:]:
        if len(line) - len(line.lstrip()) < margin or not line.strip():
            break
        taken.append(line[margin:])
    return taken


def called(words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The exit status and what is shown, of a call made within this process: a new one would only be slower."""
    status = run(shlex.split(words)[1:])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_calls_of_the_readme_work(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    for words in CALLS:
        status, out, err = called(words, capsys)
        assert status == 0, (words, err)
        assert out.strip(), words
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == ["shortlist.xlsx"]


def test_the_readme_shows_several_calls_and_one_test_command() -> None:
    assert len(CALLS) >= 5
    assert README.count("<!-- tests -->\n```sh\n") == 1


def shown_by_the_program(words: str) -> str:
    """What a call shows as a reader types it, by the program that stands beside this Python, or else by this package."""
    program = Path(sys.executable).with_name("fitscore")
    start = [str(program)] if program.is_file() else [sys.executable, "-c", "from fitscore.cli import main; main()"]
    done = subprocess.run([*start, *shlex.split(words)[1:]], capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_output_in_the_readme_is_the_programs_own() -> None:
    kind, shown = next((kind, block) for kind, block in BLOCKS if kind == "text")
    words = next(c for c in CALLS if "demir_kerem" in c)
    real = shown_by_the_program(words).splitlines()
    lines = [line for line in shown.splitlines() if line.strip() not in ("", "…")]
    assert kind == "text"
    assert len(lines) > 5
    assert [line for line in lines if line not in real] == []


def test_the_examples_of_the_help_page_work(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = help_page(capsys).splitlines()
    examples = [re.split(r" {2,}", line)[0] for line in under(page, "Examples:")]
    assert len(examples) >= 4
    profiles, vacancies = sorted((ROOT / "data/profiles").glob("*.yaml")), sorted((ROOT / "data/vacancies").glob("*.txt"))
    for folder, files in (("cvs", profiles[:2]), ("notices", vacancies[:2])):
        (tmp_path / folder).mkdir()
        for file in files:
            shutil.copy(file, tmp_path / folder)
    shutil.copy(profiles[0], tmp_path / "cv.yaml")
    shutil.copy(ROOT / "data/profiles/reyes_dolores.json", tmp_path / "cv.json")
    shutil.copy(vacancies[0], tmp_path / "notice.txt")
    monkeypatch.chdir(tmp_path)
    for words in examples:
        status, out, err = called(words, capsys)
        assert status == 0, (words, err)
        assert out.strip(), words


def test_the_cv_of_the_help_page_is_a_profile(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = help_page(capsys).splitlines()
    cv = tmp_path / "cv.yaml"
    cv.write_text("\n".join(under(page, "A CV to begin with")), encoding="utf-8")
    assert run(["profile", str(cv), "--format", "text"]) == 0
    out, err = capsys.readouterr()
    assert (out.splitlines()[0], err) == ("Ada Example", "")


@pytest.mark.parametrize("command", ["extract", "profile", "schema", "config"])
def test_the_commands_of_the_help_page_exist(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert any(line.startswith(f"  {command} ") for line in help_page(capsys).splitlines())
    assert help_page(capsys, command).startswith(f"Usage: fitscore {command}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_or_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [page.parent / link for link in re.findall(r"\]\((?!\w+:)([^)#\s]+)", text)]
    tops = r"(?:fitscore|tests|docs|data|models|benchmarks|\.ci)"
    named = [ROOT / name for name in re.findall(rf"`({tops}/[\w./-]+)`", text) if not re.search(r"/(?:test_)?x\.\w+$", name)]
    assert [str(path) for path in (*links, *named) if not path.exists()] == []


def test_every_library_is_used_and_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    libraries = [re.split(r"[<>=\[]", line)[0] for line in project["dependencies"]]
    told = re.findall(r"^\| ([\w-]+) \|", (ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), re.MULTILINE)
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "fitscore").rglob("*.py")))
    assert [name for name in told if name not in ("library", "---")] == libraries
    for library in libraries:
        module = MODULES.get(library, library)
        assert re.search(rf"^\s*(?:from|import) {module}\b", source, re.MULTILINE), f"{library} is not used"


def test_the_design_names_every_room() -> None:
    design = (ROOT / "docs/design.md").read_text(encoding="utf-8")
    named = {
        name.strip("/") for row in re.findall(r"^\| (`.*?) \|", design, re.MULTILINE) for name in re.findall(r"`(.*?)`", row)
    }
    rooms = {path.stem for path in (ROOT / "fitscore").glob("*.py")} | {
        p.parent.name for p in (ROOT / "fitscore").glob("*/__init__.py")
    }
    assert rooms - {"__init__"} == named


def test_every_library_of_an_extra_for_users_is_told() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    told = set(
        re.findall(r"^- \*\*([\w-]+)\*\* \((\w+)\): ", (ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = {(re.split(r"[<>=\[]", line)[0], extra) for extra in ("frame", "plots", "notebooks") for line in extras[extra]}
    assert told >= {(name, extra) for name, extra in named if name != "fitscore"}
