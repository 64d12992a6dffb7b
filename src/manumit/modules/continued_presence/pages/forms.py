"""Forms made from the table of questions and from the steps; each works without a script."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency
from manumit.spine.ui.forms import Form, MemorableDateField, TextField, VersionedForm
from manumit.spine.workflow import Transition
from manumit.values.tables.us_states import US_STATES

from ..asked import STEPS, Question, Step
from ..facts import Fact
from ..leaning import Leaning
from ..plain_words import demand_plain
from ..reasons import ASKS, WANTED
from ..rules import REQUEST_RULES

SHOWN = 160
"""How many characters of a fact are shown to choose it by."""


def words_field(label: Any, rows: int = 3, **more: Any) -> forms.CharField:
    """Return a field of several lines, 4,000 characters at most."""
    return forms.CharField(label=label, widget=forms.Textarea({"rows": rows}), max_length=4000, **more)


def fact_choices(facts: Sequence[Fact], barred: frozenset[str]) -> list[Any]:
    """Return facts to choose from, under the step that asked for each; one that is `barred` says so, and is refused."""
    found: dict[str, list[tuple[str, str]]] = {}
    for fact in facts:
        said = _("%(words)s (from the trafficker's side alone: never used)") if fact.name in barred else "%(words)s"
        shown = Truncator(fact.words).chars(SHOWN)
        label = f"{str(fact.title).rstrip('?')}: {said % {'words': shown}}"
        found.setdefault(_area(fact), []).append((fact.name, label))
    return list(found.items())


def _area(fact: Fact) -> str:
    """Return the title of the step that asked for an answer, of anything else what it is called."""
    titles = {f"answer.{each.name}": step.title for step in STEPS for each in step.questions}
    return str(titles.get(fact.field, fact.title))


def field_of(question: Question) -> forms.Field:
    """Return the field that asks a question; every one may stay empty, so that any step can be saved as it is."""
    help_text = f"{question.help} {question.law}".strip() if question.law else question.help
    told: dict[str, Any] = {"label": question.label, "required": False, "help_text": help_text}
    if question.looks == "many":
        return forms.MultipleChoiceField(choices=question.choices, widget=forms.CheckboxSelectMultiple, **told)
    if question.looks == "choice":
        return forms.ChoiceField(choices=question.choices, widget=forms.RadioSelect, **told)
    if question.looks == "date":
        return MemorableDateField(**told)
    if question.looks == "text":
        return words_field(told.pop("label"), **told)
    return TextField(max_length=question.most, **told)


class StepForm(VersionedForm):
    """One step of a request: the questions that apply, with what stands already.

    Any may stay empty when the step is saved, few when the request is signed: none is called optional.
    """

    says_optional = False

    def __init__(self, data: Any = None, *, step: Step, standing: Mapping[str, Any], version: int) -> None:
        asked = shown(step, standing)
        initial = {each.name: _initial(each, standing.get(each.name)) for each in asked}
        super().__init__(data, initial={**initial, "version": version})
        self.asked = asked
        for question in asked:
            self.fields[question.name] = field_of(question)

    def answers(self) -> dict[str, Any]:
        """Return the answers by question."""
        return {each.name: self.cleaned_data.get(each.name) for each in self.asked}


def shown(step: Step, standing: Mapping[str, Any]) -> list[Question]:
    """Return the questions of a step that apply, or that depend on an answer given on the same page."""
    here = {each.name for each in step.questions}
    return [each for each in step.questions if each.applies(standing) or (each.when and "civil_action" in here)]


def _initial(question: Question, value: Any) -> Any:
    return date.fromisoformat(value) if question.looks == "date" and value else value


class BeginForm(Form):
    """Where a request begins."""

    region = forms.ChoiceField(
        label=_("State of your agency"), choices=[("", _("Choose")), *((each.code, each.label) for each in US_STATES)],
        help_text=_("It finds the federal sponsor; you can choose another later."),
    )  # fmt: skip


PLAIN = _("It goes into a letter. Short sentences of common words: grade 8 at most.")


class MoveForm(VersionedForm):
    """Asks what a step wants: words, a ground; of an adverse one, on which facts it rests and from whom they come."""

    def __init__(self, data: Any = None, *, step: Transition, leaning: Leaning | None, version: int) -> None:
        super().__init__(data, initial={"version": version})
        self.step = step
        if step.name in WANTED:
            self._want(step.name)
        if step.name in ASKS:
            self.fields["words"] = words_field(_("Your question"))
        if leaning:
            self.fields["rests_on"] = forms.MultipleChoiceField(
                label=_("On which facts does it rest?"), choices=fact_choices(leaning.facts, leaning.barred),
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Those named stay with the decision. What vetting found is named line by line."),
            )  # fmt: skip
            self.fields["from_trafficker"] = forms.ChoiceField(
                label=_("Does anything of it come from the trafficker or their people?"),
                choices=[("no", _("No")), ("yes", _("Yes"))], widget=forms.RadioSelect,
            )  # fmt: skip
        if step.name == "extend":
            self.fields["until_on"] = MemorableDateField(label=_("Last day"), required=False, help_text=_(
                "Empty for two years, the most there is."
            ))  # fmt: skip

    def _want(self, name: str) -> None:
        wanted = WANTED[name]
        if wanted.grounds:
            grounds = [(each.code, _ground(each)) for each in wanted.grounds]
            self.fields["ground"] = forms.ChoiceField(label=_("Ground"), choices=grounds, widget=forms.RadioSelect)
        self.fields["words"] = words_field(wanted.asked, help_text=PLAIN if wanted.letter else "")
        if wanted.letter:
            self.fields["words_es"] = words_field(_("The same in Spanish"), required=False, help_text=_(
                "Empty where nobody can write it: the letter then says so in Spanish."
            ))  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuse words that a victim could not read, before the pause."""
        given = super().clean() or self.cleaned_data
        demand_plain(self.step.name, given.get("words") or "", given.get("words_es") or "")
        return dict(given)

    def said(self) -> dict[str, Any]:
        """Return what was given, as the action takes it."""
        data = self.cleaned_data
        told = {name: data[name] for name in ("words", "words_es", "ground", "until_on", "rests_on") if data.get(name)}
        if "from_trafficker" in data:
            told["from_trafficker"] = data["from_trafficker"] == "yes"
        return told


def _ground(ground: Any) -> str:
    told = _("never a ground: %(law)s") if ground.barred else "%(law)s"
    return f"{ground.title} ({told % {'law': ground.law}})"


class MessageForm(Form):
    """A message of the thread."""

    words = words_field(_("Message"))


class PurposeForm(Form):
    """Why somebody reads the whole request now."""

    note = TextField(label=_("What do you need it for?"), max_length=300, help_text=_("It is kept in the log."))


class FactForm(Form):
    """When something was done."""

    on = MemorableDateField(label=_("On which day?"), required=False, help_text=_("Empty for today."))


class PermitForm(FactForm):
    """When a work permit was given out, of which category of those that the office named."""

    def __init__(self, *args: Any, codes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if codes:
            self.fields["code"] = forms.ChoiceField(
                label=_("Category"), choices=[(code, code) for code in codes], widget=forms.RadioSelect,
                help_text=_("The codes your office gives. An aid, not legal advice."),
            )  # fmt: skip


class HoldsForm(Form):
    """Whether something holds at present."""

    holds = forms.ChoiceField(
        label=_("Is it so now?"), choices=[("yes", _("Yes")), ("no", _("No, not any more"))], widget=forms.RadioSelect
    )


class AnswerForm(Form):
    """What a victim answers to a proposed revocation."""

    words = words_field(_("What the victim answers, in their words"), rows=6)


class SponsorForm(Form):
    """Which agency sponsors."""

    sponsor = forms.ModelChoiceField(label=_("Federal sponsor"), queryset=Agency.objects.none())

    def __init__(self, *args: Any, offered: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["sponsor"]
        field.queryset = Agency.objects.filter(pk__in=[each.pk for each in offered])


class RepresentativeForm(Form):
    """Which office the victim chose."""

    office = forms.ModelChoiceField(
        label=_("Office of the representative"), queryset=Agency.objects.filter(kind="service_provider", active=True)
    )
    consent = words_field(_("How and when the victim agreed"))


class WaiverForm(Form):
    """Which rule does not fit."""

    rule = forms.ChoiceField(label=_("Rule"), choices=[])
    why = words_field(_("Why does it not fit here?"))
    until_on = MemorableDateField(label=_("Through which day?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["rule"]
        field.choices = [(rule.__name__, rule.__name__.replace("_", " ")) for rule in REQUEST_RULES.errors]


class VettingForm(VersionedForm):
    """What vetting found."""

    checks = words_field(_("Checks made, with their days"), required=False)
    hits = words_field(_("Hits, with the source of each"), required=False)
    mitigation = words_field(_("What explains them"), required=False, help_text=_(
        "What somebody was forced to do is not held against them (22 USC 7101(b)(19))."
    ))  # fmt: skip
    assessment = words_field(_("Assessment"), required=False)


class DisclosureForm(Form):
    """What was told outside."""

    words = words_field(
        _("To whom, what, by what authority"), help_text=_("8 USC 1367(b) lists to whom it may be told.")
    )
