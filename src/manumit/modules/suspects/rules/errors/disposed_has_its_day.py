"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import Disposition
from ...models import Charge
from ..facts import PartFacts


def disposed_has_its_day(facts: PartFacts) -> Finding | None:
    """A charge that was decided has the day of the decision, one that is pending has none."""
    if not isinstance(facts.part, Charge):
        return None
    if (facts.part.disposition == Disposition.PENDING) is (facts.part.disposed_on is None):
        return None
    return Finding(("disposed_on",), _("Give the day it was decided; a pending charge has none."))
