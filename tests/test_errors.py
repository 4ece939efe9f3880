"""Errors cross processes whole, and a defect keeps the lines that tell where it broke."""

import pickle

from fitscore.errors import Defect, InputError, Problem


def test_errors_survive_the_way_between_processes() -> None:
    error = InputError([Problem("cv.yaml", "wrong", 3, "work[0]", "write it so"), Problem("cv.yaml", "also wrong")])
    again = pickle.loads(pickle.dumps(error))
    assert again.problems == error.problems
    assert str(again).splitlines() == ["cv.yaml:3: work[0]: wrong — write it so", "cv.yaml: also wrong"]


def test_a_defect_says_so_and_keeps_its_trace() -> None:
    try:
        {}["gone"]
    except KeyError as error:
        defect = pickle.loads(pickle.dumps(Defect.of(error, "notice.txt")))
    assert isinstance(defect, InputError)
    assert "a defect of fitscore" in str(defect)
    assert "KeyError" in defect.trace
    assert "test_errors" in defect.trace
