"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding
from manumit.values.tables.statutes import STATUTE

from ...choices import Jurisdiction
from ...models import Charge
from ..facts import PartFacts


def federal_statute_is_listed(facts: PartFacts) -> Finding | None:
    """A federal charge cites a statute of the table of federal statutes, as it is cited there."""
    part = facts.part
    if not isinstance(part, Charge) or part.jurisdiction != Jurisdiction.FEDERAL or part.statute in STATUTE:
        return None
    near = ", ".join(row.code for row in STATUTE.nearest(part.statute))
    why = _("This is no statute of the table of federal statutes. Nearest: %(near)s.")
    return Finding(("statute",), why % {"near": near or "18 USC 1591, 18 USC 1589"})
