"""Whole runs, byte for byte. ``pytest tests/test_golden.py --rewrite-golden`` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from fitscore.cli import run

HERE = Path(__file__).parent
PEOPLE, NOTICES = "data/profiles", "data/vacancies"
DAY = ["--as-of", "2026-01-15"]
RUNS = {
    "everywhere.json": [f"{PEOPLE}/okafor_lind_maria.yaml", "--vacancy", NOTICES, "--format", "json"],
    "report.txt": [f"{PEOPLE}/petrescu_ioana.yaml", "--vacancy", f"{NOTICES}/development-bank-transport-economist.txt"],
    "shortlist.md": [PEOPLE, "--vacancy", f"{NOTICES}/nspa-fuels-officer.txt", "--format", "markdown"],
}
EXPORTS = {
    "page.html": [f"{PEOPLE}/petrescu_ioana.yaml", "--vacancy", f"{NOTICES}/development-bank-transport-economist.txt"],
}


@pytest.mark.parametrize("name", RUNS)
def test_a_run_gives_the_same_bytes(
    name: str, request: pytest.FixtureRequest, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE.parent)
    monkeypatch.setenv("COLUMNS", "80")
    assert run([*RUNS[name], *DAY]) == 0
    shown = capfdbinary.readouterr().out
    golden = HERE / "golden" / name
    if request.config.getoption("--rewrite-golden"):
        golden.write_bytes(shown)
    assert shown.decode() == golden.read_bytes().decode()


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_gives_the_same_bytes(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE.parent)
    assert run([*EXPORTS[name], *DAY, "--export", str(tmp_path / name)]) == 0
    written = (tmp_path / name).read_bytes()
    golden = HERE / "golden" / name
    if request.config.getoption("--rewrite-golden"):
        golden.write_bytes(written)
    assert written.decode() == golden.read_bytes().decode()


def test_the_report_is_at_most_80_columns_wide() -> None:
    lines = (HERE / "golden" / "report.txt").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 80
