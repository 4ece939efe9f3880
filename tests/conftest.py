"""The option that rewrites the golden runs."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the results of the golden runs anew")
