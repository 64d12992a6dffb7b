"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import Remains
from ..facts import PartFacts


def interval_has_its_unit(facts: PartFacts) -> Finding | None:
    """An estimated interval has its unit; a unit alone says its order of magnitude, as NamUs often does."""
    remains = facts.part
    if not isinstance(remains, Remains) or remains.interval is None or remains.interval_unit:
        return None
    return Finding(("interval", "interval_unit"), _("Give the interval with its unit."))
