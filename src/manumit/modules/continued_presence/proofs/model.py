"""What should happen, said again without database, policies or procedure: the model the real thing is compared with."""

from dataclasses import dataclass, field
from typing import Final

OFFICERS: Final = ("officer", "colleague", "supervisor", "second_supervisor")
SUPERVISORS: Final = ("supervisor", "second_supervisor")
SPONSORS: Final = ("sponsor",)
INTAKE: Final = ("intake",)
REVIEWERS: Final = ("reviewer", "both")
DECIDERS: Final = ("decider", "both")
BEFORE_DECISION: Final = (
    "draft", "concurrence", "sponsor_review", "submitted", "intake_check", "information", "vetting", "decision",
)  # fmt: skip
IN_FORCE: Final = ("active", "extension", "revocation")

WAYS: Final = {
    "sign": (("draft",), "concurrence", OFFICERS),
    "return_to_officer": (("concurrence",), "draft", SUPERVISORS),
    "concur": (("concurrence",), "sponsor_review", SUPERVISORS),
    "return_from_sponsor": (("sponsor_review",), "draft", SPONSORS),
    "vouch": (("sponsor_review",), "submitted", SPONSORS),
    "begin_intake": (("submitted",), "intake_check", INTAKE),
    "ask_at_intake": (("intake_check",), "information", INTAKE),
    "answer_intake": (("information",), "intake_check", OFFICERS),
    "pass_intake": (("intake_check",), "vetting", INTAKE),
    "ask_in_vetting": (("vetting",), "information", REVIEWERS),
    "answer_vetting": (("information",), "vetting", OFFICERS),
    "finish_review": (("vetting",), "decision", REVIEWERS),
    "grant": (("decision",), "granted", DECIDERS),
    "deny": (("decision",), "denied", DECIDERS),
    "ask_again": (("denied",), "draft", OFFICERS),
    "withdraw": (BEFORE_DECISION, "withdrawn", OFFICERS),
    "activate": (("granted",), "active", INTAKE),
    "ask_extension": (("active",), "extension", OFFICERS),
    "extend": (("extension",), "active", DECIDERS),
    "refuse_extension": (("extension",), "active", DECIDERS),
    "propose_revocation": (("active", "extension"), "revocation", REVIEWERS),
    "drop_revocation": (("revocation",), "active", DECIDERS),
    "revoke": (("revocation",), "revoked", DECIDERS),
    "supersede": (("granted", *IN_FORCE), "superseded", REVIEWERS),
    "end": (("granted", *IN_FORCE), "ended", OFFICERS),
}
"""Each step: from where, whereto, by whom. `concur_and_file` and `lapse` are nobody's here."""
NOT_BY_WHO_SIGNED: Final = frozenset({"concur", "vouch", "finish_review", "grant", "deny"})
NOT_BY_REVIEWER: Final = frozenset({"grant", "deny", "extend", "refuse_extension", "revoke"})


@dataclass
class Model:
    """A request as far as the rules look at it."""

    state: str = "draft"
    signers: list[str] = field(default_factory=list)
    reviewer: str = ""
    asked_in: str = ""
    waits: bool = False
    has_i94: bool = False
    heard: bool = False
    grants: int = 0
    with_sponsor: bool = False
    with_decider: bool = False
    processing: str = ""
    """The clock of DHS: empty, `runs` or `still`."""

    def allows(self, who: str, step: str, *, sound: bool) -> bool:
        """Say whether `who` may take `step` now; not `sound` where words, ground or origin were left out or barred."""
        if step not in WAYS:
            return False
        sources, _target, people = WAYS[step]
        return sound and self.state in sources and who in people and self._reached(who) and self._unguarded(who, step)

    def _reached(self, who: str) -> bool:
        """Whether the request ever came into the hands of this person's agency, and is still there."""
        if who in SPONSORS:
            return self.with_sponsor
        return self.with_decider if who in (*INTAKE, *REVIEWERS, *DECIDERS) else True

    def _unguarded(self, who: str, step: str) -> bool:
        refused = {
            "answer_intake": self.asked_in != "intake_check" or self.waits,
            "answer_vetting": self.asked_in != "vetting" or self.waits,
            "activate": not self.has_i94,
            "revoke": not self.heard,
        }
        twice = step in NOT_BY_WHO_SIGNED and who in self.signers
        reviewed = step in NOT_BY_REVIEWER and who == self.reviewer
        return not (refused.get(step, False) or twice or reviewed)

    def take(self, who: str, step: str) -> None:
        """Follow a step that was taken."""
        before, self.state = self.state, WAYS[step][1]
        follow = getattr(self, f"_{step}", None)
        if follow:
            follow(who, before)
        self.processing = self._clock()

    def _clock(self) -> str:
        if self.state == "information":
            return "still"
        return "runs" if self.state in ("submitted", "intake_check", "vetting", "decision") else ""

    def _sign(self, who: str, before: str) -> None:
        self.signers, self.reviewer = [who], ""

    def _return_to_officer(self, who: str, before: str) -> None:
        self.signers, self.with_sponsor, self.reviewer = [], False, ""

    _return_from_sponsor = _return_to_officer

    def _concur(self, who: str, before: str) -> None:
        self.signers.append(who)
        self.with_sponsor = True

    def _vouch(self, who: str, before: str) -> None:
        self.signers.append(who)
        self.with_decider = True

    def _ask_at_intake(self, who: str, before: str) -> None:
        self.asked_in, self.waits = before, True

    _ask_in_vetting = _ask_at_intake

    def _answer_intake(self, who: str, before: str) -> None:
        self.asked_in = ""

    _answer_vetting = _answer_intake

    def _finish_review(self, who: str, before: str) -> None:
        self.signers.append(who)
        self.reviewer = who

    def _grant(self, who: str, before: str) -> None:
        self.signers.append(who)
        self.grants += 1

    def _extend(self, who: str, before: str) -> None:
        self.grants += 1

    def _ask_again(self, who: str, before: str) -> None:
        self.signers, self.reviewer, self.asked_in = [], "", ""
        self.with_sponsor = self.with_decider = False

    def _propose_revocation(self, who: str, before: str) -> None:
        self.reviewer, self.heard = who, False

    def _drop_revocation(self, who: str, before: str) -> None:
        self.heard = False
