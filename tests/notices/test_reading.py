"""A notice's file: what can be read, what cannot, and how long it takes."""

import hashlib
import time
from pathlib import Path

import pytest

from fitscore.errors import InputError
from fitscore.notices.reading import notice_of, read_notice

ENOUGH = 0.25
"""Seconds that tell how the time grows; only what takes less is tried on a longer text."""


def test_file_is_read_with_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "clerk.txt"
    data = "\ufeffClerk, Seals Office\r\nQUALIFICATIONS\r\n- Connaissance élevée\r\n".encode()
    path.write_bytes(data)
    notice = read_notice(path)
    assert notice.file == str(path)
    assert notice.sha256 == hashlib.sha256(data).hexdigest()
    assert notice.source.startswith("Clerk")
    assert [c.text for c in notice.clauses if c.part == "qualifications"] == ["Connaissance élevée"]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"  \n\r\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf \n", "empty"),
        ("a.txt", b"%PDF-1.7 something", "no plain text"),
        ("a.txt", bytes(range(256)) * 40, "no plain text"),
        ("a.zip", b"words", "cannot be read"),
    ],
)
def test_what_is_no_notice_is_refused(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=what):
        read_notice(path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt"):
        read_notice(tmp_path / "nowhere.txt")


@pytest.mark.parametrize(
    "unit",
    [
        "- ",
        "a. ",
        "(",
        "1. A ",
        "A-",
        "The incumbent must ",
        "Grade: ",
        "salary of ",
        "A B ",
        "x; - ",
        "Contract ",
        "• ",
        "| ",
        "Education",
        "Name: ",
        "\n",
        "- x\n",
        "values of A, ",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        notice_of(text, file="x", sha256="")
        return time.process_time() - begin

    seconds(2_000)
    for size in (5_000, 20_000):
        short, long = min(seconds(size) for _ in range(2)), seconds(4 * size)
        if long >= 12 * short + 0.05:  # once more: the machine may have been slow for a moment
            long = min(long, seconds(4 * size))
        assert long < 12 * short + 0.05, f"{size} signs: {short:.3f} s, four times as many: {long:.3f} s"
        if long > ENOUGH:
            break
