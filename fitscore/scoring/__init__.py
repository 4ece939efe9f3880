"""Aggregate assessments into scorecards."""
