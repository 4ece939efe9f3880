"""Readers of CV files, one module a format; each offers ``ENDINGS`` and ``read(data, file) -> Document``."""
