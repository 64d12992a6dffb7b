"""What a request asks, as one table: steps, questions, where each answer is sealed, and when a question is skipped.

Models, forms, files and rules all read it. A question that does not apply is never asked, and no rule looks at it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import choices

Text = str | Promise
Answers = Mapping[str, Any]
Looks = Literal["line", "text", "date", "choice", "many"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `when` decides from the other answers whether it applies; `law` is the statute it rests on."""

    name: str
    label: Text
    looks: Looks = "line"
    choices: tuple[tuple[str, Text], ...] = ()
    help: Text = ""
    law: str = ""
    most: int = 200
    when: Callable[[Answers], bool] | None = None

    def applies(self, answers: Answers) -> bool:
        """Whether the question is asked, given the answers so far."""
        return self.when is None or self.when(answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One screen: questions whose answers are sealed in one `group`, of the operation where `shared`."""

    name: str
    title: Text
    group: str
    questions: tuple[Question, ...]
    lead: Text = ""

    @property
    def shared(self) -> bool:
        """Whether its answers belong to the operation and are given once for all its victims."""
        return self.group == "shared"


def sex(answers: Answers) -> bool:
    """Whether sex trafficking is claimed."""
    return answers.get("trafficking") in ("sex", "both")


def labor(answers: Answers) -> bool:
    """Whether labor trafficking is claimed."""
    return answers.get("trafficking") in ("labor", "both")


def means_needed(answers: Answers) -> bool:
    """Whether force, fraud or coercion has to be shown: never for sex trafficking alone of somebody under 18.

    Source: 22 USC 7102(11)(A).
    """
    return labor(answers) or (sex(answers) and answers.get("under_18") != "yes")


def civil(answers: Answers) -> bool:
    """Whether a civil action was filed."""
    return answers.get("civil_action") == "yes"


def _words(name: str, label: Text, **more: Any) -> Question:
    return Question(name=name, label=label, looks="text", most=4000, **more)


def _yes_no(name: str, label: Text, **more: Any) -> Question:
    return Question(name=name, label=label, looks="choice", choices=choices.YES_NO_UNKNOWN, **more)


STEPS: tuple[Step, ...] = (
    Step(
        name="agency", title=_("Your agency"), group="shared",
        lead=_("Asked once for all victims of this operation."),
        questions=(
            Question(name="ori", label=_("ORI of the agency"), most=9, help=_("Nine characters, such as MT0560000.")),
            Question(name="officer_name", label=_("Officer who asks")),
            Question(name="officer_phone", label=_("Officer's telephone"), most=40),
            Question(name="cover_name", label=_("Who stands in when the officer is away or leaves")),
            Question(name="supervisor_name", label=_("Supervisor")),
            Question(name="supervisor_phone", label=_("Supervisor's telephone"), most=40),
        ),
    ),
    Step(
        name="investigation", title=_("The investigation"), group="shared",
        lead=_("Neither charges nor a conviction are needed, and no case has to be closed."),
        questions=(
            Question(name="case_number", label=_("Your case number"), most=60),
            Question(name="statutes", label=_("Statutes looked into"), most=400,
                     help=_("One or more, with commas: 18 USC 1591, 18 USC 1589. Others as they are cited.")),
            Question(name="investigation", label=_("Where it stands"), looks="choice", choices=choices.INVESTIGATION),
            _words("defendants", _("Who is accused or suspected, if known")),
            _words("nexus", _("What connects the victims with the investigation")),
        ),
    ),
    Step(
        name="person", title=_("The victim"), group="identity",
        questions=(
            Question(name="given_names", label=_("Given names"), most=100),
            Question(name="family_name", label=_("Family name"), most=100),
            Question(name="aliases", label=_("Other names used"), most=300),
            Question(name="birth_on", label=_("Date of birth"), looks="date"),
            Question(name="birth_country", label=_("Country of birth"), most=100),
            Question(name="citizenship", label=_("Citizenship"), most=100),
            Question(name="sex", label=_("Sex"), looks="choice", choices=choices.SEX),
            Question(name="languages", label=_("Languages they speak best"), most=200),
        ),
    ),
    Step(
        name="papers", title=_("Papers and entry"), group="identity",
        questions=(
            Question(name="a_number", label=_("A-number"), most=12,
                     help=_("A and seven to nine digits. Leave empty if there is none.")),
            Question(name="passport", label=_("Passport or identity card"), most=100),
            Question(name="entered_on", label=_("Last entry into the United States"), looks="date"),
            Question(name="entry_place", label=_("Place of entry"), most=200),
            Question(name="entry_manner", label=_("How they entered"), looks="choice", choices=choices.ENTRY),
            Question(name="status", label=_("Immigration status now"), most=200),
            _yes_no("removal", _("Are removal proceedings pending, or is there a final order?")),
            _yes_no("detained", _("Are they detained?")),
            Question(name="photos", label=_("Where photographs and fingerprints are kept"), most=300,
                     help=_("The custodian's reference; or attach them to the request.")),
        ),
    ),
    Step(
        name="act", title=_("What was done: the act"), group="elements",
        lead=_("Trafficking has three parts: an act, a means and a purpose. Write what happened, not the law."),
        questions=(
            Question(name="trafficking", label=_("Which kind of trafficking?"), looks="choice",
                     choices=choices.TRAFFICKING, law="22 USC 7102(11)"),
            _yes_no("under_18", _("Was the victim under 18 while it happened?"), law="22 USC 7102(11)(A)"),
            Question(name="acts", label=_("What did the trafficker do?"), looks="many", choices=choices.SEX_ACTS,
                     law="22 USC 7102(11)"),
            _words("act_words", _("What happened, in a few sentences"), law="22 USC 7102(11)"),
        ),
    ),
    Step(
        name="means", title=_("How it was done: the means"), group="elements",
        lead=_("How was the victim made to do it, or kept from leaving?"),
        questions=(
            Question(name="means", label=_("Force, fraud or coercion"), looks="many", choices=choices.MEANS,
                     law="22 USC 7102(3), (11)", when=means_needed),
            _words("means_words", _("How, in a few sentences"), law="22 USC 7102(3), (11)", when=means_needed),
        ),
    ),
    Step(
        name="purpose", title=_("What for: the purpose"), group="elements",
        questions=(
            Question(name="purposes", label=_("What was it for?"), looks="many", choices=choices.PURPOSES,
                     law="22 USC 7102(4), (7), (8), (11)"),
            _words("purpose_words", _("What the trafficker gained"), law="22 USC 7102(11)"),
            _yes_no("witness", _("May the victim be a witness?"), law="22 USC 7105(c)(3)(A)(i)",
                    help=_("May be is enough. Nobody has to testify, and nobody has to be charged.")),
            _words("witness_words", _("What they may know")),
        ),
    ),
    Step(
        name="safety", title=_("Safety"), group="safety",
        questions=(
            _words("mailing", _("Confidential mailing address"),
                   help=_("Where a letter is safe. An address program of a state, a lawyer or a shelter's post box.")),
            Question(name="contact", label=_("How and when it is safe to reach them"), most=300),
            _words("threats", _("Threats against them or their family")),
            _words("plan", _("Safety plan: what was agreed")),
            _words("family", _("Family members in danger, here or abroad")),
            _words("health", _("Medical and other urgent needs")),
        ),
    ),
    Step(
        name="rights", title=_("Rights and help"), group="service",
        questions=(
            Question(name="rights", label=_("What the victim was told, in a language they understand"), looks="many",
                     choices=choices.RIGHTS, law="22 USC 7105(c)(2)"),
            Question(name="told_on", label=_("On which day?"), looks="date"),
            Question(name="interpreter", label=_("Interpreter"), most=200),
            Question(name="counsel", label=_("Lawyer or representative, if they have one"), most=200),
            Question(name="specialist", label=_("Victim specialist and telephone"), most=200),
            _yes_no("civil_action", _("Did the victim file a civil action?"), law="18 USC 1595"),
            Question(name="civil_court", label=_("Court"), most=200, when=civil),
            Question(name="civil_docket", label=_("Docket number"), most=60, when=civil),
            Question(name="civil_on", label=_("Filed on"), looks="date", when=civil),
        ),
    ),
    Step(
        name="attest", title=_("Attestation"), group="service",
        questions=(
            Question(name="attested", label=_("I attest"), looks="many", choices=(
                ("true", _("What I wrote is true as far as I know")),
                ("no_bargain", _("I did not offer this for cooperation, and did not threaten to withhold it")),
            )),
        ),
    ),
)  # fmt: skip
BY_NAME: Mapping[str, Step] = {step.name: step for step in STEPS}
QUESTIONS: Mapping[str, Question] = {each.name: each for step in STEPS for each in step.questions}


def fields_of(group: str) -> tuple[str, ...]:
    """Return the names of the answers sealed in `group`."""
    return tuple(each.name for step in STEPS if step.group == group for each in step.questions)


def steps_asked(answers: Answers) -> tuple[Step, ...]:
    """Return the steps of which at least one question applies."""
    return tuple(step for step in STEPS if any(each.applies(answers) for each in step.questions))
