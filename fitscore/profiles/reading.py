"""Read a CV: a JSON Resume in YAML or JSON, checked as a whole, as a `Profile`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from fitscore.documents import Document
from fitscore.errors import InputError, Problem
from fitscore.profiles import sections
from fitscore.profiles.checking import Check, Part
from fitscore.profiles.model import Item, Profile
from fitscore.profiles.readers import read_document
from fitscore.vocabulary import load

Entry = TypeVar("Entry")
_EMPLOYED = {"work", "volunteer", "projects"}
_LEARNED = {"education", "languages", "certificates", "skills", "publications", "awards"}
SECTIONS = frozenset({"basics", "clearances", *_EMPLOYED, *_LEARNED})
_INSTEAD = "write a JSON Resume: basics, work, education, languages, …"


def read_profile(path: Path) -> Profile:
    """The profile in a CV file; its id is the file's name without the ending.

    Raises `InputError` with every mistake of the file at once, each with its line and path. What is not understood but
    does no harm (unknown keys, a language level in no known scale) is kept and named in ``notices``.
    """
    file = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.one(file, f"cannot be read: {error.strerror}") from None
    document = read_document(data, file=file, ending=path.suffix)
    return make_profile(document, id=path.stem, file=file, sha256=hashlib.sha256(data).hexdigest())


def make_profile(document: Document, *, id: str, file: str, sha256: str) -> Profile:
    """The profile in a loaded document. Raises `InputError` with every mistake at once."""
    resume = _resume(document, file)
    check = Check(file, document)
    whole = Part(check, resume, "document", "", "")
    fields = {**_basics(whole), **_entries(whole)}
    whole.close()
    if check.problems:
        raise InputError(sorted(check.problems, key=_place))
    if check.unknown:
        check.notices.append(f"kept, but not known and not used: {', '.join(check.unknown)}")
    given = tuple(key for key, value in whole.out.items() if value not in (None, "", [], {}))
    return Profile(id=id, file=file, sha256=sha256, given=given, notices=tuple(check.notices), document=whole.out, **fields)


def _resume(document: Document, file: str) -> Mapping[str, Any]:
    """The document, if it is a JSON Resume at all."""
    data = document.data
    if data is None or data == {}:
        raise InputError.one(file, "this file is empty", instead=_INSTEAD)
    if not isinstance(data, dict):
        what = "a list" if isinstance(data, list) else "bare text"
        raise InputError.one(file, f"this is {what}, not a CV with keys", line=1, instead=_INSTEAD)
    if "basics" not in data and ("employment" in data or "info" in data):
        what = "this looks like a CV in the FRESH format, which is not read"
        raise InputError.one(file, what, line=1, instead="convert it to JSON Resume first")
    if not _sections(data):
        raise InputError.one(file, "this is not a JSON Resume: it has none of its sections", line=1, instead=_INSTEAD)
    return data


def _sections(data: Mapping[str, Any]) -> frozenset[str]:
    """The sections of a JSON Resume that the document has, by their names of version 1."""
    renamed = load("profiles").table("renamed")["document"]
    return SECTIONS & {renamed.get(key, key) for key, value in data.items() if value is not None}


def _basics(whole: Part) -> dict[str, Any]:
    part = whole.part("basics")
    if part is None:
        return {"name": ""}
    fields = {"name": part.text("name"), "label": part.text("label"), "summary": part.text("summary")}
    codes = sections.nationalities(part)
    part.close()
    whole.out["basics"] = part.out
    return {**fields, "nationalities": codes}


def _entries(whole: Part) -> dict[str, Any]:
    return {
        "work": _each(whole, "work", sections.position),
        "volunteer": _each(whole, "volunteer", sections.position),
        "education": _each(whole, "education", sections.education),
        "languages": _each(whole, "languages", sections.language),
        "clearances": _each(whole, "clearances", sections.clearance),
        "certificates": _each(whole, "certificates", sections.certificate),
        "skills": _each(whole, "skills", sections.skill),
        "projects": _each(whole, "projects", sections.project),
        "publications": _each(whole, "publications", _publication),
        "awards": _each(whole, "awards", _award),
    }


def _each(whole: Part, key: str, read: Callable[[Part], Entry | None]) -> tuple[Entry, ...]:
    return tuple(entry for part in whole.parts(key) if (entry := read(part)) is not None)


def _publication(part: Part) -> Item:
    return sections.item(part, words=("name", "publisher", "summary"), when="releaseDate")


def _award(part: Part) -> Item:
    return sections.item(part, words=("title", "awarder", "summary"), when="date")


def _place(problem: Problem) -> tuple[int, str, str]:
    return problem.line or 0, problem.path or "", problem.what
