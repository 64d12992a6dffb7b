"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding
from manumit.values.code_table import UnknownCode
from manumit.values.tables.statutes import STATUTE

from ..facts import RequestFacts


def statutes_are_sound(facts: RequestFacts) -> Finding | None:
    """At least one statute is looked into, and a federal one stands in the table."""
    given = [part.strip() for part in facts.text("statutes").split(",") if part.strip()]
    if not given:
        return Finding(("statutes",), _("Name at least one statute you look into."))
    wrong = [each for each in given if "USC" in each.upper().replace(".", "") and not _known(each)]
    told = _("Not in the table of federal statutes: %(which)s. Write it such as 18 USC 1591.")
    return Finding(("statutes",), told % {"which": ", ".join(wrong)}) if wrong else None


def _known(text: str) -> bool:
    try:
        return bool(STATUTE.code(text))
    except UnknownCode:
        return False
