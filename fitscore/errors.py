"""What a user can mend: where it is, what is wrong, and what to write instead; many at once."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in an input.

    ``file`` is the path as the user gave it; ``line`` counts from 1; ``path`` is the place inside the document
    (``work[2].startDate``); ``instead`` tells what to write.
    """

    file: str
    what: str
    line: int | None = None
    path: str | None = None
    instead: str | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line is not None else self.file
        inside = f" {self.path}:" if self.path else ""
        mend = f" — {self.instead}" if self.instead else ""
        return f"{place}:{inside} {self.what}{mend}"


class InputError(ValueError):
    """An input that cannot be used, with every mistake found in it (``problems``, at least one)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def one(
        cls, file: str, what: str, *, line: int | None = None, path: str | None = None, instead: str | None = None
    ) -> InputError:
        """An error with a single problem; the arguments are those of `Problem`."""
        return cls([Problem(file, what, line, path, instead)])

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        return InputError, (self.problems,)


class Defect(InputError):  # noqa: N818  (it says what it is)
    """A mistake of the program itself that one input brought to light: the run goes on, ``trace`` says where it broke."""

    def __init__(self, problems: Iterable[Problem], trace: str = "") -> None:
        super().__init__(problems)
        self.trace = trace

    @classmethod
    def of(cls, error: Exception, file: str) -> Defect:
        """The defect behind an unforeseen exception, met while working on ``file``."""
        what = f"a defect of fitscore, not a mistake of yours, stopped this: {type(error).__name__}: {error}"
        trace = "".join(traceback.format_exception(error))
        return cls([Problem(file, what, instead="please report it with the lines below")], trace)

    def __reduce__(self) -> tuple[type[Defect], tuple[tuple[Problem, ...], str]]:  # type: ignore[override]
        return Defect, (self.problems, self.trace)
