"""The page in a real browser: accessibility, links without JavaScript, pointing with it, a phone's width, print.

Needs the extra ``browser`` and a Chromium that is installed (Debian: ``apt-get install chromium``); skipped where they are not.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fitscore.cli import run

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install 'fitscore[browser]'")
if CHROMIUM is None:
    pytest.skip("no Chromium is installed, so the page is not opened in a browser", allow_module_level=True)

PEOPLE = {
    "one": ["data/profiles/demir_kerem.yaml"],
    "several": ["data/profiles/demir_kerem.yaml", "data/profiles/moreau_lea.yaml", "data/profiles/banda_chanda.yaml"],
}
PAGES = (*PEOPLE, "reviewed")
DESK, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of a page of one pair, of a shortlist, and of that shortlist after a review."""
    folder = tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for name, people in PEOPLE.items():
            call = [*people, "--vacancy", "data/vacancies/nspa-fuels-officer.txt", "--as-of", "2026-01-15"]
            assert run([*call, "--export", str(folder / f"{name}.html")]) == 0
        assert run([*call, "--export", str(folder / "a.xlsx")]) == 0
        review(folder / "a.xlsx")
        assert run([*call, "--reviewed", str(folder / "a.xlsx"), "--export", str(folder / "reviewed.html")]) == 0
    return {name: (folder / f"{name}.html").as_uri() for name in PAGES}


def review(path: Path) -> None:
    """Write verdicts and reasons into the first rows of a workbook, as a person would."""
    book = openpyxl.load_workbook(path)
    for number, verdict in enumerate(("meets", "does not meet", None, "in part"), 2):
        for column, words in zip("LMN", (verdict, "seen on paper, and asked the referee", "R. Viewer"), strict=True):
            book["Evidence"][f"{column}{number}"] = words
    book.save(path)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Any]:
    """Opens an address in a fresh window, and afterwards holds that nothing was loaded and nothing complained."""
    contexts: list[Any] = []
    said: list[str] = []

    def opener(address: str, **options: Any) -> Any:
        contexts.append(browser.new_context(**{"viewport": DESK, **options}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url) if request.url.partition("#")[0] != address else None)
        page.goto(address)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert said == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scheme", "size"), [("light", DESK), ("dark", DESK), ("light", PHONE)])
def test_axe_finds_no_violation(pages: dict[str, str], opened: Any, name: str, scheme: str, size: dict[str, int]) -> None:
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed: pip install 'fitscore[browser]'")
    page = opened(pages[name], color_scheme=scheme, viewport=size)
    page.evaluate(Path(package.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    assert len(found["passes"]) >= 30
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_scrolling_to_the_side(pages: dict[str, str], opened: Any, name: str) -> None:
    page = opened(pages[name], viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_links_lead_both_ways_without_javascript(pages: dict[str, str], opened: Any) -> None:
    page = opened(pages["one"], java_script_enabled=False)
    page.locator("#r1-a12 a").click()
    tag = page.locator("#r1-t12")
    tag.click()
    assert page.url.endswith("#r1-a12")
    top = page.locator("#r1-a12").bounding_box()["y"]
    assert 0 <= top < DESK["height"]


def test_pointing_at_one_side_shows_the_other(pages: dict[str, str], opened: Any) -> None:
    page = opened(pages["one"])
    page.locator("#r1-a12").hover()
    assert page.locator("#r1-a12.lit").count() == 1
    assert page.locator("mark.lit").first.get_attribute("data-c") == "12"
    shown = page.locator("#r1-t12").bounding_box()["y"]
    assert 0 <= shown < DESK["height"]
    page.evaluate("scrollTo(0, document.querySelector('#r1-a13').getBoundingClientRect().top - 300)")
    page.locator('mark[data-c="2"]').first.hover()
    peek = page.locator(".peek")
    quote = page.locator("#r1-a2 .evidence bdi").first.inner_text()
    assert quote in peek.inner_text()
    assert peek.locator("a").count() == 0
    page.keyboard.press("Escape")
    assert page.locator(".peek, .lit").count() == 0


def test_the_keyboard_comes_first_to_the_skip_link_and_lights_what_it_stands_on(pages: dict[str, str], opened: Any) -> None:
    page = opened(pages["one"])
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement && link.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#r1-t1"
    assert page.locator("mark.lit").first.get_attribute("data-c") == "1"


def test_a_shortlist_leads_to_what_reviewers_said(pages: dict[str, str], opened: Any) -> None:
    page = opened(pages["reviewed"], java_script_enabled=False)
    said = page.locator("#list .reviews li")
    assert said.count() == 4
    assert page.locator(".grid .badge", has_text="*").count() == 3
    said.first.locator("a").click()
    shown = page.locator(":target .review")
    assert "R. Viewer: “seen on paper, and asked the referee”" in shown.inner_text()


def test_print_shows_all_of_the_notice_and_no_link_of_the_screen(pages: dict[str, str], opened: Any) -> None:
    page = opened(pages["several"])
    page.emulate_media(media="print")
    first = page.locator(".notice").first
    assert first.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    assert page.locator(".notice:visible").count() == 1
    assert page.locator(".asked a:visible, .skip:visible, .back:visible").count() == 0
    assert page.pdf().startswith(b"%PDF")
