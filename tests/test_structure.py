"""The house keeps its shape: arrows run one way, heavy libraries wait, only the command line prints, files stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "fitscore"
LAYERS = (
    {"errors", "extras"},
    {"records"},
    {"documents"},
    {"decoding", "text", "showing"},
    {"vocabulary"},
    {"settings"},
    {"nlp"},
    {"profiles", "notices"},
    {"criteria"},
    {"scoring"},
    {"reports"},
    {"files", "schemas", "helppage", "progress"},
    {"exchange"},
    {"workers"},
    {"pipeline"},
    {"shortlists"},
    {"plots"},
    {"cli"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
HEAVY = {
    "spacy",
    "sklearn",
    "pandas",
    "numpy",
    "rich",
    "pycountry",
    "jinja2",
    "charset_normalizer",
    "dateutil",
    "pyarrow",
    "matplotlib",
    "xlsxwriter",
    "openpyxl",
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: str) -> str:
    """``fitscore.criteria.degree`` stands in the room ``criteria``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


@cache
def parsed(path: Path) -> ast.Module:
    """A module of the package as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
            if node.module == "fitscore":
                found += [f"fitscore.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_arrows_run_one_way(path: Path) -> None:
    here = room(name_of(path))
    if not here:
        return
    assert here in RANK, f"{here} has no place in the order of the rooms"
    for module in imports(parsed(path)):
        there = room(module) if module.startswith("fitscore") else ""
        if there in RANK and there != here:
            assert RANK[there] < RANK[here], f"{here} must not import {there}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_are_imported_where_they_are_used(path: Path) -> None:
    tree = parsed(path)
    at_top = imports(ast.Module([node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)], []))
    assert not {module.split(".")[0] for module in at_top} & HEAVY


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints(path: Path) -> None:
    if path.name == "cli.py":
        return
    calls = [n.func.id for n in ast.walk(parsed(path)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    assert "print" not in calls


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250, "split by idea"
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 45, f"{node.name} is too long"


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import fitscore, sys; print(' '.join(sorted({m.split('.')[0] for m in sys.modules})))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(loaded) & (HEAVY | {"pydantic", "yaml", "click"})


def test_nothing_is_unpickled() -> None:
    for path in MODULES:
        assert not {"pickle", "joblib", "dill", "shelve", "marshal"} & set(imports(parsed(path))), path
