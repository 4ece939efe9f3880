"""A notice's file, read and sectioned."""

from __future__ import annotations

import hashlib
from pathlib import Path

from fitscore.errors import InputError
from fitscore.notices.competencies import read_competencies
from fitscore.notices.conditions import read_conditions
from fitscore.notices.elsewhere import before_other_posts
from fitscore.notices.glued import unglue
from fitscore.notices.labelled import apart, with_values
from fitscore.notices.leftovers import leftover_names
from fitscore.notices.lines import read_lines
from fitscore.notices.masthead import read_posting
from fitscore.notices.model import Notice
from fitscore.notices.readers import reader_for
from fitscore.notices.rows import contents_of_rows
from fitscore.notices.run_in import apart_run_in
from fitscore.notices.sectioning import section
from fitscore.notices.tables import join_language_rows, with_names


def read_notice(path: Path) -> Notice:
    """Read a notice's file. Raises `InputError` if it is not there, is empty, or holds no text that can be read."""
    file = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.one(file, f"cannot be read: {error.strerror or error}") from None
    source = reader_for(file)(data, file=file)
    return notice_of(source, file=file, sha256=hashlib.sha256(data).hexdigest())


def notice_of(source: str, *, file: str, sha256: str) -> Notice:
    """Section the text of a notice; ``sha256`` is that of the file's bytes."""
    every = list(with_values(list(apart(join_language_rows(list(with_names(list(apart_run_in(unglue(read_lines(source)))))))))))
    lines, left_out = before_other_posts(list(contents_of_rows(every)))
    clauses, remarks = section(lines)
    posting, fields = read_posting(lines, clauses)
    return Notice(
        file,
        sha256,
        source,
        posting,
        clauses,
        competencies=read_competencies(clauses),
        conditions=read_conditions(clauses),
        remarks=(*remarks, *left_out, *leftover_names(clauses, posting)),
        fields=fields,
    )
