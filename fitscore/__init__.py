"""Reads vacancy notices and holds a candidate's CV against each requirement, with evidence."""

__version__ = "0.1.0"
