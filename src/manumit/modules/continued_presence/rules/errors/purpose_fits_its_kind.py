"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...asked import labor, sex
from ..facts import RequestFacts

LABOR = frozenset({"servitude", "peonage", "debt_bondage", "slavery"})


def purpose_fits_its_kind(facts: RequestFacts) -> Finding | None:
    """The purpose is told and fits the kind of trafficking. Source: 22 USC 7102(11)."""
    chosen = set(facts.many("purposes"))
    lacks_sex = sex(facts.answers) and "sex_act" not in chosen
    lacks_labor = labor(facts.answers) and not chosen & LABOR
    if chosen and not lacks_sex and not lacks_labor:
        return None
    return Finding(("purposes",), _("Choose a purpose that fits the kind of trafficking."))
