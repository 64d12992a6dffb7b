"""What should happen, said again without database, policies or procedure: the model the real thing is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from . import calendar

OFFICERS: Final = ("officer", "colleague", "supervisor", "second_supervisor")
SUPERVISORS: Final = ("supervisor", "second_supervisor")
SPONSORS: Final = ("sponsor",)
INTAKE: Final = ("intake", "takes_in_and_reviews")
REVIEWERS: Final = ("reviewer", "reviews_and_decides", "takes_in_and_reviews")
DECIDERS: Final = ("decider", "reviews_and_decides")
COUNSEL: Final = ("lawyer",)
BEFORE_DECISION: Final = (
    "draft", "concurrence", "sponsor_review", "submitted", "intake_check", "information", "vetting", "decision",
)  # fmt: skip
IN_FORCE: Final = ("active", "extension", "revocation")
AT_DHS: Final = ("submitted", "intake_check", "information", "vetting", "decision")

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
WORKING: Final = tuple(dict.fromkeys((*OFFICERS, *SPONSORS, *INTAKE, *REVIEWERS, *DECIDERS)))
DEEDS: Final = {
    "answer": (("information",), OFFICERS),
    "i94": (("granted", *IN_FORCE), INTAKE),
    "hear": (("revocation",), OFFICERS),
    "notice": ((), OFFICERS),
    "represent": ((), OFFICERS),
    "unrepresent": ((), OFFICERS),
    "mark": ((), WORKING),
    "corroborate": ((), REVIEWERS),
    "civil": ((), WORKING),
    "family": ((*BEFORE_DECISION, "granted", *IN_FORCE), OFFICERS),
    "calendar": ((), ()),
}
"""What is done beside the steps: in which stages (empty: in any), by whom."""
ADVERSE: Final = frozenset({"deny", "refuse_extension", "propose_revocation", "revoke", "supersede"})
"""Steps that rest on facts: on none that comes from the trafficker's side and that nobody else bears out."""
NOT_BY_WHO_SIGNED: Final = frozenset({"concur", "vouch", "finish_review", "grant", "deny"})
NOT_BY_REVIEWER: Final = frozenset({"grant", "deny", "extend", "refuse_extension", "revoke"})
PROCESSING_DAYS: Final = 15
DAYS_TO_ANSWER: Final = 30


@dataclass
class Model:
    """A request as far as the rules look at it; days are those of `zone`."""

    now: datetime
    zone: ZoneInfo
    state: str = "draft"
    signers: tuple[str, ...] = ()
    reviewer: str = ""
    asked_in: str = ""
    waits: bool = False
    has_i94: bool = False
    answered: bool = False
    told: bool = False
    """Whether the victim was told of a proposed revocation."""
    answer_by: datetime | None = None
    grants: tuple[tuple[date, date], ...] = ()
    with_sponsor: bool = False
    with_decider: bool = False
    represented: bool = False
    happened: frozenset[str] = frozenset()
    """What was done beside the steps, and `extended`."""
    kept: bool = False
    """Whether a pending civil action keeps presence."""
    marked: frozenset[str] = frozenset()
    """Facts from the trafficker's side alone, that nobody bore out yet."""
    borne_out: tuple[tuple[str, str], ...] = ()
    """Facts that were marked and then borne out, and who recorded it."""
    complete: bool = False
    """Whether all answers are kept: whoever signs gives them, and they stay."""
    processing_last: date | None = None
    """The last day on which DHS decides in time, None where its clock does not run."""
    still_since: date | None = None
    trail: tuple[tuple[str, str, str, str], ...] = field(default=())
    """Who took which step from where whereto."""
    leaned: tuple[list[str], ...] = field(default=())
    """On which facts each step rested."""

    def again(self) -> Self:
        """Return a model that goes on by itself from here."""
        return replace(self)

    def allows(self, who: str, step: str, *, sound: bool = True) -> bool:
        """Say whether `who` may take `step` now; not `sound` where words, ground or origin were left out or barred."""
        if step not in WAYS:
            return False
        sources, _target, people = WAYS[step]
        return sound and self.state in sources and who in people and self._reached(who) and self._unguarded(who, step)

    def may_rest(self, who: str, fact: str) -> bool:
        """Say whether `who` may rest an adverse step on `fact`: never on what they bore out themselves."""
        return fact not in self.marked and (fact, who) not in self.borne_out

    def offers(self, who: str, step: str) -> bool:
        """Say whether `step` is open to `who` by what is kept: before the first signature the answers are not."""
        return self.allows(who, step) and (step != "sign" or self.complete)

    def lets(self, who: str, deed: str) -> bool:
        """Say whether `who` may do `deed` now."""
        stages, people = DEEDS[deed]
        open_question = deed != "answer" or self.waits
        return (not stages or self.state in stages) and who in people and self._reached(who) and open_question

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

    @property
    def heard(self) -> bool:
        """Whether the victim answered a proposed revocation, or was told of it and the time for an answer is over."""
        return self.answered or (self.told and self.answer_by is not None and self.answer_by <= self.now)

    @property
    def sees(self) -> frozenset[str]:
        """Who may know of the request."""
        sponsors = SPONSORS if self.with_sponsor else ()
        dhs = (*INTAKE, *REVIEWERS, *DECIDERS, "oversight") if self.with_decider else ()
        return frozenset({*OFFICERS, *sponsors, *dhs, *(COUNSEL if self.represented else ())})

    @property
    def lapses(self) -> bool:
        """Whether the calendar ends presence today: its last day is over, and no civil action keeps it."""
        over = self.until is not None and self.until < self._today()
        return self.state == "active" and over and not self.kept

    @property
    def stages(self) -> list[str]:
        """The stages it came to: by steps, and at last by the calendar."""
        return [to for _who, _step, _before, to in self.trail] + ["expired"] * (self.state == "expired")

    @property
    def reached(self) -> frozenset[str]:
        """The stages it came to, and what else happened on the way."""
        return frozenset({*self.stages, *self.happened})

    @property
    def until(self) -> date | None:
        """The last day of presence."""
        return self.grants[-1][1] if self.grants else None

    @property
    def processing_due(self) -> datetime | None:
        """When DHS is too late; None where its clock does not run or stands still."""
        if self.processing_last is None or self.still_since is not None:
            return None
        return calendar.midnight_after(self.processing_last, self.zone)

    @property
    def due(self) -> datetime | None:
        """When the present stage is due."""
        if self.state in IN_FORCE and self.until:
            return calendar.midnight_after(self.until, self.zone)
        return self.processing_due

    def take(self, who: str, step: str, facts: Sequence[str] = ()) -> None:
        """Follow a step that was taken, resting on `facts`."""
        before, self.state = self.state, WAYS[step][1]
        self.trail = (*self.trail, (who, step, before, self.state))
        self.leaned = (*self.leaned, [*facts])
        follow = getattr(self, f"_{step}", None)
        if follow:
            follow(who, before)
        self._run_processing()

    def do_to(self, fact: str, who: str, deed: str) -> None:
        """Follow a fact that was marked or borne out."""
        self.happened |= {deed}
        if deed == "mark":
            self.marked |= {fact}
        else:
            self.marked, self.borne_out = self.marked - {fact}, (*self.borne_out, (fact, who))

    def do(self, deed: str) -> None:
        """Follow a deed that was done."""
        self.happened |= {deed}
        if deed == "calendar":
            self.state = "expired"
        values: dict[str, dict[str, Any]] = {
            "family": {}, "calendar": {}, "civil": {"kept": not self.kept}, "answer": {"waits": False},
            "i94": {"has_i94": True}, "hear": {"answered": True}, "notice": self._noticed(),
        }  # fmt: skip
        for name, value in {**values, "represent": {"represented": True}}.get(deed, {"represented": False}).items():
            setattr(self, name, value)

    def _noticed(self) -> dict[str, Any]:
        """What it changes that the victim is told: of a proposed revocation alone, the time begins with that day."""
        return {"told": True, "answer_by": self._answer_by()} if self.state == "revocation" else {}

    def _answer_by(self) -> datetime:
        return calendar.midnight_after(self._today() + timedelta(days=DAYS_TO_ANSWER), self.zone)

    def _today(self) -> date:
        return calendar.day_in(self.now, self.zone)

    def _run_processing(self) -> None:
        """The clock of DHS: fifteen business days from receipt, still while information is awaited, unless late."""
        if self.state not in AT_DHS:
            self.processing_last = self.still_since = None
        elif self.processing_last is None:
            self.processing_last = calendar.business_days_after(self._today(), PROCESSING_DAYS)
        elif self.state == "information" and self.processing_due and self.processing_due > self.now:
            self.still_since = self._today()
        elif self.state != "information" and self.still_since is not None:
            self.processing_last = calendar.moved_by_pause(self.processing_last, self.still_since, self._today())
            self.still_since = None

    def _sign(self, who: str, before: str) -> None:
        self.signers, self.reviewer, self.complete = (who,), "", True

    def _return_to_officer(self, who: str, before: str) -> None:
        self.signers, self.with_sponsor, self.reviewer = (), False, ""

    _return_from_sponsor = _return_to_officer

    def _concur(self, who: str, before: str) -> None:
        self.signers, self.with_sponsor = (*self.signers, who), True

    def _vouch(self, who: str, before: str) -> None:
        self.signers, self.with_decider = (*self.signers, who), True

    def _ask_at_intake(self, who: str, before: str) -> None:
        self.asked_in, self.waits = before, True

    _ask_in_vetting = _ask_at_intake

    def _answer_intake(self, who: str, before: str) -> None:
        self.asked_in = ""

    _answer_vetting = _answer_intake

    def _finish_review(self, who: str, before: str) -> None:
        self.signers, self.reviewer = (*self.signers, who), who

    def _grant(self, who: str, before: str) -> None:
        self.signers = (*self.signers, who)
        self.grants = ((self._today(), calendar.two_years_after(self._today())),)

    def _extend(self, who: str, before: str) -> None:
        last = self.grants[-1][1]
        self.happened |= {"extend"}
        self.grants = (*self.grants, (last + timedelta(days=1), calendar.two_years_after(last)))

    def _ask_again(self, who: str, before: str) -> None:
        self.signers, self.reviewer, self.asked_in = (), "", ""
        self.with_sponsor = self.with_decider = False

    def _propose_revocation(self, who: str, before: str) -> None:
        self.reviewer, self.answered, self.told = who, False, False
        self.answer_by = self._answer_by()

    def _drop_revocation(self, who: str, before: str) -> None:
        self.answered, self.answer_by = False, None
