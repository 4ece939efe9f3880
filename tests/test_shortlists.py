"""The library as a notebook uses it: files to lists, lists to a shortlist, a shortlist to frames, and how each shows itself."""

from __future__ import annotations

import html
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scorecards import a_card, a_profile, a_result, a_vacancy

import fitscore
from fitscore import InputError, Scorecard, Shortlist, read_profiles, read_vacancies, shortlist
from fitscore.scoring.review import Review, reviewed
from fitscore.settings import default_settings
from fitscore.shortlists import Batch
from fitscore.showing import Sheet, Shown

HERE = Path(__file__).parent.parent
PEOPLE, NOTICE = HERE / "data/profiles", HERE / "data/vacancies/nspa-fuels-officer.txt"
FEW = [PEOPLE / "demir_kerem.yaml", PEOPLE / "moreau_lea.yaml", str(PEOPLE / "banda_chanda.yaml")]
HOSTILE = "<script>alert(1)</script> \u202e & \" ' </td> \x1b[31m <img src=x onerror=y>"


@pytest.fixture(scope="module")
def few() -> Shortlist:
    return shortlist(read_profiles(FEW), read_vacancies(NOTICE)[0])


def test_files_folders_and_lists_of_them_are_read_in_order() -> None:
    assert [profile.id for profile in read_profiles(FEW)] == ["demir_kerem", "moreau_lea", "banda_chanda"]
    assert len(read_profiles(PEOPLE)) == 15
    assert [vacancy.id for vacancy in read_vacancies(str(NOTICE))] == ["nspa-fuels-officer"]


def test_every_problem_of_every_file_is_raised_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("work: [{startDate: 2019-13}, {startDate: soon}]\n", encoding="utf-8")
    (tmp_path / "b.json").write_text("[1]", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("basics: {name: Ada Example}\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_profiles([tmp_path, tmp_path / "none.yaml"])
    assert {Path(problem.file).name for problem in raised.value.problems} == {"a.yaml", "b.json", "none.yaml"}
    assert len(raised.value.problems) == 4
    collected = read_profiles([tmp_path, tmp_path / "none.yaml"], errors="collect")
    assert [profile.name for profile in collected] == ["Ada Example"]
    assert set(collected.problems) == set(raised.value.problems)
    with pytest.raises(ValueError, match=r"raise.*collect"):
        read_profiles(tmp_path, errors="ignore")  # type: ignore[arg-type]


def test_a_shortlist_is_ranked_and_can_be_gone_through(few: Shortlist) -> None:
    order = {"eligible": 0, "verify": 1, "not_eligible": 2}
    assert [card.profile.id for card in few] == [c.profile.id for c in sorted(few, key=lambda c: (order[c.outcome], -c.fit))]
    assert len(few) == 3
    assert few[0] is next(iter(few))
    assert few["moreau_lea"].profile.name == "Léa Moreau"
    assert [card.profile.id for card in few[1:]] == [card.profile.id for card in list(few)[1:]]
    with pytest.raises(KeyError, match="nobody"):
        few["nobody"]


def test_the_day_is_the_closing_date_unless_it_is_given(few: Shortlist) -> None:
    people, (notice,) = read_profiles(FEW[0]), read_vacancies(NOTICE)
    assert few[0].method.as_of == date.fromisoformat(str(notice.posting.deadline)[:10])
    cards = [shortlist(people, notice, on=day)[0] for day in ("2025-03-01", date(2025, 3, 1))]
    assert cards[0] == cards[1] == fitscore.fit(people[0], notice, on=date(2025, 3, 1))
    open_ended = notice.model_copy(update={"posting": notice.posting.model_copy(update={"deadline": None})})
    with pytest.raises(InputError, match="no closing date"):
        shortlist(people, open_ended)
    kept = shortlist(people, open_ended, errors="collect")
    assert (len(kept), len(kept.problems)) == (0, 1)


def test_frames_of_a_shortlist_and_of_a_scorecard_agree(few: Shortlist) -> None:
    wide, long = few.to_frame(), few.to_frame(long=True)
    assert list(wide["candidate"]) == [card.profile.id for card in few]
    assert list(wide["rank"]) == [1, 2, 3]
    one = few[0].to_frame(few.vacancy)
    pd.testing.assert_frame_equal(one, long[long["candidate"] == few[0].profile.id].reset_index(drop=True))
    assert list(one["requirement"]) == [criterion.text for criterion in few.vacancy.criteria]
    assert list(few.evidence()["quote"]) == [
        " ".join(e.quote.split("\n")) for card in few for a in card.assessments for e in a.evidence
    ]


def test_weights_are_changed_without_reading_anything_anew(few: Shortlist) -> None:
    assert few.reweigh() == few
    settings = default_settings().model_copy(update={"weights": {"language": 0.0, "E2": 5.0}})
    again = few.reweigh({"language": 0, "E2": 5})
    people = {profile.id: profile for profile in read_profiles(FEW)}
    for card in again:
        assert card == fitscore.fit(people[card.profile.id], few.vacancy, on=card.method.as_of, settings=settings)
    assert (
        few.reweigh(essential=1, desirable=0)[0].fit == few[few.reweigh(essential=1, desirable=0)[0].profile.id].essential.score
    )
    with pytest.raises(InputError, match="weight 0"):
        few.reweigh({a.criterion: 0.0 for a in few[0].assessments})
    with pytest.raises(InputError, match=r"'langage' is neither a kind.*it has E1, "):
        few.reweigh({"langage": 2})


VERDICTS = st.sampled_from(["met", "partial", "unmet", "unknown"])


@given(st.lists(VERDICTS, min_size=3, max_size=3), st.sampled_from(["E1", "E2", "D1"]))
def test_a_supposed_verdict_changes_only_its_own_criterion(verdicts: list[str], id: str) -> None:
    card = a_card(a_profile(), a_vacancy(), verdicts)  # type: ignore[arg-type]
    better, worse = card.suppose({id: "met"}), card.suppose({id: "unmet"})
    assert better.fit >= card.fit >= worse.fit - 1e-9 or verdicts[["E1", "E2", "D1"].index(id)] == "unknown"
    assert better.potential >= better.fit
    for before, after in zip(card.assessments, better.assessments, strict=True):
        if before.criterion == id and before.verdict != "met":
            assert (after.verdict, after.score, after.gap) == ("met", 1.0, None)
            assert after.finding.startswith(f"supposed to be met; the CV was read as {before.verdict}")
        else:
            assert before == after


def test_fit_is_the_potential_once_everything_unknown_is_confirmed(few: Shortlist) -> None:
    confirmed = few.if_confirmed()
    assert any(card.essential.unknown or card.desirable.unknown for card in few)
    for card in confirmed:
        assert card.fit == pytest.approx(few[card.profile.id].potential)
        assert "unknown" not in {assessment.verdict for assessment in card.assessments}
    assert few.if_confirmed([]) == few


def test_what_cannot_be_supposed_is_said() -> None:
    card = a_card(a_profile(), a_vacancy(), ["met", "unmet", "unknown"])
    with pytest.raises(InputError, match=r"no criterion E9.*it has E1, E2, D1"):
        card.suppose({"E9": "met"})
    with pytest.raises(InputError, match="other settings"):
        card.suppose({"E1": "met"}, settings=default_settings().model_copy(update={"weights": {"E1": 2.0}}))


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data + " "


def things(words: str) -> list[Shown]:
    result = a_result([["met", "unmet", "unknown"], ["met", "met", "partial"]], words=words)
    profile = a_profile(name=words).model_copy(update={"notices": (words,)})
    short = Shortlist(result.vacancies["post-0"], result.scorecards, default_settings())
    return [short, short[0], short.vacancy, profile, Batch([profile])]


@given(st.one_of(st.text(max_size=40), st.just(HOSTILE)))
def test_words_never_become_markup_in_a_notebook(words: str) -> None:
    for thing in things(words):
        shown = Tags(thing._repr_html_())
        assert shown.tags <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
        assert shown.attributes <= {"style", "scope"}
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown.words + str(thing) + repr(thing))
        assert "\n" not in repr(thing)


def test_hostile_words_are_shown_as_words() -> None:
    assert html.escape("<script>alert(1)</script>") in things(HOSTILE)[1]._repr_html_()


def test_each_says_what_one_wants_to_know_first(few: Shortlist) -> None:
    best = few[0]
    for shown in (str(few), Tags(few._repr_html_()).words):
        assert [word for word in (best.profile.name, "to verify", f"{best.fit:.1f}", "3 candidates") if word not in shown] == []
    for shown in (str(best), Tags(best._repr_html_()).words):
        assert all(assessment.criterion in shown for assessment in best.assessments)
        assert "for a person to confirm" in shown
    assert repr(best) == f"<Scorecard: {best.profile.name}, {best.vacancy.title}: to verify>"
    total = sum(criterion.importance == "essential" for criterion in few.vacancy.criteria)
    assert f"{total} essential" in repr(few.vacancy)
    assert "work[0]" in str(read_profiles(FEW[0])[0])
    assert str(read_profiles(FEW)).startswith("3 read")


def test_a_long_list_shows_its_head_and_says_how_many_more() -> None:
    result = a_result([["met", "unmet", "unknown"]] * 25)
    short = Shortlist(a_vacancy(), result.scorecards, default_settings())
    assert "… and 5 more" in str(short)
    assert len(str(short).splitlines()) < 26


def test_a_table_of_text_lines_up() -> None:
    lines = Sheet("t", ("a", "b"), [("one", "x"), ("three", "y" * 200)]).text().splitlines()
    assert [line.index(mark) for line, mark in zip(lines[1:], ("b", "x", "y"), strict=True)] == [7, 7, 7]
    assert lines[-1].endswith("…")


def test_records_still_are_plain_data() -> None:
    card = a_card(a_profile(), a_vacancy(), ["met", "unmet", "unknown"])
    assert Scorecard.model_validate_json(card.model_dump_json()) == card


def test_the_lines_of_the_readme_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    (block,) = re.findall(r"^```python\n(.*?)^```$", (HERE / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    made: dict[str, object] = {}
    exec(block, made)
    assert len(made["shortlist"]) == 15  # type: ignore[arg-type]


def test_a_scorecard_shows_whose_a_verdict_is() -> None:
    (card,) = a_result([("met", "unmet", "unknown")]).scorecards
    said = {("post-0", "person-0", "E2"): Review("met", "<b>seen</b>", "R. Viewer")}
    (after,) = reviewed([card], said, default_settings())
    assert "E2: meets, says R. Viewer: “<b>seen</b>”; fitscore said: does not meet" in str(after)
    assert "✓ meets*" in str(after)
    assert "“&lt;b&gt;seen&lt;/b&gt;”" in after._repr_html_()
    assert "*" not in str(card)
