"""The command line: arguments to the pipeline, results to standard output, messages to standard error, an exit status.

The only module that prints. What costs time to import is imported where it is used.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from fitscore import __version__
from fitscore.errors import Defect, InputError, Problem
from fitscore.helppage import CONFIG, EXTRACT, MAIN, OPTIONS, PROFILE, SCHEMA, SETTINGS, Day, OutputFormat, Program
from fitscore.progress import watched

if TYPE_CHECKING:
    from fitscore.scoring.model import Scorecard, Vacancy
    from fitscore.settings import Settings

Item = TypeVar("Item")
_FILE = click.Path(path_type=Path)
_PATHS: dict[str, Any] = {"type": _FILE, "nargs": -1, "required": True}


def main() -> None:
    """Run the program on the arguments of the process."""
    gc.set_threshold(50_000)  # nearly all that a run makes at its start, it keeps
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the program on ``arguments``; the exit status (0 done, 1 something could not be read or scored, 2 a wrong call)."""
    try:
        status = program.main(list(arguments), prog_name="fitscore", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        _say(f"fitscore: {error.format_message()}")
        _say("fitscore --help shows how to call it")
        return 2
    except (click.Abort, KeyboardInterrupt):
        _say("fitscore: stopped")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more can be said, not even at exit
        return 0
    return status if isinstance(status, int) else 0


@click.group(cls=Program, context_settings=SETTINGS)
@click.version_option(__version__, message="fitscore %(version)s")
def program() -> None:
    """Hold CVs against vacancy notices."""


@program.command("", hidden=True, help=MAIN, options_metavar="[OPTIONS] --vacancy PATH")
@click.argument("profiles", metavar="PROFILE...", **_PATHS)
@click.option("--vacancy", "vacancies", metavar="PATH", type=_FILE, multiple=True, required=True, help=OPTIONS["vacancy"])
@click.option("--format", "form", type=OutputFormat(), default="text", help=OPTIONS["format"])
@click.option("--export", "exports", metavar="FILE", type=_FILE, multiple=True, help=OPTIONS["export"])
@click.option("--reviewed", metavar="FILE", type=_FILE, help=OPTIONS["reviewed"])
@click.option("--as-of", "day", metavar="YYYY-MM-DD", type=Day(), help=OPTIONS["as-of"])
@click.option("--config", metavar="FILE", type=_FILE, help=OPTIONS["config"])
@click.option("--workers", metavar="N", type=click.IntRange(1, 256), default=1, help=OPTIONS["workers"])
def score(
    profiles: Sequence[Path],
    vacancies: Sequence[Path],
    form: str,
    exports: Sequence[Path],
    reviewed: Path | None,
    day: date | None,
    config: Path | None,
    workers: int,
) -> int:
    """Score profiles against vacancies."""
    _check_files(exports, reviewed, (*profiles, *vacancies))
    from fitscore import pipeline
    from fitscore.exchange import export
    from fitscore.reports import terminal
    from fitscore.reports.base import by_format, in_order

    settings = _settings(config)
    posts, problems = _read(pipeline.read_vacancies, vacancies, workers)
    people, more = _read(pipeline.read_profiles, profiles, workers)
    for profile in people:
        _note(profile.file, profile.notices)
    pairs = pipeline.fit_all(people, posts, on=day, otherwise=_today(), settings=settings, workers=workers)
    cards, unscored = _sift(watched(pairs, len(people) * len(posts), "scored", say=_say))
    if reviewed is not None:
        cards, unused = _reviewed(reviewed, cards, posts, settings)
        unscored += unused
    result = in_order(cards, posts, people, problems=(*problems, *more, *unscored), settings=settings)
    _show(terminal.render_for(result, sys.stdout) if form == "text" else by_format()[form].text(result))
    export(result, exports)
    return int(bool(result.problems))


@program.command(help=EXTRACT, short_help="what notices ask for, as structured criteria")
@click.argument("paths", metavar="PATH...", **_PATHS)
@click.option("--format", "form", type=click.Choice(["text", "json", "yaml"]), default="text", help=OPTIONS["format"])
@click.option("--workers", metavar="N", type=click.IntRange(1, 256), default=1, help=OPTIONS["workers"])
def extract(paths: Sequence[Path], form: str, workers: int) -> int:
    """Read vacancy notices and print what they ask for."""
    from fitscore import pipeline
    from fitscore.reports import listing, record

    posts, problems = _read(pipeline.read_vacancies, paths, workers)
    _show({"text": listing.vacancies_text, "json": record.vacancies_json, "yaml": record.vacancies_yaml}[form](posts))
    return int(bool(problems))


@program.command(help=PROFILE, short_help="a CV, checked and normalised")
@click.argument("paths", metavar="CV...", **_PATHS)
@click.option("--format", "form", type=click.Choice(["yaml", "json", "text"]), default="yaml", help=OPTIONS["format"])
def profile(paths: Sequence[Path], form: str) -> int:
    """Read CVs and print the normalised profiles."""
    from fitscore import pipeline
    from fitscore.reports import listing, record

    people, problems = _read(pipeline.read_profiles, paths, 1)
    for person in people:
        _note(person.file, person.notices)
    _show({"text": listing.profiles_text, "json": record.profiles_json, "yaml": record.profiles_yaml}[form](people))
    return int(bool(problems))


@program.command(help=SCHEMA, short_help="the JSON Schema of a document")
@click.argument("document", type=click.Choice(["profile", "vacancy", "scorecard"]))
def schema(document: str) -> int:
    """Print a JSON Schema."""
    from fitscore import schemas
    from fitscore.reports import record

    _show(record.to_json(schemas.schema(document)))
    return 0


@program.command(help=CONFIG, short_help="the settings, with their meaning")
def config() -> int:
    """Print the default settings."""
    from fitscore.settings import default_text

    _show(default_text())
    return 0


def _settings(path: Path | None) -> Settings:
    from fitscore import pipeline

    try:
        return pipeline.load_settings(path)
    except InputError as error:
        raise click.ClickException("the settings cannot be used\n" + str(error)) from None


def _read(
    read: Callable[..., Iterator[Item | InputError]], given: Sequence[Path], workers: int
) -> tuple[list[Item], list[Problem]]:
    """Find and read the files meant by ``given``; what cannot be read is said at once and handed back."""
    from fitscore.files import find_files

    found = find_files(given)
    for skipped in found.skipped:
        _say(f"note: {skipped}")
    for problem in found.problems:
        _say(str(problem))
    done, problems = _sift(watched(read(found.files, workers=workers), len(found.files), "read", say=_say))
    return done, [*found.problems, *problems]


def _sift(results: Iterable[Item | InputError]) -> tuple[list[Item], list[Problem]]:
    """Results, and the problems of those that failed, each said once."""
    done: list[Item] = []
    problems: dict[Problem, None] = {}
    traces: set[str] = set()
    for result in results:
        if not isinstance(result, InputError):
            done.append(result)
            continue
        new = [problem for problem in result.problems if problem not in problems]
        problems.update(dict.fromkeys(new))
        for problem in new:
            _say(str(problem))
        if new and isinstance(result, Defect) and result.trace not in traces:
            traces.add(result.trace)
            _say(result.trace.rstrip())
    return done, list(problems)


def _note(file: str, notices: Iterable[str]) -> None:
    for notice in notices:
        _say(f"note: {notice}" if notice.startswith(file) else f"note: {file}: {notice}")


def _say(message: str) -> None:
    """A message for people, on standard error."""
    from fitscore.reports.base import harmless

    click.echo("\n".join(map(harmless, message.split("\n"))), err=True)


def _show(text: str) -> None:
    """A result, on standard output: UTF-8 with plain line ends, but for a terminal that knows fewer signs."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        utf8 = not stream.isatty()
        stream.reconfigure(encoding="utf-8" if utf8 else None, errors="replace", newline="\n" if utf8 else None)
    stream.write(text)
    stream.flush()


def _today() -> date:
    return datetime.now().astimezone().date()


def _check_files(exports: Iterable[Path], reviewed: Path | None, inputs: Sequence[Path]) -> None:
    """Refuse, before any work, what could not be read or written in the end."""
    from fitscore import exchange

    for path in exports:
        why = exchange.why_not_exportable(path, inputs=(*inputs, *filter(None, [reviewed])))
        if why is not None:
            raise click.UsageError(f"--export {path}: {why}")
    why = None if reviewed is None else exchange.why_not_readable(reviewed)
    if why is not None:
        raise click.UsageError(f"--reviewed {reviewed}: {why}")


def _reviewed(
    path: Path, cards: Sequence[Scorecard], posts: Iterable[Vacancy], settings: Settings
) -> tuple[list[Scorecard], list[Problem]]:
    """The scorecards with what people said in a workbook, and the rows that could not be used."""
    from fitscore.exchange import with_reviews

    try:
        merged, problems, notes = with_reviews(path, cards, {post.id: post for post in posts}, settings)
    except InputError as error:
        raise click.ClickException(f"--reviewed cannot be used\n{error}") from None
    for note in notes:
        _say(f"note: {note}")
    for problem in problems:
        _say(str(problem))
    return merged, problems
