"""What should happen, said again without database, policies or procedure: the model the real thing is compared with."""

from dataclasses import dataclass, field

OWNERS = ("contact", "lead", "second_lead", "advising_lead")
LEADS = ("lead", "second_lead", "advising_lead")
PLAN = (*OWNERS, "partner", "secretariat", "council")
STATES_OPEN_TO_DRAFT = ("none", "draft", "withdrawn")


@dataclass
class Model:
    """A commitment with one quarter's report, as far as the rules look at it."""

    joint: bool
    council_waits: bool
    published: bool = False
    state: str = "none"
    status: str = ""
    explained: bool = True
    drafted_by: str = ""
    text: str = ""
    evidence: bool = False
    words: dict[str, str] = field(default_factory=dict)
    comments: list[bool] = field(default_factory=list)
    """For each comment on the report, whether it waits for an answer."""

    heard: bool = False

    def allows(self, who: str, deed: str) -> bool:
        """Say whether `who` may do `deed` now."""
        rule = getattr(self, f"_may_{deed}")
        return bool(rule(who))

    @property
    def reads_of_public(self) -> list[str]:
        """The report texts the public should read."""
        return [self.text] if self.published and self.state == "accepted" else []

    @property
    def public_status(self) -> str:
        """The status the public should read."""
        return self.status if self.state == "accepted" else "not_started"

    @property
    def sound(self) -> bool:
        """Whether the report says what its status asks for."""
        return (self.status != "completed" or self.evidence) and (self.status != "delayed" or self.explained)

    def _may_draft(self, who: str) -> bool:
        return who in OWNERS and self.state in STATES_OPEN_TO_DRAFT

    def _may_submit(self, who: str) -> bool:
        return who in OWNERS and self.state == "draft" and self.sound

    def _may_approve(self, who: str) -> bool:
        return who in LEADS and self.state == "submitted" and who != self.drafted_by and self.sound

    def _may_return_to_contact(self, who: str) -> bool:
        return who in LEADS and self.state == "submitted"

    def _may_accept(self, who: str) -> bool:
        agreed = self.status != "completed" or not self.joint or self.words.get("partner") == "completed"
        heard = self.heard or not self.council_waits
        return (
            who == "secretariat"
            and self.state == "approved"
            and self.sound
            and agreed
            and heard
            and not any(self.comments)
        )

    def _may_return_to_agency(self, who: str) -> bool:
        return who == "secretariat" and self.state == "approved"

    def _may_withdraw(self, who: str) -> bool:
        return who == "secretariat" and self.state == "accepted"

    def _may_give_evidence(self, who: str) -> bool:
        return who in (*OWNERS, "secretariat")

    def _may_speak(self, who: str) -> bool:
        return who in OWNERS or (who == "partner" and self.joint)

    def _may_comment(self, who: str) -> bool:
        return who == "council" and self.state == "approved"

    def _may_answer(self, who: str) -> bool:
        sees = who in OWNERS or (who == "secretariat" and self.state not in ("draft", "submitted"))
        return sees and any(self.comments)

    def _may_publish(self, who: str) -> bool:
        return who == "secretariat" and not self.published

    def _may_take_back(self, who: str) -> bool:
        return who == "secretariat" and self.published
