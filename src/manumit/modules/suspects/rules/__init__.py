"""The rules of a suspect: one a file. Their docstrings are what people read."""

from manumit.spine.workflow.rulebook import Rulebook

from .errors.adult_by_age import adult_by_age
from .errors.ages_in_order import ages_in_order
from .errors.basis_is_past import basis_is_past
from .errors.dates_in_order import dates_in_order
from .errors.disposed_has_its_day import disposed_has_its_day
from .errors.federal_statute_is_listed import federal_statute_is_listed
from .errors.measures_in_order import measures_in_order
from .errors.name_says_something import name_says_something
from .errors.partial_plate_says_so import partial_plate_says_so
from .facts import PartFacts, SuspectFacts

TEST = "manumit/modules/suspects/tests/test_rules.py"
SUSPECT_RULES: Rulebook[SuspectFacts] = Rulebook(
    kind="suspect", errors=(ages_in_order, measures_in_order, adult_by_age), warnings=(), test=TEST
)
PART_RULES: Rulebook[PartFacts] = Rulebook(
    kind="suspect part",
    errors=(
        basis_is_past,
        dates_in_order,
        disposed_has_its_day,
        federal_statute_is_listed,
        name_says_something,
        partial_plate_says_so,
    ),
    warnings=(),
    test=TEST,
)

__all__ = ["PART_RULES", "SUSPECT_RULES", "PartFacts", "SuspectFacts"]
