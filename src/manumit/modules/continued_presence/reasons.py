"""Which steps want words, and which grounds they may name: a table with citations. The words are sealed, never logged.

`barred` grounds are listed so that nobody uses them: choosing one is refused with the law that bars it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground for a step: `law` says where it comes from; a `barred` one is never accepted, and `law` says why."""

    code: str
    title: Text
    law: str
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a step wants: words sealed in field `words` of `group`, and a ground where `grounds` are listed.

    `letter` says that the words are put into a letter to the victim: then they are plain (plain_words.py), and may be
    given in Spanish too, sealed as `<words>_es`.
    """

    group: str
    words: str
    asked: Text
    grounds: tuple[Ground, ...] = ()
    letter: bool = False


LAW = "22 USC 7105(c)(3); 28 CFR 1100.35"
GUIDANCE = "Published guidance of ICE on Continued Presence"
DENIAL = (
    Ground("not_severe", _("The facts do not show a severe form of trafficking"), "22 USC 7102(11)"),
    Ground("no_witness", _("Neither potential witness nor civil action"), LAW),
    Ground("incomplete", _("Asked information was not given"), LAW),
    Ground("danger", _("A danger to national security or public safety"), LAW),
    Ground("no_charges", _("Nobody was charged or convicted"), GUIDANCE, barred=True),
    Ground("refused_help", _("The victim refused a request that was not reasonable"), LAW, barred=True),
    Ground("trafficker", _("What a trafficker said"), "8 USC 1367(a)(1)", barred=True),
)
REVOCATION = (
    Ground("crime", _("A crime committed after the grant"), LAW),
    Ground("fraud", _("The request rested on fraud"), LAW),
    Ground("left", _("Left the United States without permission to return"), LAW),
    Ground("not_victim", _("Turned out not to be a victim"), LAW),
    Ground("no_diligence", _("The civil action is not pursued"), "22 USC 7105(c)(3)(A)(iii)"),
    Ground("refused_help", _("The victim refused a request that was not reasonable"), LAW, barred=True),
    Ground("trafficker", _("What a trafficker said"), "8 USC 1367(a)(1)", barred=True),
    Ground("no_conviction", _("The case ended without a conviction"), GUIDANCE, barred=True),
)
REPLACED = (
    Ground("t_status", _("T status was granted"), LAW),
    Ground("resident", _("Lawful permanent residence"), LAW),
    Ground("another", _("Another status"), LAW),
)

WANTED: Mapping[str, Wanted] = {
    "return_to_officer": Wanted("correspondence", "return_words", _("What has to be done first?")),
    "return_from_sponsor": Wanted("correspondence", "return_words", _("What has to be done first?")),
    "deny": Wanted("decision", "denial_words", _("Why, in words the victim understands?"), DENIAL, letter=True),
    "withdraw": Wanted("correspondence", "withdrawal_words", _("Why is it withdrawn?")),
    "ask_extension": Wanted("correspondence", "extension_words", _("What changed since the request, if anything?")),
    "refuse_extension": Wanted(
        "decision", "extension_refusal", _("Why, in words the victim understands?"), DENIAL, letter=True
    ),
    "propose_revocation": Wanted("decision", "revocation_words", _("Which facts, from whom?"), REVOCATION, letter=True),
    "drop_revocation": Wanted("decision", "drop_words", _("Why is it dropped?")),
    "revoke": Wanted("decision", "revocation_decision", _("How was the answer weighed?"), REVOCATION, letter=True),
    "supersede": Wanted("decision", "superseded_words", _("By what, since when?"), REPLACED),
    "end": Wanted("correspondence", "end_words", _("What does the victim wish, in their words?")),
}
"""By name of the step. What is not listed wants no words."""
ASKS = frozenset({"ask_at_intake", "ask_in_vetting"})
"""Steps whose words are a question."""
ANSWER = Wanted("decision", "revocation_answer", _("What the victim answers, in their words"))
"""What is sealed when the victim answers the notice: no step of the request."""
