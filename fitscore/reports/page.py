"""A page for the browser: one file that loads nothing, with each notice's text beside what a CV shows of it.

Words of CVs and notices stand in the text of elements alone, escaped by the template engine; no attribute holds any. The
page's policy lets no style or script run but its own, told by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from fitscore.reports import page_view, view
from fitscore.reports.base import Result, harmless
from fitscore.scoring import words

if TYPE_CHECKING:
    from jinja2 import Template

ENDING = ".html"


def render(result: Result) -> str:
    """The result as one HTML page; the same result gives the same bytes."""
    made = page_view.reports(result)
    several = len(made) > 1
    return _template().render(
        title=view.title(result) if several or not made else f"{made[0].card.notice} — {made[0].card.profile}",
        heading=view.title(result) if several or not made else "Gap report",
        of={"matrix": "Profile: notice", "shortlist": "Profile"}.get(result.shape, "Notice"),
        rows=page_view.ranking(result) if several else [],
        grid=page_view.grid(result, made) if several else None,
        reviews=page_view.reviews(result, made) if several else [],
        reviewed=words.REVIEWED,
        outcomes={word: name for name, (_, word) in words.OUTCOMES.items()},
        reports=made,
        legend=[(name, *words.VERDICTS[name], meaning) for name, meaning in words.MEANINGS.items()],
        problems=view.problems(result),
        closing=view.CLOSING,
    )


def shown(value: object) -> object:
    """A value as the page shows it: markup of the template as it is; words harmless, but with their lines and tabs."""
    if hasattr(value, "__html__") or not isinstance(value, str):
        return value
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("\t".join(map(harmless, line.split("\t"))) for line in lines)


@cache
def _template() -> Template:
    """The page's template with its style and script, and the hashes by which the page's policy lets them run."""
    from importlib.resources import files

    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = files("fitscore.reports")
    own = {name: folder.joinpath(f"page.{name}").read_text(encoding="utf-8") for name in ("css", "js")}
    environment = Environment(autoescape=True, finalize=shown, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    given: dict[str, Any] = {name: Markup(text) for name, text in own.items()}  # noqa: S704  (files of this package)
    given["hashes"] = {name: b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii") for name, text in own.items()}
    environment.globals.update(given)
    return environment.from_string(folder.joinpath("page.html.jinja").read_text(encoding="utf-8"))
