"""A model of a suspect's standing, basis and review beside the product: whatever is tried, both say the same."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manumit.modules.suspects.actions.add_part import add_part
from manumit.modules.suspects.actions.move_suspect import move_suspect
from manumit.modules.suspects.actions.open_suspect import open_suspect
from manumit.modules.suspects.actions.validate_suspect import validate_suspect
from manumit.modules.suspects.actions.withdraw_part import withdraw_part
from manumit.modules.suspects.models import Basis, Suspect
from manumit.modules.suspects.procedure import SUSPECT
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.refusing import Refused

from .conftest import BY, basis, opening
from .test_move_a_suspect import charge, today

WAYS: dict[str, tuple[tuple[str, ...], str]] = {
    "name_suspect": (("person_of_interest",), "suspect"),
    "name_young_suspect": (("person_of_interest",), "suspect"),
    "step_back": (("suspect",), "person_of_interest"),
    "arrest": (("suspect",), "arrested"),
    "let_go": (("arrested",), "suspect"),
    "charge": (("suspect", "arrested"), "charged"),
    "conclude": (("charged",), "concluded"),
    "clear": (("person_of_interest", "suspect", "arrested"), "cleared"),
    "reopen": (("cleared", "concluded"), "person_of_interest"),
}
"""What people agreed on, written apart from the table that the product works by."""
ON_A_BASIS = frozenset({"name_suspect", "name_young_suspect", "arrest", "reopen"})
ANSWERS = {"arrest": {"arrested_on": today()}, "conclude": {"outcome": "dismissed"},
           "name_young_suspect": {"forced_criminality": "no_sign"}}  # fmt: skip
ACTS = (*WAYS, "accuse", "learn", "learn_weakly", "forget", "validate")


class Model:
    """What should be so."""

    def __init__(self, *, young: bool) -> None:
        self.standing, self.bases, self.charged, self.young = "person_of_interest", [True], False, young

    def may(self, act: str) -> bool:
        """Whether the act should be taken."""
        if act == "validate":
            return any(self.bases) and self.standing != "cleared"
        if act not in WAYS:
            return True
        sources, _ = WAYS[act]
        age = {"name_suspect": not self.young, "name_young_suspect": self.young}.get(act, True)
        basis_stands = act not in ON_A_BASIS or any(self.bases)
        return self.standing in sources and age and basis_stands and (act != "charge" or self.charged)

    def take(self, act: str) -> None:
        """Take the act."""
        self.charged = self.charged or act == "accuse"
        if act in {"learn", "learn_weakly"}:
            self.bases.append(act == "learn")
        if act == "forget" and self.bases:
            self.bases.pop()
        self.standing = WAYS[act][1] if act in WAYS else self.standing


def test_the_model_knows_every_step() -> None:
    assert set(WAYS) == set(SUSPECT.by_name)


@given(acts=st.lists(st.sampled_from(ACTS), max_size=14), young=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_standing_basis_and_review_are_as_the_model_says(acts, young, alice, bob, note) -> None:
    suspect, model = open_suspect(alice, note, opening(under_18="yes" if young else "no")), Model(young=young)
    for act in acts:
        before = suspect.validated_at
        taken = attempt(act, bob, suspect)
        assert taken is model.may(act), act
        if taken:
            model.take(act)
        suspect = Suspect.objects.visible_to(bob).get(pk=suspect.pk)
        assert (suspect.standing, suspect.has_basis) == (model.standing, any(model.bases))
        assert (suspect.validated_at > before) is (taken and act == "validate")
        assert (suspect.outcome != "") is (model.standing == "concluded")


def attempt(act: str, actor, suspect) -> bool:
    """Try the act; return whether it was taken."""
    try:
        do(act, actor, suspect)
    except (NotNow, Refused):
        return False
    return True


def do(act: str, actor, suspect) -> None:
    """Do the act through the product."""
    match act:
        case "accuse":
            charge(actor, suspect)
        case "learn":
            add_part(actor, suspect, "bases", basis(), **BY)
        case "learn_weakly":
            add_part(actor, suspect, "bases", basis(reliability="unknown", validity="doubtful"), **BY)
        case "forget":
            last = Basis.objects.visible_to(actor).filter(suspect=suspect, withdrawn_at=None).last()
            if last is not None:
                last.suspect = suspect
                withdraw_part(actor, last, expected_version=suspect.version, reason="In error")
        case "validate":
            validate_suspect(actor, suspect, because="Still valid", expected_version=suspect.version)
        case _:
            step(act, actor, suspect)


def step(act: str, actor, suspect) -> None:
    """Take a step of the procedure with a reason it takes."""
    reasons = SUSPECT.transition(act).reasons
    reason, words = ("other", "As told") if reasons is not None else ("", "")
    move_suspect(
        actor, suspect, act, expected_version=suspect.version, reason=reason, words=words, answers=ANSWERS.get(act, {})
    )
