"""The help page: its words, its order, and the command that needs no name."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Program(click.Group):
    """A group whose unnamed command (its name is "") takes every call that does not begin with a command's name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the unnamed command before arguments that name none."""
        if args and args[0] not in {*self.commands, *self.get_help_option_names(ctx), "--version"}:
            args = ["", *args]
        return super().parse_args(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The main call and its options first, then the other commands."""
        main_call = self.commands[""]
        main_call.format_help(click.Context(main_call, info_name=ctx.info_name, **SETTINGS), formatter)
        formatter.write("\n" + COMMANDS)


class OutputFormat(click.ParamType):  # type: ignore[type-arg]  # generic in late versions of click alone
    """A word for one of the outputs that `fitscore.reports` holds, which are looked for only when they are needed."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """The words, for the help page."""
        from fitscore.reports.base import by_format

        return f"[{'|'.join(by_format())}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, if there is such an output."""
        from fitscore.reports.base import by_format

        if value not in by_format():
            self.fail(f"{value!r} is not one of {', '.join(by_format())}.", param, ctx)
        return value


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in late versions of click alone
    """A day, as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, if the words are one."""
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            self.fail(f"{value!r} is not a day; write YYYY-MM-DD, such as 2026-03-31.", param, ctx)


MAIN = """\
Holds CVs against vacancy notices, requirement by requirement, and shows with quotes what is met, missing, and by how much.

One PROFILE: the notices ranked, then a gap report each. One notice and many profiles: a ranked shortlist. Many of both:
the matrix. PROFILE and PATH are files or folders. Nothing is sent over a network.

\b
Examples:
  fitscore cv.yaml --vacancy notice.txt                one CV, one notice: the gap report
  fitscore cv.json --vacancy notices/                  notices ranked for one CV
  fitscore cvs/ --vacancy notice.txt --format json     a shortlist, for other programs
  fitscore cv.yaml --vacancy notices/ --export fit.md  the report as a file too
  fitscore cvs/ --vacancy notice.txt --export f.html   a page with the notice's marked text
  fitscore cvs/ --vacancy notice.txt --export a.xlsx   the shortlist as a workbook, to review in
  fitscore cvs/ --vacancy notice.txt --reviewed a.xlsx  the same with the reviewers' verdicts
"""

COMMANDS = """\
Other commands (fitscore COMMAND --help tells more):
  extract PATH...     what notices ask for, as structured criteria
  profile CV...       a CV, checked and normalised
  schema DOCUMENT     the JSON Schema of a profile, a vacancy or a scorecard
  config              the settings with their meaning, to change and give to --config
  --version           the version

A CV to begin with (a JSON Resume, in YAML or JSON; every part may be left out):
  basics: {name: Ada Example, nationalities: [BE]}
  work: [{name: Ministry, position: Analyst, startDate: 2015-03, endDate: 2021-08, summary: Drafted policy papers.}]
  education: [{studyType: Master, area: Law, startDate: 2009, endDate: 2014}]
  languages: [{language: English, level: C1}, {language: French, level: B2}]

Verdicts: "meets", "to verify" (the CV shows part of it, or says nothing), "does not meet". They are a reading of the
notice, for a person to confirm. Fit (0-100) is what the CV shows; "if confirmed" is what it would be if everything
unknown were confirmed.

Exit status: 0 all done; 1 something could not be read or scored (named on standard error, the rest was done);
2 the call itself is wrong.
"""

EXTRACT = """\
Reads vacancy notices (files or folders) and prints what they ask for: posting, criteria, competencies, conditions,
and what looks wrong in the notice itself.

\b
JSON: one array, one object a notice. YAML: one document a notice.
"""

PROFILE = """\
Reads a CV in any supported form, checks it, and prints it as a normalised JSON Resume, which is a PROFILE itself.

\b
JSON: one object, or an array where several CVs are given. YAML: one document a CV.
"""

SCHEMA = "Prints the JSON Schema of a document: what goes in (profile) and what comes out (vacancy, scorecard)."

CONFIG = "Prints the complete default settings, documented, as YAML. Change any part and give the file to --config."

OPTIONS = {
    "vacancy": "A vacancy notice, or a folder of them. May be given more than once.",
    "format": "What goes to standard output. [default: the first]",
    "export": "Write the result to a file too, by ending: .xlsx (a workbook to review in), .html, .json, .md, .csv or .parquet. "
    "May be given more than once.",
    "reviewed": "A workbook of --export that a person has reviewed: its verdicts are taken over the program's, which are kept "
    "beside them, and figures and order worked out again. Give the same PROFILEs and notices.",
    "as-of": "The reference day: running jobs end on it, expiry dates are held against it. [default: each notice's "
    "closing date; where it has none, today]",
    "config": "Weights, thresholds and scales in YAML: any part of what `fitscore config` prints.",
    "workers": "Processes that share the work; the result stays the same. [default: 1]",
}
