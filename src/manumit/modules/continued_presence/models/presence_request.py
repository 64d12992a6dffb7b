"""A request for Continued Presence for one victim."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency
from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..asked import fields_of
from ..choices import Stage
from .operation import KEPT, Operation

IN_FORCE = ("active", "extension", "revocation")
MOST_MESSAGES = 40
MOST_NOTES = 20
MOST_FILES = 20
MOST_FAMILY = 10
MOST_MARKS = 40
VISIBLE = (
    "operation", "state", "state_since_at", "sponsor", "decider", "with_sponsor", "with_decider", "representative",
    "represented", "self_sponsored", "asked_in", "waits_for_answer", "missing", "due_at", "until_on", "i94_on",
    "permit_on", "permit_code", "hhs_told_at", "deferred_action", "victim_told_on", "answer_by_at", "answered_at",
    "reminded", "kept_by_action", "officer", "idle_told_at", "refusals",
)  # fmt: skip
SIGNED = ("signers", "reviewed_by_id")


def numbered(name: str, most: int) -> tuple[str, ...]:
    """Return the names of sealed fields that hold one entry each: `message_1`, `message_2` and so on."""
    return tuple(f"{name}_{place}" for place in range(1, most + 1))


MARKED = (*numbered("mark", MOST_MARKS), *numbered("corroboration", MOST_MARKS))
"""What is said of a marked fact, sealed in the fact's own group."""


class PresenceRequest(Record):
    """One victim's request: where it stands, in whose hands, until when; every word about the person is sealed.

    `missing` holds codes of completeness rules that stood against it when it was last saved. `signers` are the people
    who signed in one role and therefore sign in no other. `until_on` is the last day of presence. `answer_by_at` is the
    first moment too late to answer a proposed revocation of which the victim was told (`victim_told_on`, None until
    then), `answered_at` when the victim did. `reminded` is the last
    reminder sent, in days before `until_on`. `due_at` repeats when the present stage is due, None without a limit.
    `officer` is who works on it now, `idle_told_at` when it was last said that its sponsor lets it lie. `refusals`
    counts the extensions refused since the last grant. `permit_code` is one of the deciding office's own codes.
    """

    kind: ClassVar[str] = "presence_request"
    number_prefix: ClassVar[str] = "CP"

    operation = models.ForeignKey(Operation, models.PROTECT, related_name="+")
    state = models.CharField(_("Stage"), max_length=16, choices=Stage.choices, default=Stage.DRAFT)
    state_since_at = models.DateTimeField(_("Since"))
    sponsor = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    decider = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    representative = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    with_sponsor = models.BooleanField(default=False)
    with_decider = models.BooleanField(default=False)
    represented = models.BooleanField(default=False)
    self_sponsored = models.BooleanField(default=False)
    asked_in = models.CharField(max_length=16, blank=True)
    waits_for_answer = models.BooleanField(default=False)
    missing = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    signers = ArrayField(models.BigIntegerField(), default=list, blank=True)
    reviewed_by_id = models.BigIntegerField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    until_on = models.DateField(_("Last day"), null=True, blank=True)
    i94_on = models.DateField(_("I-94 given out on"), null=True, blank=True)
    permit_on = models.DateField(_("Work permit given out on"), null=True, blank=True)
    permit_code = models.CharField(_("Category of the work permit"), max_length=4, blank=True)
    hhs_told_at = models.DateTimeField(_("HHS told"), null=True, blank=True)
    deferred_action = models.BooleanField(_("Deferred action meanwhile"), default=False)
    kept_by_action = models.BooleanField(_("A pending civil action keeps presence"), default=False)
    victim_told_on = models.DateField(_("Victim told on"), null=True, blank=True)
    answer_by_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reminded = models.PositiveSmallIntegerField(null=True, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("Officer")
    )
    refusals = models.PositiveSmallIntegerField(default=0)
    idle_told_at = models.DateTimeField(null=True, blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(VISIBLE, "summary"),
        **dict.fromkeys(SIGNED, "internal"),
    }
    sealed_fields: ClassVar[dict[str, tuple[str, ...]]] = {
        **{group: (*fields_of(group), *MARKED) for group in ("elements", "service")},
        "identity": (*fields_of("identity"), *numbered("file", MOST_FILES), *MARKED),
        "safety": (*fields_of("safety"), *numbered("family", MOST_FAMILY), *MARKED),
        "vetting": ("checks", "hits", "mitigation", "assessment", *MARKED),
        "correspondence": (
            "return_words", "withdrawal_words", "extension_words", "extension_changed", "extension_until",
            "extension_investigation", "end_words", "consent", *numbered("sending", MOST_NOTES),
            *numbered("message", MOST_MESSAGES), *numbered("waiver", MOST_NOTES), *numbered("disclosure", MOST_NOTES),
            *MARKED,
        ),
        "decision": (
            "ground", "denial_words", "extension_refusal", "revocation_words", "revocation_answer", "drop_words",
            "revocation_decision", "superseded_words", "denial_words_es", "extension_refusal_es",
            "revocation_words_es", "revocation_decision_es",
        ),
    }  # fmt: skip
    moved_fields: ClassVar[frozenset[str]] = frozenset({*VISIBLE, *SIGNED} - {"operation"})
    kept_while: ClassVar[models.Q | None] = models.Q(
        state__in=(Stage.GRANTED, Stage.ACTIVE, Stage.EXTENSION, Stage.REVOCATION)
    )
    retention: ClassVar[Retention] = KEPT

    class Meta(Record.Meta):
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="presence_owner_newest"),
            models.Index(
                "sponsor", models.F("opened_at").desc(), models.F("id").desc(),
                name="presence_sponsor_newest", condition=models.Q(with_sponsor=True),
            ),
            models.Index(
                "decider", models.F("opened_at").desc(), models.F("id").desc(),
                name="presence_decider_newest", condition=models.Q(with_decider=True),
            ),
            models.Index(
                "representative", models.F("opened_at").desc(), models.F("id").desc(),
                name="presence_counsel_newest", condition=models.Q(represented=True),
            ),
            models.Index("decider", "state", "state_since_at", name="presence_decider_stage"),
            models.Index("until_on", name="presence_until", condition=models.Q(state__in=IN_FORCE)),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=IN_FORCE) | models.Q(until_on__isnull=False),
                name="presence_has_its_last_day",
            ),
        ]

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return Stage(self.state)

    @property
    def was_heard(self) -> bool:
        """Whether a proposed revocation was answered, or the victim was told of it and the time has passed since."""
        late = self.answer_by_at is not None and self.answer_by_at <= timezone.now()
        late = late and self.victim_told_on is not None
        return self.answered_at is not None or late
