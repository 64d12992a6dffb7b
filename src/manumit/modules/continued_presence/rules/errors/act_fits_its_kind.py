"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts

SEX_ONLY = frozenset({"patronize", "solicit"})


def act_fits_its_kind(facts: RequestFacts) -> Finding | None:
    """Paying for and soliciting are acts of sex trafficking only. Source: 22 USC 7102(11)(A) and (B)."""
    if facts.answers.get("trafficking") != "labor" or not set(facts.many("acts")) or set(facts.many("acts")) - SEX_ONLY:
        return None
    return Finding(("acts",), _("For labor trafficking choose recruiting, housing, moving, handing over or taking."))
