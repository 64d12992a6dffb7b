"""The nouns that belong to a plan or a partnership, as a table: what is asked of each, what is locked, what must hold.

One action adds and one corrects any of them; one screen shows the form of any. A row that a plan words is locked once
it is entered: what it says word for word is not corrected.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Text

from . import noun_rules as rules
from .models import (
    Meeting,
    MeetingDecision,
    PartnershipActivity,
    PartnershipAmendment,
    PartnershipContribution,
    PartnershipDialogue,
    PartnershipIndicator,
    PartnershipObjective,
    Pillar,
    PlanReport,
    Principle,
    PriorityAction,
    WorkingGroup,
)


@dataclass(frozen=True)
class Noun:
    """A noun: its name in addresses, what one is called, its model, and its questions with their labels in order.

    `rows` names the noun that a field chooses a row of; `years` are fields that hold a number for each year;
    `locked` fields are asked once. `settle` looks at a row before it is written: it computes, or raises Refused.
    """

    name: str
    one: Text
    model: Any
    fields: Mapping[str, Text]
    rows: Mapping[str, str] = field(default_factory=dict)
    years: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()
    settle: Callable[[Any, Any], None] = rules.nothing
    editable: bool = True

    @property
    def kind(self) -> str:
        """The kind of the record it belongs to."""
        return str(self.model.scoped_through.kind)

    @property
    def path(self) -> str:
        """How a row reaches its record."""
        return str(self.model.scoped_through.path)


PILLAR, NUMBER, TEXT = _("Pillar"), _("Number"), _("Text, word for word")
WORDED = frozenset({"number", "text"})

_ALL = (
    Noun("pillars", _("Pillar"), Pillar,
         {"title": _("Name, as the plan has it"), "pillar": _("Counted as"), "position": _("Position")}),
    Noun("principles", _("Principle"), Principle, {"pillar": PILLAR, "number": NUMBER, "text": TEXT},
         rows={"pillar": "pillars"}, locked=WORDED),
    Noun("actions", _("Priority action"), PriorityAction,
         {"principle": _("Principle"), "number": NUMBER, "text": TEXT, "leads": _("Agencies that lead, by code"),
          "supporting": _("Agencies that support, by code"), "timeline": _("When, in the plan's words")},
         rows={"principle": "principles"}, locked=WORDED | {"timeline"}, settle=rules.dated),
    Noun("groups", _("Working group"), WorkingGroup,
         {"title": _("Name"), "remit": _("Remit"), "chair": _("Agency in the chair, by code"),
          "members": _("Agencies in it, by code")}),
    Noun("meetings", _("Meeting"), Meeting,
         {"title": _("Name"), "held_on": _("Day"), "group": _("Working group"), "minutes": _("Minutes")},
         rows={"group": "groups"}),
    Noun("decisions", _("Decision"), MeetingDecision,
         {"meeting": _("Meeting"), "text": _("What was decided"),
          "commitment_number": _("Number of the commitment it led to")},
         rows={"meeting": "meetings"}, settle=rules.known_commitment),
    Noun("reports", _("Report"), PlanReport,
         {"title": _("Title"), "year": _("Year"), "url": _("Where it is"), "published_on": _("Published on")}),
    Noun("objectives", _("Objective"), PartnershipObjective, {"pillar": PILLAR, "text": TEXT}),
    Noun("activities", _("Activity"), PartnershipActivity,
         {"objective": _("Objective"), "side": _("Side that answers for it"), "text": _("Activity"),
          "due_on": _("Due"), "done_on": _("Done on"), "result": _("Result, not activity")},
         rows={"objective": "objectives"}, settle=rules.done_with_result),
    Noun("indicators", _("Indicator"), PartnershipIndicator,
         {"title": _("What is measured"), "baseline": _("Before the partnership"), "targets": _("Target"),
          "actuals": _("Reached")}, years=frozenset({"targets", "actuals"}), settle=rules.targeted),
    Noun("contributions", _("Contribution"), PartnershipContribution,
         {"side": _("Side"), "contribution_form": _("In what form"), "year": _("Year"),
          "planned": _("Planned, in US dollars"),
          "actual": _("Given, in US dollars")}, settle=rules.within_years),
    Noun("dialogues", _("Annual dialogue"), PartnershipDialogue,
         {"held_on": _("Day"), "indicators": _("Indicators it is about"), "decisions": _("What it decided")},
         rows={"indicators": "indicators"}, settle=rules.agreed_beforehand),
    Noun("amendments", _("Amendment"), PartnershipAmendment,
         {"signed_on": _("Signed on"), "text": _("What is amended"), "ends_on": _("New last day, if it moves")},
         settle=rules.amended, editable=False),
)  # fmt: skip
NOUNS: Mapping[str, Noun] = {noun.name: noun for noun in _ALL}
"""Every noun by its name."""


def of_kind(kind: str) -> list[Noun]:
    """Return the nouns that belong to records of `kind`, in their order."""
    return [noun for noun in _ALL if noun.kind == kind]
