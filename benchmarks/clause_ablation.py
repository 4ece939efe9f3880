"""Rules, clause model, and both: how well each finds the criteria of labelled notices, with and without their headings.

usage: python benchmarks/clause_ablation.py NOTICES --keep FOLDER --evaluate FILE --labelled GOLD_DIR TEXT_DIR [--labelled …]
       [--how HOW …] [--errors HOW WAY]

NOTICES are those the model is trained on (see ``train_clauses.py``); each labelled notice is read by a model that has
seen no notice of its own organisation. FILE is the script with ``compare`` that holds found criteria against labelled ones.
The headings of a notice are those that the rules know: they are left as they are, blanked out, or turned into words that
nobody knows (letters moved by thirteen).
"""

from __future__ import annotations

import argparse
import codecs
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml
from clause_lines import Plain, Watched, lines_of
from train_clauses import TOGETHER, kept_model

from fitscore.criteria.assemble import extract_criteria
from fitscore.nlp.clauses import ClauseModel, Passage
from fitscore.notices.competencies import read_competencies
from fitscore.notices.conditions import read_conditions
from fitscore.notices.cueless import decide_untold, moved
from fitscore.notices.masthead import read_posting
from fitscore.notices.model import Clause, Notice
from fitscore.notices.repeats import drop_repeats
from fitscore.notices.starred import tell_by_stars

NAMES = {
    "UN Women": "UN Women",
    "UNDP": "UNDP",
    "Coordination of Humanitarian": "OCHA",
    "Green Climate": "GCF",
    "Resident Coordinator": "UN RCS",
    "UNHCR": "UNHCR",
    "World Bank": "World Bank",
    "IFC": "IFC",
    "WFP": "WFP",
    "UNICEF": "UNICEF",
    "UNFPA": "UNFPA",
    "African Development": "AfDB",
}
"""Words of an organisation's name, and what the training file calls it."""
HOWS: dict[str, Callable[[str], str]] = {
    "obscured": lambda words: codecs.encode(words, "rot13"),
    "blanked": lambda w: " " * len(w),
}


def changed(source: str, how: str) -> str:
    """The notice with its headings (and lead-ins, where ``how`` says so) blanked or obscured, letter for letter."""
    if how == "as it is":
        return source
    watched = Watched(lines_of(source))
    watched.read()
    out = list(source)
    for start, end in [*watched.headings, *(watched.leads if "lead-ins" in how else [])]:
        words = "".join(" " if char in "\r\n" else char for char in out[start:end])
        new = HOWS[how.split()[0]](words)
        out[start:end] = [old if old in "\r\n" else char for old, char in zip(out[start:end], new, strict=True)]
    return "".join(out)


def by_rules(source: str, _: ClauseModel) -> list[Clause]:
    """The clauses as the rules read them."""
    return Watched(lines_of(source)).read()


def by_model(source: str, model: ClauseModel) -> list[Clause]:
    """The clauses by the model alone: headings and lead-ins are passages like any other."""
    clauses = Plain(lines_of(source)).read()
    labels = model.read([Passage(c.text, c.listed) for c in clauses])
    return [moved(c, label) for c, label in zip(clauses, labels, strict=True)]


def by_both(source: str, model: ClauseModel) -> list[Clause]:
    """The clauses as the program reads them: by the rules, and by the model where they see no cue."""
    return decide_untold(Watched(lines_of(source)).read(), lambda: model)


WAYS = {"rules": by_rules, "model": by_model, "both": by_both}


def found_in(source: str, clauses: Sequence[Clause], file: str) -> dict[str, Any]:
    """What ``fitscore extract`` would give for these clauses."""
    kept, remarks = drop_repeats(tell_by_stars(clauses))
    posting, fields = read_posting(lines_of(source), kept)
    named, asked = read_competencies(kept), read_conditions(kept)
    notice = Notice(file, "", source, posting, kept, named, asked, remarks, fields)
    criteria, _ = extract_criteria(notice)
    return {
        "criteria": [json.loads(c.model_dump_json()) for c in criteria],
        "posting": json.loads(posting.model_dump_json()),
        "competencies": [{"name": c.name} for c in named],
    }


def model_for(args: argparse.Namespace, gold: dict[str, Any], models: dict[tuple[str, ...], ClauseModel]) -> ClauseModel:
    """A model that has seen no notice of the organisation of a labelled one."""
    name = str((gold.get("posting") or {}).get("organisation") or "")
    short = next((short for words, short in NAMES.items() if words in name), None)
    without = () if short is None else TOGETHER.get(short, (short,))
    if without not in models:
        models[without] = kept_model(args.keep, args.notices, without)
    return models[without]


def score(tally: Counter[str], group: str, hit: str) -> float:
    """F1 of a group."""
    return 2 * tally[hit] / max(1, tally[f"{group} gold"] + tally[f"{group} found"])


def measure(args: argparse.Namespace, judge: Any) -> None:
    """Print one line for each set, change of headings and way of reading, and then for all sets together."""
    models: dict[tuple[str, ...], ClauseModel] = {}
    pooled: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for gold_dir, texts in args.labelled:
        golds = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(Path(gold_dir).glob("*.yaml"))]
        print(
            f"{Path(gold_dir).parent.name}: {len(golds)} notices\n{'headings':<26}{'way':<8}{'exact':>8}{'P':>8}{'R':>8}", end=""
        )
        print(f"{'statements':>12}{'P':>8}{'R':>8}{'importance':>12}{'competencies':>14}")
        for how in args.how:
            for way, read in WAYS.items():
                tally: Counter[str] = Counter()
                for gold in golds:
                    text = (Path(texts) / gold["file"]).read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")
                    source = changed(text, how)
                    found = found_in(source, read(source, model_for(args, gold, models)), gold["file"])
                    judge.compare(gold, found, text, tally, shower(text, args.errors == [how, way]))
                print_line(how, way, tally)
                pooled[how, way].update(tally)
    print_head("all sets together")
    for (how, way), tally in pooled.items():
        print_line(how, way, tally)


def shower(text: str, wanted: bool) -> Callable[..., None]:
    """What prints one error, where they are wanted."""

    def show(name: str, what: str, criterion: dict[str, Any], why: str = "") -> None:
        if wanted and not what.startswith("POSTING"):
            print(f"  {name}: {what}: {why} | {' '.join(text[criterion['start'] : criterion['end']].split())[:150]}")

    return show


def print_head(title: str) -> None:
    """The head of a table."""
    print(f"{title}\n{'headings':<26}{'way':<8}{'exact':>8}{'P':>8}{'R':>8}", end="")
    print(f"{'statements':>12}{'P':>8}{'R':>8}{'importance':>12}{'competencies':>14}")


def print_line(how: str, way: str, tally: Counter[str]) -> None:
    """One line of the table."""
    cells = []
    for group, hit in (("structured", "structured exact"), ("statement", "statement hit")):
        precision = tally[hit] / max(1, tally[f"{group} found"])
        cells += [score(tally, group, hit), precision, tally[hit] / max(1, tally[f"{group} gold"])]
    importance = tally["importance right"] / max(1, tally["importance asked"])
    first = "".join(f"{cell:>8.3f}" for cell in cells[:3]) + f"{cells[3]:>12.3f}" + "".join(f"{c:>8.3f}" for c in cells[4:])
    print(f"{how:<26}{way:<8}{first}{importance:>12.3f}{score(tally, 'competency', 'competency hit'):>14.3f}", flush=True)


def main() -> None:
    """Measure every way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notices", type=Path)
    parser.add_argument("--evaluate", type=Path, required=True)
    parser.add_argument("--labelled", nargs=2, action="append", required=True)
    hows = ["as it is", *(f"{change}{more}" for change in HOWS for more in ("", " with lead-ins"))]
    parser.add_argument("--how", nargs="*", default=hows)
    parser.add_argument("--keep", type=Path, required=True, help="where trained models are kept for the next run")
    parser.add_argument("--errors", nargs=2, default=[])
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("judge", args.evaluate)
    judge = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    sys.modules["judge"] = judge
    spec.loader.exec_module(judge)  # type: ignore[union-attr]
    measure(args, judge)


if __name__ == "__main__":
    main()
