"""Which files a call means: sorted walks, link loops, hidden and missing ones, and ids."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.files import find_files, unique_ids, why_not_writable, written_whole


def names(folder: Path) -> list[str]:
    return [path.name for _, path in find_files([folder]).files]


def test_folders_are_walked_by_name_whatever_the_order_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    expected = names(tmp_path)
    assert expected == ["B.txt", "a.txt", "b.txt", "d.txt"]
    walk = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: sorted(walk(self), reverse=True))
    assert names(tmp_path) == expected


def test_a_link_that_leads_back_is_passed_over_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = find_files([tmp_path])
    assert [path.name for _, path in found.files] == ["a.txt"]
    assert [problem.file for problem in found.skipped] == [str(tmp_path / "sub" / "loop")]


def test_hidden_entries_are_passed_over_and_named_but_taken_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / ".secret.txt").write_text("a")
    (tmp_path / "a.txt").write_text("b")
    assert [problem.file for problem in find_files([tmp_path]).skipped] == [str(tmp_path / ".secret.txt")]
    assert names(tmp_path) == ["a.txt"]
    assert [path.name for _, path in find_files([tmp_path / ".secret.txt"]).files] == [".secret.txt"]


def test_what_is_not_there_and_what_is_empty_are_problems(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    found = find_files([tmp_path / "missing", tmp_path / "empty", tmp_path / "broken"])
    assert not found.files
    assert [Path(problem.file).name for problem in found.problems] == ["missing", "empty", "broken"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("a")
    assert names(tmp_path) == ["a.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    found = find_files([path, tmp_path])
    assert len(found.files) == 1
    assert len(found.skipped) == 1


def test_the_second_of_a_name_gets_a_number() -> None:
    assert list(unique_ids(["a", "a", "b", "a", "a-2"])) == ["a", "a-2", "b", "a-3", "a-2-2"]


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "b", ""]), max_size=12))
def test_ids_are_unique_and_begin_with_the_name(given_names: list[str]) -> None:
    ids = list(unique_ids(given_names))
    assert len(set(ids)) == len(given_names)
    assert all(made.startswith(name) for made, name in zip(ids, given_names, strict=True))


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with written_whole(tmp_path / "out.md") as beside:
        beside.write_text("é\n", encoding="utf-8")
    assert (tmp_path / "out.md").read_bytes() == "é\n".encode()

    def fails(self: Path, target: Path) -> Path:
        raise OSError("no room")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="no room"), written_whole(tmp_path / "out.md") as beside:
        beside.write_text("new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]
    assert (tmp_path / "out.md").read_text() == "é\n"


def test_why_a_place_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "in.md").write_text("a")
    assert why_not_writable(tmp_path / "new.md") is None
    assert why_not_writable(tmp_path) == "is a folder"
    assert "not there" in str(why_not_writable(tmp_path / "no" / "x.md"))
    assert why_not_writable(tmp_path / "in.md", inputs=[tmp_path / "in.md"]) == "is one of the inputs"
