"""Verdicts and outcomes in a sign and in words for people, and their order from worst to best."""

from __future__ import annotations

OUTCOMES = {"eligible": ("✓", "meets"), "verify": ("?", "to verify"), "not_eligible": ("✗", "does not meet")}
VERDICTS = {"met": ("✓", "meets"), "partial": ("~", "in part"), "unmet": ("✗", "does not meet"), "unknown": ("?", "not shown")}
OUTCOMES_FROM_WORST = ("not_eligible", "verify", "eligible")
VERDICTS_FROM_WORST = ("unmet", "unknown", "partial", "met")
IMPORTANCE_FROM_LEAST = ("desirable", "essential")
REVIEWED = "*"
"""After a sign: the verdict is a reviewer's."""
TO_CONFIRM = "A reading of the notice, for a person to confirm."
