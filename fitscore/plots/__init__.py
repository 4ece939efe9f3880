"""Pictures of results, legible in black and white. Needs the extra ``plots``.

Each takes ``ax=``, draws there or on a new figure, and returns the Axes. `save` writes the same bytes for the same picture.
"""

from __future__ import annotations

from fitscore.plots.candidate import thresholds
from fitscore.plots.course import years_over_time
from fitscore.plots.matrix import heat_map
from fitscore.plots.ranking import fit_to_potential, rank_by_weight
from fitscore.plots.style import save

__all__ = ["fit_to_potential", "heat_map", "rank_by_weight", "save", "thresholds", "years_over_time"]
