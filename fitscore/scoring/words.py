"""Verdicts and outcomes in a sign and in words for people, what verdicts mean, and their order from worst to best."""

from __future__ import annotations

OUTCOMES = {"eligible": ("✓", "meets"), "verify": ("?", "to verify"), "not_eligible": ("✗", "does not meet")}
VERDICTS = {"met": ("✓", "meets"), "partial": ("~", "in part"), "unmet": ("✗", "does not meet"), "unknown": ("?", "not shown")}
MEANINGS = {
    "met": "the CV shows it",
    "partial": "the CV shows some of it, or something that a person must judge",
    "unknown": "the CV says nothing on it",
    "unmet": "the CV shows that it is not so",
}
OUTCOMES_FROM_WORST = ("not_eligible", "verify", "eligible")
VERDICTS_FROM_WORST = ("unmet", "unknown", "partial", "met")
IMPORTANCE_FROM_LEAST = ("desirable", "essential")
REVIEWED = "*"
"""After a sign: the verdict is a reviewer's."""
TO_CONFIRM = "A reading of the notice, for a person to confirm."
