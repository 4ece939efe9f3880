"""Which files a call means: files as given, folders walked in the order of their names, and an id for each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from fitscore.errors import Problem


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, with an id each; what cannot be read (``problems``); and what was passed over (``skipped``)."""

    files: tuple[tuple[str, Path], ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Problem, ...]


def find_files(given: Iterable[Path]) -> Found:
    """The files meant by paths of files and folders.

    Folders are walked by name, each once (a link that leads back is passed over); hidden entries are passed over and
    named. A file given by name is taken whatever it is called, and once however often it is given. An id is the file's
    name without its ending; a second one of the same name gets ``-2``.
    """
    walk = _Walk()
    for path in given:
        walk.take(path)
    return Found(tuple(zip(unique_ids(path.stem for path in walk.files), walk.files, strict=True)), *map(tuple, walk.said))


def unique_ids(names: Iterable[str]) -> Iterator[str]:
    """The names in their order; one that was used already gets ``-2``, ``-3``, …"""
    used: set[str] = set()
    for name in names:
        candidate, number = name, 1
        while candidate in used:
            number += 1
            candidate = f"{name}-{number}"
        used.add(candidate)
        yield candidate


class _Walk:
    """Collects files; ``said`` holds the problems and what was passed over."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.said: tuple[list[Problem], list[Problem]] = ([], [])
        self._seen: set[tuple[int, int]] = set()

    def take(self, path: Path) -> None:
        """Take a path that the user named."""
        before = len(self.files), len(self.said[0])
        mode = self._visit(path)
        if mode is None:
            return
        if not S_ISDIR(mode):
            self.files.append(path)
            return
        self._folder(path)
        if before == (len(self.files), len(self.said[0])):
            self._problem(path, "this folder holds no file to read")

    def _folder(self, folder: Path) -> None:
        try:
            names = sorted(path.name for path in folder.iterdir())
        except OSError as error:
            self._problem(folder, f"this folder cannot be read: {error.strerror}")
            return
        for name in names:
            if name.startswith("."):
                self._skip(folder / name, "hidden, passed over")
            else:
                self._entry(folder / name)

    def _entry(self, path: Path) -> None:
        mode = self._visit(path)
        if mode is None:
            return
        if S_ISDIR(mode):
            self._folder(path)
        elif S_ISREG(mode):
            self.files.append(path)
        else:
            self._skip(path, "not a file, passed over")

    def _visit(self, path: Path) -> int | None:
        """The kind of a path not seen before; None, and said so, where there is nothing to do."""
        try:
            stat = path.stat()
        except (OSError, ValueError) as error:
            self._problem(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")
            return None
        key = stat.st_dev, stat.st_ino
        if key in self._seen and stat.st_ino:
            self._skip(path, "the same as one read already, passed over")
            return None
        self._seen.add(key)
        return stat.st_mode

    def _problem(self, path: Path, what: str) -> None:
        self.said[0].append(Problem(str(path), what))

    def _skip(self, path: Path, what: str) -> None:
        self.said[1].append(Problem(str(path), what))


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A place to write a file: beside it, and renamed when all is written, so that it is never there by halves."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield beside
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def why_not_writable(path: Path, *, inputs: Iterable[Path] = ()) -> str | None:
    """Why a file cannot be written at this path, or None; nothing is touched."""
    if path.is_dir():
        return "is a folder"
    if not path.parent.is_dir():
        return f"the folder {path.parent} is not there"
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        return "cannot be written here"
    if any(path.exists() and given.exists() and path.samefile(given) for given in inputs):
        return "is one of the inputs"
    return None
