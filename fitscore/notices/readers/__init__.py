"""Readers of notice files, one module a format; each offers ``ENDINGS`` and ``read(data: bytes) -> str``."""
