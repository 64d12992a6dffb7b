"""Vocabularies of the action plan, each with its source."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanPillar(models.TextChoices):
    """Pillars, under which the plans' own words are mapped: the 2021 plan's "crosscutting" is "partnerships" here.

    Source: National Action Plan 2021; the 2024 fact sheet names the fourth pillar partnerships.
    """

    PREVENTION = "prevention", _("Prevention")
    PROTECTION = "protection", _("Protection")
    PROSECUTION = "prosecution", _("Prosecution")
    PARTNERSHIPS = "partnerships", _("Partnerships")
    NONE = "", _("No pillar named")


class Status(models.TextChoices):
    """How far a commitment is, as an agency says it. Ours, after the status reports agencies write."""

    NOT_STARTED = "not_started", _("Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    ONGOING = "ongoing", _("Ongoing")
    DELAYED = "delayed", _("Delayed")
    COMPLETED = "completed", _("Completed")
    NOT_FEASIBLE = "not_feasible", _("Not feasible")
    SUPERSEDED = "superseded", _("Superseded")


ENDED = frozenset({Status.COMPLETED, Status.NOT_FEASIBLE, Status.SUPERSEDED})
"""Statuses after which nothing more is asked of an agency."""


class UpdateState(models.TextChoices):
    """Where a progress report stands on its way to the public."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("With the agency's lead")
    APPROVED = "approved", _("With the secretariat")
    ACCEPTED = "accepted", _("Accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class EvidenceKind(models.TextChoices):
    """What shows that something was done."""

    DOCUMENT = "document", _("Document")
    WEB_PAGE = "web_page", _("Web page")
    DATA = "data", _("Data")
    EVENT = "event", _("Event")


class Decision(models.TextChoices):
    """What a person decided about a proposed commitment."""

    OPEN = "open", _("To decide")
    ACCEPTED = "accepted", _("Filed")
    JOINED = "joined", _("Restated")
    DROPPED = "dropped", _("Dropped")


class Answer(models.TextChoices):
    """How an agency answers a recommendation."""

    OPEN = "", _("Not answered yet")
    ACCEPT = "accept", _("Accepts")
    PARTLY = "partly", _("Accepts in part")
    ALREADY = "already", _("Is doing it already")
    LEGISLATION = "legislation", _("Needs legislation")
    DECLINE = "decline", _("Declines")


class PlanDocumentKind(models.TextChoices):
    """What a document is."""

    FACT_SHEET = "fact_sheet", _("Fact sheet")
    PLAN = "plan", _("Plan")
    REPORT = "report", _("Report")
    STATEMENT = "statement", _("Statement")


class PartnershipKind(models.TextChoices):
    """The two kinds of partnership with a country (22 USC 7103a; fact sheet 2024)."""

    CPC = "cpc", _("Child Protection Compact")
    P2P = "p2p", _("Partnership to Prevent Human Trafficking")


class PartnershipState(models.TextChoices):
    """Whether a partnership still runs."""

    RUNNING = "running", _("Running")
    CLOSED = "closed", _("Closed")


class Side(models.TextChoices):
    """Who gives or does something in a partnership."""

    US = "us", _("United States")
    PARTNER = "partner", _("Partner country")


class ContributionForm(models.TextChoices):
    """In what form something is given."""

    CASH = "cash", _("Money")
    IN_KIND = "in_kind", _("In kind")


class AskedOf(models.TextChoices):
    """Whom advice is asked of: the State Department's expert consultant network, the advisory council, or both.

    Source: both are named in the 2024 fact sheet.
    """

    NETWORK = "network", _("Expert consultant network")
    COUNCIL = "council", _("Advisory council")
    BOTH = "both", _("Network and council")


class AdviceState(models.TextChoices):
    """Whether advice may still be given."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class BecameOf(models.TextChoices):
    """What the asking agency did with advice."""

    OPEN = "", _("Not said yet")
    TAKEN = "taken", _("Taken up")
    PARTLY = "partly", _("Taken up in part")
    NOT_TAKEN = "not_taken", _("Not taken up")


class HoursState(models.TextChoices):
    """Where an adviser's hours stand."""

    RECORDED = "recorded", _("Recorded")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
    PAID = "paid", _("Paid")


class PublicNoun(models.TextChoices):
    """What is published beside promises, by the word in its address."""

    PARTNERSHIP = "partnerships", _("Partnerships with countries")
    RECOMMENDATION = "recommendations", _("Recommendations")
    DECISION = "decisions", _("Decisions of meetings")
