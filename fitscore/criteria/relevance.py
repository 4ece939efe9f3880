"""Which jobs relate to a domain: clearly, possibly, or not (contract §4.1)."""

from __future__ import annotations

from fitscore.criteria.base import Context
from fitscore.criteria.evidence import IN_ONE_JOB, counts, is_pasted, post, topic_in, weigh
from fitscore.criteria.years import Counted
from fitscore.profiles.candidate import Candidate, Job, Statement


def related_jobs(
    domain: str | None, words: str, candidate: Candidate, *, context: Context, in_doubt: bool = False
) -> tuple[Counted, ...]:
    """The jobs whose title, employer or text relates to ``domain``; all of them where no domain is asked.

    ``words`` are the notice's, which prove nothing when pasted. ``in_doubt``: where nobody can tell what the domain is
    about, any job may be in it.
    """
    if domain is None:
        return tuple(Counted(job, True) for job in candidate.jobs)
    domain = topic_in(domain, words)
    found = {job.index: _counted(domain, words, job, candidate, context) for job in candidate.jobs}
    untold = in_doubt and not context.likeness.can_tell(domain)
    all_jobs = (found[job.index] or (Counted(job, False) if untold else None) for job in candidate.jobs)
    return tuple(counted for counted in all_jobs if counted is not None)


def _counted(domain: str, words: str, job: Job, candidate: Candidate, context: Context) -> Counted | None:
    parts = (other for other in candidate.jobs if post(other) == post(job))
    said = [candidate.statements[index] for part in parts for index in part.statements]
    said = [s for s in said if counts(s.text) and not is_pasted(s.text, words)]
    if not said:
        return None
    texts = [s.text for s in said]
    settings = context.settings.evidence
    relations = context.likeness.relate(domain, texts)
    each = [weigh(relation, settings) for relation in relations]
    joined = weigh(context.likeness.together(domain, texts), settings)
    if max(joined.partly * IN_ONE_JOB, *(weighed.partly for weighed in each)) < settings.weak:
        return None
    own = [row for row in zip(said, each, relations, strict=True) if row[0].job == job.index]
    best = max(own, key=lambda row: (row[1], _minus(row[0])), default=None)
    clear = max(joined.wholly * IN_ONE_JOB, *(weighed.wholly for weighed in each)) >= settings.strong
    return Counted(job, clear, best[0], best[2].words) if best else Counted(job, clear)


def _minus(statement: Statement) -> tuple[int, ...]:
    """Sorts statements of the same strength by path and words, the first of them highest."""
    return tuple(-ord(char) for char in f"{statement.path} {statement.text}")
