"""What a notice says of the post itself: title, organisation, place, grade, and its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from fitscore.notices.employers import named_in
from fitscore.notices.fields import Field, read_fields
from fitscore.notices.lines import Line
from fitscore.notices.model import Clause, Posting
from fitscore.notices.terms import dollar_of, read_deadline, read_duration, read_renewable, read_salary
from fitscore.notices.titles import Title, may_be_city, read_title
from fitscore.text import fold, fold_blanks
from fitscore.vocabulary import Pattern, any_of, finder, load
from fitscore.vocabulary.countries import country_code

_HEAD = 30  # lines of the head
_GOVERNMENT = re.compile(r"(?:Department|Ministry) (?:for|of)(?: [A-Z][\w'-]+,?| and| the)+")
_NEAR = 8  # lines near the head
_TWICE = 2  # … where the office is the name of no body at all ("Research")
_OFTEN = 4  # names of an organisation in a text that speaks for it
_BAND = re.compile(r"[A-Z][a-z]{2,9} [IVX]{1,4}")  # "Band IV"
_BETWEEN = re.compile(r", | [-|] ")
_UNIT = re.compile(r"\b(?:Division|Section|Unit|Branch|Directorate)\b")  # a part of an employer
_BRACKET = re.compile(r" ?\([^()]{1,40}\)")


def read_posting(lines: Sequence[Line], clauses: Sequence[Clause]) -> tuple[Posting, dict[str, str]]:
    """The posting, and every labelled field as the notice words it."""
    fields = read_fields(lines)
    title, employer = _without_employer(read_title(lines, fields, clauses))
    posting = Posting(
        title=title.words or None,
        organisation=employer or _organisation(fields, clauses, lines),
        location=_location(fields, title, clauses, lines),
        grade=_grade(fields, title, clauses, lines),
        salary=read_salary(fields, clauses, dollar_of(line.text for line in lines[:_HEAD])),
        deadline=read_deadline(fields, clauses),
        duration_years=read_duration(
            fields, clauses, [line.text for line in lines[:8] if len(line.text) < 180 and _is_head(line)]
        ),
        renewable=read_renewable(fields, clauses),
    )
    return posting, {field.label: fold_blanks(field.value.text) for field in fields}


def _without_employer(title: Title) -> tuple[Title, str | None]:
    """A portal's title without the known body and the place behind it ("Clerk at UNESCO in Paris"), and that body."""
    found = load("masthead").pattern("title_employer").search(fold(title.words).lower)
    known = found and (name_of(found["employer"]) or load("organisations").table("whole").get(found["employer"]))
    if not found or not known:
        return title, None
    place = fold(title.words).text[found.start("place") : found.end("place")] if found["place"] else title.place
    return Title(fold(title.words).text[: found.start()], place, title.line), str(known)


def _is_head(line: Line) -> bool:
    """Whether a line near the top may tell the contract: no sentence or item, and nothing on experience."""
    return not line.bullet and not line.text.endswith(".") and "experience" not in line.folded.lower


def _first(fields: Sequence[Field], name: str) -> str | None:
    return next((field.value.text.strip(" .;") for field in fields if field.name == name), None)


def _organisation(fields: Sequence[Field], clauses: Sequence[Clause], lines: Sequence[Line]) -> str | None:
    labelled = _first(fields, "organisation")
    if labelled and len(labelled) <= 120:
        unit = _UNIT.search(labelled) and not _begins_as_employer(labelled)
        return (named_in(lines) or labelled) if unit else labelled
    known = _known_names([clause.lower for clause in clauses]) or _known_names([line.folded.lower for line in lines])
    office = _first(fields, "office") or ""
    named = office if _begins_as_employer(office) else _by_first_word(lines)
    if named:
        return named
    lower = fold(office).lower
    bare = not any(noun in lower for noun in load("organisations").table("nouns")) and not known_names().search(lower)
    if known and known[1] >= (_TWICE if bare else _OFTEN):  # an office of it, or the town of that office, is no employer
        return known[0]
    return office or (known[0] if known else named_in(lines) or _department(lines))


def _begins_as_employer(text: str) -> bool:
    return text.partition(" ")[0].lower() in load("organisations").table("first_words")


def _known_names(texts: Sequence[str]) -> tuple[str, int] | None:
    """The international organisation that the text names most often, and how often."""
    counts: dict[str, int] = {}
    for lower in texts:
        for found in known_names().finditer(lower):
            name = _by_wording()[found.group(1)]
            counts[name] = counts.get(name, 0) + 1
    return min(counts.items(), key=lambda item: (-item[1], item[0])) if counts else None


def _by_first_word(lines: Sequence[Line]) -> str | None:
    """A line of its own near the head that begins as names of employers do ("Ministry of Ports")."""
    for line in lines[1:4]:
        text = line.text
        if (
            not line.bullet
            and len(text) <= 70
            and text[-1:].isalpha()
            and 2 <= len(text.split()) <= 8
            and _begins_as_employer(text)
        ):
            return text
    return None


def _department(lines: Sequence[Line]) -> str | None:
    """A line of its own in the head that is a ministry or department of a government."""
    texts = (line.text for line in lines[:_HEAD] if not line.bullet and len(line.text) <= 70)
    return next((text for text in texts if _GOVERNMENT.fullmatch(text)), None)


@cache
def _by_wording() -> dict[str, str]:
    return {wording: name for name, wordings in load("organisations").table("names").items() for wording in wordings}


def name_of(words: str) -> str | None:
    """The known body that these words name as a whole, by any of its wordings; None if they name none."""
    lower = fold(words).lower
    return _by_wording().get(lower) or _by_name().get(lower)


@cache
def _by_name() -> dict[str, str]:
    return {name.lower(): name for name in load("organisations").table("names")}


@cache
def known_names() -> Pattern:
    """Any wording of a known body, in folded lower-case text."""
    wordings = sorted(_by_wording(), key=lambda wording: (-len(wording), wording))
    return finder("organisations.names", rf"(?<![\w-])({any_of(wordings)})(?![\w-])", wordings)


def _location(fields: Sequence[Field], title: Title, clauses: Sequence[Clause], lines: Sequence[Line]) -> str | None:
    if title.place:
        return title.place
    labelled = [f.value.text.strip(" .;") for f in fields if f.name == "location"]
    for value in labelled:
        if len(value) <= 80 and any(char.isalpha() for char in value) and not value.lower().endswith(" following"):
            return value
    country = _first(fields, "country") or _behind_name(lines) or _bare_place(lines)
    if country:
        return country
    return _place_in_text(clauses)


def _place_in_text(clauses: Sequence[Clause]) -> str | None:
    """Where a sentence says that the post is based, or the only town with a country's code ("Oslo (NO)")."""
    words = load("masthead")
    for pattern in (words.pattern("location.text"), words.pattern("location.bracket")):
        for clause in clauses:
            found = pattern.search(clause.lower)
            if not found or not clause.text[found.start("place")].isupper():
                continue
            if "code" not in found.groupdict() or country_code(found.group("code")):
                return clause.text[found.start("place") : found.end("place")]
    return None


def _bare_place(lines: Sequence[Line]) -> str | None:
    """A short line near the head that is a country and a town ("Belgium-Brussels")."""
    for line in lines[:40]:
        if line.bullet not in ("", "|") or len(line.text) > 50:
            continue
        parts = re.split(r" ?[-,] ?", line.text)
        if 2 <= len(parts) <= 3 and _names_country(parts):
            return line.text
    return None


def _behind_name(lines: Sequence[Line]) -> str | None:
    """The town and country behind a name near the head ("Bank of the Isles, Roseau, Dominica")."""
    for line in lines[:_NEAR]:
        *name, town, country = ["", "", *_BETWEEN.split(line.text)]
        employs = any(noun in line.folded.lower for noun in load("organisations").table("nouns"))
        if len(name) > 2 and employs and not line.bullet and country_code(country) and may_be_city(town):
            return f"{town}, {country}"
    return None


def _names_country(parts: Sequence[str]) -> bool:
    return any(len(part) > 3 and country_code(part) for part in (parts[0], parts[-1]))


def _grade(fields: Sequence[Field], title: Title, clauses: Sequence[Clause], lines: Sequence[Line]) -> str | None:
    words = load("masthead")
    for field in fields:
        if field.name == "grade" and (grade := plain_grade(field.value.text)):
            return f"{field.label} {grade}" if field.label.lower() == "band" and grade.isdigit() else grade
    heads = [fold(title.line), *(line.folded for line in lines[:25] if len(line.text) < 180 and not line.text.endswith("."))]
    for head in heads:
        if found := words.pattern("grade.system").search(head.lower):
            return plain_grade(head.text[found.start("grade") : found.end("grade")])
    for clause in clauses:
        if clause.part not in ("qualifications", "duties") and (found := words.pattern("grade.labelled").search(clause.lower)):
            return plain_grade(clause.text[found.start("grade") : found.end("grade")])
    return None


def plain_grade(written: str) -> str | None:
    """A grade as the organisation writes it, without "NATO Grade" and the like: "G 23" is G23, "A.4" is A4; "N/A" is None."""
    text = fold_blanks(_BRACKET.sub("", written)).strip(" .,:;-")
    if "cefr" in text.lower():
        return None  # a level of a language
    for expression in load("masthead").table("grade_plain"):
        for _ in range(3):
            text = re.sub(expression, "", text, flags=re.IGNORECASE)
    text = text.split(",")[0].split(";")[0].strip()
    if not text or len(text) > 30 or text.lower() in ("n/a", "na", "none", "not applicable", "tbd", "unclassified"):
        return None
    compact = re.fullmatch(r"([A-Za-z]{1,3})[ .]?[-.]? ?(\d{1,2})", text)
    if not compact and text.isdigit() and "nato" in written.lower():
        return f"G{text}"  # "NATO Grade 17"
    if not compact:
        told = (
            any(char.isdigit() for char in text)
            or (len(text) <= 12 and text.isupper())
            or _is_rank(text)
            or _BAND.fullmatch(text)
        )
        return text if told else None
    letters, digits = compact.groups()
    return f"{letters}{'-' if '-' in text else (' ' if letters.upper() in ('AD', 'AST', 'FG') else '')}{digits}"


def _is_rank(text: str) -> bool:
    """A grade that is a rank in words ("Higher Executive Officer")."""
    words = text.split()
    return len(words) <= 4 and all(word[:1].isupper() for word in words) and words[-1].lower() in load("masthead").table("ranks")
