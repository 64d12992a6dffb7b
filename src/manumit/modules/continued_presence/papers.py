"""The papers of a request, as tagged PDF (PDF/UA-1). Texts go in as data, never as markup.

What a victim reads is told in English, then in Spanish, in short sentences of common words; `tests/test_papers.py`
measures them. Nothing on an envelope or in a file's name says what it is about.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from manumit.spine.identity.actor import Actor
from manumit.spine.records import sealed

from . import letters
from .actions.telling_the_victim import answer_by, untold
from .asked import QUESTIONS, STEPS
from .choices import GrantKind, Stage
from .leaning import marked_of, with_mark
from .models import Grant, Message, PresenceRequest
from .procedure import PRESENT
from .questions import answers_of, grants_of, thread_of

TEMPLATE = Path(__file__).with_name("paper.typ")
MARK = "CUI // LAW ENFORCEMENT // 8 USC 1367"
SENT = frozenset(Stage) - {Stage.DRAFT}
KEPT = frozenset({Stage.GRANTED, *PRESENT})


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: made in `stages` from the field `groups` its taker has to be allowed to read.

    `letter` names the text of a letter to the victim, empty for what agencies read.
    """

    name: str
    title: str | Promise
    stages: frozenset[Stage]
    groups: tuple[str, ...] = ("identity",)
    letter: str = ""


PAPERS = (
    Paper("packet", gettext_lazy("Whole packet"), SENT),
    Paper("concurrence", gettext_lazy("Concurrence"), SENT, ("correspondence",)),
    Paper("information", gettext_lazy("Request for information"), SENT, ("correspondence",)),
    Paper("grant", gettext_lazy("Letter: granted"), KEPT, ("identity", "safety"), "granted"),
    Paper("extension", gettext_lazy("Letter: extended"), KEPT, ("identity", "safety"), "extended"),
    Paper("extension_refused", gettext_lazy("Letter: extension refused"), KEPT, ("identity", "safety", "decision"),
          "extension_refused"),
    Paper("permit", gettext_lazy("I-94 and work permit: sheet for whom gives them out"), KEPT),
    Paper("hhs", gettext_lazy("Notice to HHS"), SENT),
    Paper("denial", gettext_lazy("Letter: denied"), frozenset({Stage.DENIED}), ("identity", "safety", "decision"),
          "denied"),
    Paper("withdrawn", gettext_lazy("Letter: withdrawn"), frozenset({Stage.WITHDRAWN}), ("identity", "safety"),
          "withdrawn"),
    Paper("revocation", gettext_lazy("Letter: notice before revoking"), frozenset({Stage.REVOCATION, Stage.REVOKED}),
          ("identity", "safety", "decision"), "revocation"),
    Paper("revoked", gettext_lazy("Letter: revoked"), frozenset({Stage.REVOKED}), ("identity", "safety", "decision"),
          "revoked"),
)  # fmt: skip
BY_NAME: Mapping[str, Paper] = {paper.name: paper for paper in PAPERS}
Section = dict[str, Any]


def is_made_for(actor: Actor, request: PresenceRequest, paper: Paper) -> bool:
    """Whether there is anything such a paper could tell: an extension that was granted, a question that was asked."""
    if request.stage not in paper.stages:
        return False
    if paper.name == "extension":
        return Grant.objects.visible_to(actor).filter(request=request, grant_kind=GrantKind.EXTENSION).exists()
    if paper.name == "extension_refused":
        return request.refusals > 0
    return paper.name != "information" or Message.objects.visible_to(actor).filter(request=request).exists()


def write(actor: Actor, request: PresenceRequest, paper: Paper) -> bytes:
    """Return the paper as PDF; each sealed group it is made of leaves its leaf first. Raises Denied, Hidden."""
    sections = list(_letter(actor, request, paper) if paper.letter else MADE[paper.name](actor, request))
    mark = "" if paper.letter else MARK
    title = request.number if paper.letter else f"{paper.title} {request.number}"
    return compiled({"title": title, "mark": mark, "sections": sections, "language": "en"})


def compiled(told: Mapping[str, Any]) -> bytes:
    """Return the PDF of title, mark and sections (`language`, `title`, `paragraphs`, `rows`)."""
    import typst  # heavy: only who makes a paper pays for it

    return bytes(typst.compile(TEMPLATE, sys_inputs={"told": json.dumps(told)}, pdf_standards=["ua-1"], format="pdf"))


def _letter(actor: Actor, request: PresenceRequest, paper: Paper) -> Iterator[Section]:
    groups = ["identity", "safety", *(["decision"] if "decision" in paper.groups else [])]
    identity, safety, *decided = sealed.read_many(actor, [(request, group) for group in groups])
    mailing, words = safety.get("mailing") or "", decided[0] if decided else {}
    name = " ".join(filter(None, (identity.get("given_names"), identity.get("family_name"))))
    for language in letters.LANGUAGES:
        with override(language):
            facts = _facts(request, words, paper, language)
            yield {
                "language": language, "title": letters.title(paper.letter), "rows": [],
                "paragraphs": [f"{name}\n{mailing}", *letters.paragraphs(paper.letter, facts)],
            }  # fmt: skip


WHY = {
    "denied": "denial_words", "revocation": "revocation_words", "revoked": "revocation_decision",
    "extension_refused": "extension_refusal",
}  # fmt: skip
"""Which sealed words a letter gives as its reason."""


def _facts(request: PresenceRequest, words: Mapping[str, Any], paper: Paper, language: str) -> dict[str, str]:
    written = WHY.get(paper.letter, "")
    told = words.get(f"{written}_es") or letters.ONLY_ENGLISH if language == "es" else words.get(written) or ""
    until = date_format(request.until_on) if request.until_on else ""
    return {"until": until, "why": str(told), "answer_by": _answer_by(request), "number": request.number}


def _answer_by(request: PresenceRequest) -> str:
    """Return until when the victim may answer: as if the letter went out today, until it has; empty without a limit."""
    by = request.answer_by_at
    if by and request.stage == Stage.REVOCATION and untold(request):
        by = max(by, answer_by(request, timezone.now()))
    return date_format(by) if by else ""


def _packet(actor: Actor, request: PresenceRequest) -> Iterator[Section]:
    answers, marked = answers_of(actor, request), marked_of(actor, request)
    for step in STEPS:
        rows = [
            [str(each.label), with_mark(_shown(each.name, answers[each.name]), marked.get(f"answer.{each.name}"))]
            for each in step.questions
            if answers.get(each.name)
        ]
        if rows:
            yield {"language": "en", "title": str(step.title), "paragraphs": [], "rows": rows}


def _shown(name: str, value: Any) -> str:
    labels = dict(QUESTIONS[name].choices)
    given = value if isinstance(value, list) else [value]
    return "; ".join(str(labels.get(each, each)) for each in given)


def _concurrence(actor: Actor, request: PresenceRequest) -> Iterator[Section]:
    text = _("The officer and the supervisor of the requesting agency have signed this request. Signatures: %(count)s.")
    told = text % {"count": len(request.signers)}
    law = _("Neither charges nor cooperation were a condition (22 USC 7105(c)(3)). An aid, not legal advice.")
    yield {"language": "en", "title": str(request.owner), "paragraphs": [told, law], "rows": []}


def _information(actor: Actor, request: PresenceRequest) -> Iterator[Section]:
    rows = [[str(each["row"].get_message_kind_display()), each["words"]] for each in thread_of(actor, request)]
    yield {"language": "en", "title": _("Questions and answers"), "paragraphs": [], "rows": rows}


def _hhs(actor: Actor, request: PresenceRequest) -> Iterator[Section]:
    identity = sealed.read(actor, request, "identity")
    asked = ("given_names", "family_name", "birth_on", "sex", "languages")
    rows = [[str(QUESTIONS[name].label), _shown(name, identity[name])] for name in asked if identity.get(name)]
    for grant in grants_of(actor, request):
        rows.append([str(grant.get_grant_kind_display()), f"{grant.from_on} - {grant.until_on}"])
    law = _("For certification or eligibility (22 USC 7105(b)(1)). Protected by 8 USC 1367.")
    yield {"language": "en", "title": _("Notice to HHS"), "paragraphs": [law], "rows": rows}


def _permit(actor: Actor, request: PresenceRequest) -> Iterator[Section]:
    identity = sealed.read(actor, request, "identity")
    asked = ("given_names", "family_name", "aliases", "a_number", "birth_on", "birth_country", "citizenship", "sex",
             "passport", "entered_on", "entry_place", "entry_manner")  # fmt: skip
    rows = [[str(QUESTIONS[name].label), _shown(name, identity[name])] for name in asked if identity.get(name)]
    rows += [[str(grant.get_grant_kind_display()), f"{grant.from_on} - {grant.until_on}"]
             for grant in grants_of(actor, request)]  # fmt: skip
    rows += [[_("Category of the work permit"), request.permit_code]] if request.permit_code else []
    law = _("For the I-94 and the work permit of a person with Continued Presence. Protected by 8 USC 1367.")
    yield {"language": "en", "title": _("I-94 and work permit"), "paragraphs": [law], "rows": rows}


MADE: Mapping[str, Callable[[Actor, PresenceRequest], Iterator[Section]]] = {
    "packet": _packet,
    "concurrence": _concurrence,
    "information": _information,
    "hhs": _hhs,
    "permit": _permit,
}
