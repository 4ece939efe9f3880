"""The notebooks run as they stand, in under a minute each, and are kept without outputs."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import nbclient
import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_five_in_order() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_output_is_kept(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) >= 5
    assert [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"] is not None] == []
    assert cells[0]["cell_type"] == "markdown"


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[nbclient.NotebookClient]:
    """One kernel for all notebooks, which takes seconds to start; `run_in` takes from it what the one before has named."""
    client = nbclient.NotebookClient(nbformat.v4.new_notebook(), timeout=60, resources={"metadata": {"path": str(FOLDER)}})
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("default")
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        patch.setenv("PYTHONPATH", os.pathsep.join([str(FOLDER.parent), os.environ.get("PYTHONPATH", "")]))
        with client.setup_kernel():
            yield client


def run_in(kernel: nbclient.NotebookClient, notebook: nbformat.NotebookNode) -> None:
    """Run the cells of a notebook, in order, with no names but its own."""
    kernel.nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("%reset -f"), *notebook.cells])
    kernel.reset_execution_trackers()
    for place, cell in enumerate(kernel.nb.cells):
        kernel.execute_cell(cell, place)


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, kernel: nbclient.NotebookClient) -> None:
    before = sorted(FOLDER.rglob("*"))
    notebook = nbformat.read(path, as_version=4)
    run_in(kernel, notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in code)
    complaints = [output.text for cell in code for output in cell.outputs if output.get("name") == "stderr"]
    assert complaints == []
    assert [path for path in sorted(FOLDER.rglob("*")) if "__pycache__" not in path.parts] == [
        path for path in before if "__pycache__" not in path.parts
    ]


@pytest.mark.filterwarnings("default")
def test_a_notebook_has_no_names_but_its_own(kernel: nbclient.NotebookClient) -> None:
    def notebook(*cells: str) -> nbformat.NotebookNode:
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])

    run_in(kernel, notebook("held = 1", "held"))
    with pytest.raises(CellExecutionError, match="name 'held' is not defined"):
        run_in(kernel, notebook("held"))
