"""The one spaCy pipeline, the loading of ``models/`` (nothing else does either), and what a judge of likeness is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from fitscore.text import lower_same_length
from fitscore.vocabulary import load

_AFTER_A_NAME = frozenset({"we", "you", "our", "your", "the", "is", "are", "it", "this", "can", "should", "may", "will"})
"""Words that follow no name: where one stands in capitals after it, a whole heading is in capitals ("WHO WE ARE")."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How one text relates to a topic: ``words`` are those of the text that show it, ``missing`` those of the topic that nothing
    in the text speaks of.

    ``covered`` is how much (0..1) of the topic the text names. ``possible`` is the probability that the text, as a line of a CV,
    shows the topic at least in part; ``sure``, that it shows all of it, were it said of a dated job.
    """

    covered: float
    possible: float
    sure: float
    words: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Likeness(Protocol):
    """Judges how texts relate to a topic. Narrow on purpose: another judge can take its place."""

    def relate(self, topic: str, texts: Sequence[str]) -> list[Relation]:
        """One relation a text, in the order given; each depends on the topic and that text alone."""

    def together(self, topic: str, texts: Sequence[str]) -> Relation:
        """The relation of several texts read as one: never less than that of fewer of them, in whatever order."""

    def can_tell(self, topic: str) -> bool:
        """Whether the judge knows what the topic is about, so that finding nothing says that nothing is there."""


@cache
def default_likeness() -> Likeness:
    """The likeness that is used unless another is given."""
    from fitscore.nlp.judge import LearnedLikeness

    return LearnedLikeness()


@dataclass(frozen=True, slots=True)
class Token:
    """A word or closing sign of a text: its stem (the sign itself for a sign), and its place."""

    stem: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, and the signs that part its sentences, as stems with their places; dashes and quotes left out."""
    out = []
    names = _names_in_capitals()
    for token in pipeline().make_doc(lower_same_length(text).replace("(s)", "s  ")):
        word = token.text
        if word[0].isalnum():
            end = token.idx + len(word)
            stem = names[word] if word in names and _is_name(text, token.idx, end) else _stem(word)
            out.append(Token(stem, token.idx, end))
        elif word in ".,;:!?()":
            out.append(Token(word, token.idx, token.idx + len(word)))
    return tuple(out)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a word is in capitals, and not as part of a heading in capitals."""
    following = text[end : end + 8].split(maxsplit=1)
    return text[start:end].isupper() and not (following and following[0].isupper() and following[0].lower() in _AFTER_A_NAME)


@cache
def _names_in_capitals() -> Mapping[str, str]:
    return {str(word): str(stem) for word, stem in load("stems").table("capitals").items()}


@cache
def pipeline() -> Any:
    """spaCy's rules for cutting English into words (nothing else: no model)."""
    import spacy

    return spacy.blank("en")


@cache
def _stemmer() -> Any:
    from snowballstemmer import stemmer

    return stemmer("english")


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return _own_stems().get(word) or str(_stemmer().stemWord(word))


@cache
def _own_stems() -> Mapping[str, str]:
    return {str(word): str(stem) for word, stem in load("stems").table("own").items()}


def model_folder(name: str) -> Path:
    """The folder of a trained model, in a checkout and when installed. Raises `FileNotFoundError`."""
    package = Path(str(files("fitscore")))
    for folder in (package / "models" / name, package.parent / "models" / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"models/{name} is not there: install fitscore again")
