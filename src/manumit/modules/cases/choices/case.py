"""Vocabularies of the case itself."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.coded import labels
from manumit.values.tables.us_states import US_STATES

_yes_no = labels("YES_NO_UNKNOWN")

STATE_UNKNOWN = "ZZ"
"""Stands for a place whose state nobody knows: the last of the codes ISO 3166-1 leaves to its users."""


class CaseType(TextChoices):
    """What the case is about. Source: the case types common to NamUs, NCIC and ViCAP; `unknown` is explicit.

    An unclaimed person is dead and identified by name, but no next of kin has been found (NamUs).
    """

    MISSING = "missing", _("Missing person")
    HOMICIDE = "homicide", _("Homicide")
    TRAFFICKING_SEX = "trafficking_sex", _("Sex trafficking")
    TRAFFICKING_LABOR = "trafficking_labor", _("Labor trafficking")
    UNIDENTIFIED_REMAINS = "unidentified_remains", _("Unidentified remains")
    SUSPICIOUS_DEATH = "suspicious_death", _("Suspicious death")
    UNCLAIMED = "unclaimed", _("Unclaimed person")
    UNKNOWN = "unknown", _("Not yet known")


class State(TextChoices):
    """Where the case stands. Source: practice of the BIA Missing and Murdered Unit; see `procedure.py`."""

    INTAKE = "intake", _("Intake")
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    COLD = "cold", _("Cold")
    RESOLVED = "resolved", _("Resolved")


class Outcome(TextChoices):
    """How a case ended; empty until then. Source: NCIC locate and clear, FBI UCR clearances, TLOA declinations."""

    LOCATED_SAFE = "located_safe", _("Located, safe")
    LOCATED_DECEASED = "located_deceased", _("Located, deceased")
    RETURNED_VOLUNTARILY = "returned_voluntarily", _("Returned voluntarily")
    IN_CUSTODY = "in_custody", _("Located, in custody")
    IDENTIFIED = "identified", _("Remains identified")
    CLEARED_ARREST = "cleared_arrest", _("Cleared by arrest")
    CLEARED_EXCEPTIONAL = "cleared_exceptional", _("Cleared by exceptional means")
    DECLINED = "declined", _("Prosecution declined")
    UNFOUNDED = "unfounded", _("Unfounded")
    DUPLICATE = "duplicate", _("Duplicate of another case")


class DatePrecision(TextChoices):
    """How exactly a date is known. Source: HTCDS 2.0 and NamUs, which both publish ranges, not points."""

    EXACT = "exact", _("Exact time known")
    DAY = "day", _("Day known")
    MONTH = "month", _("Month known")
    YEAR = "year", _("Year known")
    APPROXIMATE = "approximate", _("About then")
    RANGE = "range", _("Between two dates")
    UNKNOWN = "unknown", _("Not known")


class PlacePrecision(TextChoices):
    """How exactly the place is known. Source: the fields NamUs publishes of a sighting."""

    ADDRESS = "address", _("Address known")
    LOCALITY = "locality", _("City or locality known")
    COUNTY = "county", _("County known")
    STATE = "state", _("State known")
    UNKNOWN = "unknown", _("Not known")


class TribalLand(TextChoices):
    """Whether the person was last seen on Tribal land. Source: NamUs `missingFromTribalLand`."""

    YES = "yes", _yes_no("yes")
    NO = "no", _yes_no("no")
    UNKNOWN = "unknown", _yes_no("unknown")


class SuspendReason(TextChoices):
    """Why no one works the case now. Age is not among them: 34 USC 41308 bars it."""

    NO_LEADS = "no_leads", _("No leads left to follow")
    AWAITING_LABORATORY = "awaiting_laboratory", _("Waiting for a laboratory")
    AWAITING_AGENCY = "awaiting_agency", _("Waiting for another agency")
    AWAITING_COURT = "awaiting_court", _("Waiting for a court")


class ReopenReason(TextChoices):
    """Why a case is worked again. Source: cold-case review practice."""

    NEW_LEAD = "new_lead", _("New lead")
    NEW_EVIDENCE_TEST = "new_evidence_test", _("New test of evidence")
    REVIEW = "review", _("Scheduled review")
    FAMILY_REQUEST = "family_request", _("The family asked")
    CLOSED_IN_ERROR = "closed_in_error", _("Closed in error")


def state_choices() -> list[tuple[str, object]]:
    """Return (postal code, name) for each state, "not known" first. Source: USPS Publication 28."""
    return [(STATE_UNKNOWN, _("Not known")), *((entry.code, entry.label) for entry in US_STATES)]
