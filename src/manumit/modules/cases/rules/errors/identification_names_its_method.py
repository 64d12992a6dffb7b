"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import Remains
from ..facts import PartFacts


def identification_names_its_method(facts: PartFacts) -> Finding | None:
    """An identification names method, examiner and day."""
    remains = facts.part
    if not isinstance(remains, Remains):
        return None
    said = {name: bool(getattr(remains, name)) for name in ("identified_by_method", "identified_by", "identified_on")}
    if len(set(said.values())) == 1:
        return None
    missing = tuple(name for name, given in said.items() if not given)
    return Finding(missing, _("An identification needs its method, its examiner and its day."))
