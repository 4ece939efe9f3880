"""The option that rewrites the golden runs, and how properties are tried: the same examples, however slow the machine."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("fitscore", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fitscore")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the results of the golden runs anew")
