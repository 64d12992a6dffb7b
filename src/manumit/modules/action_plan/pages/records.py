"""Entering and correcting the records themselves: plan, commitment, recommendation, partnership."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records.manifest import Text
from manumit.spine.ui.refusing import asking

from ..actions.add_plan import add_plan
from ..actions.begin_partnership import begin_partnership
from ..actions.edit_commitment import edit_commitment
from ..actions.edit_record import edit_record
from ..actions.file_commitment import file_commitment
from ..actions.recommend import recommend
from ..models import Commitment, Partnership, Plan, PriorityAction, Recommendation
from .asking import ask
from .noun_forms import NounForm, form_of, standing

l_ = gettext_lazy


@dataclass(frozen=True)
class RecordNoun:
    """A record: what it is called, its questions when new and when corrected, and what is done with the answers."""

    one: Text
    model: Any
    new: Mapping[str, Text]
    correct: Mapping[str, Text]
    add: Callable[[Actor, dict[str, Any], str], Any]
    edit: Callable[..., Any]
    place: Callable[[Any], str]


def _recommended(actor: Actor, values: dict[str, Any], source: str) -> Any:
    agencies = [each.strip() for each in values.pop("agency_code").split(",") if each.strip()]
    return recommend(actor, values["body"], values["item"], values["text"], agencies=agencies,
                     made_on=values["made_on"], plan=values["plan"])[0]  # fmt: skip


def _at(route: str) -> Callable[[Any], str]:
    return lambda record: reverse(route, args=[record.number])


COUNTED = [("", l_("Nothing counts it")), ("evidence", l_("Counted from the evidence"))]
PLAN = {
    "title": l_("Title"), "edition": l_("Edition"), "adopted_on": l_("Adopted on"), "horizon_on": l_("Until"),
    "source_url": l_("Where it was published"), "comment_days": l_("Days the council has to comment"),
}  # fmt: skip
KNOWN = {
    "pillar": l_("Pillar"), "title": l_("Title"), "joint_codes": l_("Partner agencies, by code"), "plan": l_("Plan"),
    "priority_action": l_("Priority action it carries out"), "measure": l_("Measure"),
    "target": l_("Target, how many"), "counted_by": l_("What counts it"), "amount": l_("Amount, in US dollars"),
    "recurring": l_("It comes again every year"), "outcome": l_("What is known to have come of it"),
}  # fmt: skip
SAID = {
    "agency_code": l_("Agency that answers for it, by code"), "verb": l_("Verb"), "thing": l_("What is done"),
    "sentence": l_("Sentence, word for word"), "made_on": l_("Promised on"), "due_on": l_("Due"),
    "due_words": l_("When, in the document's words"),
}  # fmt: skip
RECOMMENDED = {
    "body": l_("Who recommends"), "item": l_("Number"), "text": l_("Text, word for word"),
    "agency_code": l_("Agencies it is addressed to, by code"), "made_on": l_("Made on"), "plan": l_("Plan"),
}  # fmt: skip
FOLLOWED = {
    "status": l_("How far it is"), "commitment_number": l_("Number of the commitment it led to"),
    "internal_text": l_("For the task force only"),
}  # fmt: skip
AGREED = {
    "partnership_kind": l_("Kind"), "country": l_("Country"), "begins_on": l_("First day"), "ends_on": l_("Last day"),
    "objectives": l_("What it is for"), "sustainability_plan": l_("How it will last once it ends"),
}  # fmt: skip
SPOKEN = {name: label for name, label in AGREED.items() if name not in ("begins_on", "ends_on")}

NOUNS = {
    "plan": RecordNoun(l_("Plan"), Plan, PLAN, PLAN,
                       lambda actor, values, source: add_plan(actor, values, source=source),
                       edit_record, _at("action_plan:plan")),
    "commitment": RecordNoun(l_("Commitment"), Commitment, {**SAID, **KNOWN}, KNOWN,
                             lambda actor, values, source: file_commitment(actor, values, source=source),
                             edit_commitment, _at("action_plan:commitment")),
    "recommendation": RecordNoun(l_("Recommendation"), Recommendation, RECOMMENDED, FOLLOWED, _recommended,
                                 edit_record, lambda record: reverse("action_plan:recommendations")),
    "partnership": RecordNoun(l_("Partnership"), Partnership, AGREED, SPOKEN,
                              lambda actor, values, source: begin_partnership(actor, values, source=source),
                              edit_record, _at("action_plan:partnership")),
}  # fmt: skip


def _offered(actor: Actor) -> Callable[[str], Any]:
    def rows(name: str) -> Any:
        model = {"plan": Plan, "priority_action": PriorityAction}[name]
        return model.objects.visible_to(actor)[:500]

    return rows


def _form(request: HttpRequest, noun: RecordNoun, fields: Mapping[str, Text], shown: dict[str, Any]) -> NounForm:
    form = form_of(noun.model, fields, _offered(asking(request)))(request.POST or None, initial=shown)
    if "counted_by" in fields:
        form.fields["counted_by"] = forms.ChoiceField(
            label=str(fields["counted_by"]), choices=COUNTED, required=False, initial=shown.get("counted_by", "")
        )
    return form


def _values(noun: RecordNoun, form: NounForm) -> dict[str, Any]:
    """Return the answers; of rows chosen by id the rows themselves are written by their column."""
    return {noun.model._meta.get_field(name).attname: value for name, value in form.values().items()}


def _new(request: HttpRequest, noun: RecordNoun) -> HttpResponse:
    form = _form(request, noun, noun.new, {"version": 0})
    plain = noun.model is Recommendation

    def act() -> Any:
        actor = asking(request)
        given = form.values() if plain else _values(noun, form)
        if plain and given["plan"]:
            given["plan"] = Plan.objects.visible_to(actor).get(pk=given["plan"])
        return noun.add(actor, given, form.cleaned_data["source"])

    return ask(request, form, _("New: %(what)s") % {"what": noun.one}, act, back=noun.place)


def _edit(request: HttpRequest, noun: RecordNoun, record: Any) -> HttpResponse:
    shown = {**standing(record, noun.correct, {}), "version": record.version}
    form = _form(request, noun, noun.correct, shown)

    def act() -> Any:
        given = form.cleaned_data
        return noun.edit(
            asking(request), record, form.values(), expected_version=given["version"], source=given["source"]
        )

    return ask(request, form, _("Correct: %(what)s") % {"what": noun.one}, act, back=noun.place(record))


@guarded("create", "plan")
def new_plan(request: HttpRequest) -> HttpResponse:
    """Enter a plan."""
    return _new(request, NOUNS["plan"])


@guarded("edit", "plan")
def edit_plan(request: HttpRequest, record: Plan) -> HttpResponse:
    """Correct a plan."""
    return _edit(request, NOUNS["plan"], record)


@guarded("create", "commitment")
def new_commitment(request: HttpRequest) -> HttpResponse:
    """File a commitment by hand."""
    return _new(request, NOUNS["commitment"])


@guarded("supervise", "commitment")
def correct_commitment(request: HttpRequest, record: Commitment) -> HttpResponse:
    """Correct what is known of a commitment."""
    return _edit(request, NOUNS["commitment"], record)


@guarded("create", "recommendation")
def new_recommendation(request: HttpRequest) -> HttpResponse:
    """Record a recommendation to each of its addressees."""
    return _new(request, NOUNS["recommendation"])


@guarded("edit", "recommendation")
def correct_recommendation(request: HttpRequest, record: Recommendation) -> HttpResponse:
    """Say how far a recommendation is and where it led."""
    return _edit(request, NOUNS["recommendation"], record)


@guarded("create", "partnership")
def new_partnership(request: HttpRequest) -> HttpResponse:
    """Begin a partnership."""
    return _new(request, NOUNS["partnership"])


@guarded("edit", "partnership")
def edit_partnership(request: HttpRequest, record: Partnership) -> HttpResponse:
    """Correct a partnership, or write how it will last."""
    return _edit(request, NOUNS["partnership"], record)
