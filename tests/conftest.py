"""The option that rewrites the golden runs, in how many processes tests run, and how properties are tried: always alike."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

MOST_WORKERS = 4
"""Each worker collects all tests and reads the models for itself: more of them would gain little."""

settings.register_profile("fitscore", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fitscore")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the results of the golden runs anew")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """How many processes ``-n auto`` means: one a core for folders of tests; none beside this one for files named by hand."""
    if not any(Path(argument.partition("::")[0]).is_dir() for argument in config.args):
        return 0
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST_WORKERS, cores)
