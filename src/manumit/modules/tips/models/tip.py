"""A tip: what somebody told an agency."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import Channel, Danger, Priority

CONTENT = ("what", "place", "time", "people", "vehicle", "about", "language")
SUMMARY = (
    "state", "state_since_at", "channel", "danger", "anonymous", "unread", "priority", "triage_by", "due_on",
)  # fmt: skip
TRIAGE = ("assigned_to", "duplicate_of", "referred_to")
REWARD = ("reward", "reward_since_at", "payee_sealed")
SHORT, LONG = 2_000, 10_000
"""Longest answers, in characters; the story is the long one."""


class Tip(Record):
    """One message to an agency, as it was given; nothing in it is edited, what comes later is said beside it.

    `state` is its disposition. `triage_by` is when somebody should have triaged it, `due_on` the last day of the work
    it gives. `anonymous` says that nothing of who gave it was said. `unread` counts what the giver wrote since triage
    looked. `about` is the case or poster the giver names: their words, no link.
    """

    kind: ClassVar[str] = "tip"
    number_prefix: ClassVar[str] = "T"

    state = models.CharField(_("Disposition"), max_length=12, default="received")
    state_since_at = models.DateTimeField(_("Since"))
    channel = models.CharField(_("How it came"), max_length=10, choices=Channel.choices)
    danger = models.CharField(_("Somebody in danger now?"), max_length=8, choices=Danger.choices, default="unknown")
    anonymous = models.BooleanField(_("Anonymous"), default=True)
    unread = models.PositiveIntegerField(_("Unread words of the giver"), default=0)
    priority = models.CharField(_("Priority"), max_length=12, choices=Priority.choices, blank=True)
    triage_by = models.DateTimeField(_("Triage due"))
    due_on = models.DateField(_("Work due"), null=True, blank=True)

    what = models.TextField(_("What happened"), max_length=LONG)
    place = models.CharField(_("Where"), max_length=SHORT, blank=True)
    time = models.CharField(_("When"), max_length=SHORT, blank=True)
    people = models.CharField(_("Who"), max_length=SHORT, blank=True)
    vehicle = models.CharField(_("Vehicle"), max_length=SHORT, blank=True)
    about = models.CharField(_("Case or poster named"), max_length=200, blank=True)
    language = models.CharField(_("Language"), max_length=5, choices=settings.LANGUAGES, default="en")

    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("Given to")
    )
    duplicate_of = models.CharField(_("Duplicate of"), max_length=16, blank=True)
    referred_to = models.CharField(_("Referred to"), max_length=200, blank=True)

    reward = models.CharField(_("Reward"), max_length=12, default="open")
    reward_since_at = models.DateTimeField(_("Reward since"))
    payee_sealed = models.BooleanField(_("Payee and amount are sealed"), default=False)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(SUMMARY, "summary"),
        **dict.fromkeys(CONTENT, "content"),
        **dict.fromkeys(TRIAGE, "triage"),
        **dict.fromkeys(REWARD, "reward"),
    }
    sealed_fields: ClassVar[dict[str, tuple[str, ...]]] = {
        "giver": ("name", "telephone", "email", "other", "safe", "how", "when", "never", "shared", "headers"),
        "payment": ("payee", "amount", "how_paid", "reference"),
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset(
        {*SUMMARY, *CONTENT, *TRIAGE, *REWARD} - {"priority", "due_on", "danger"}
    )
    kept_while: ClassVar[models.Q | None] = models.Q(state__in=("received", "pending")) | models.Q(
        reward__in=("eligible", "approved")
    )
    retention: ClassVar[Retention] = Retention(
        "Agency's schedule; 28 CFR 23.20(h) suggests five years for information that leads on",
        years=5, from_field="state_since_at",
    )  # fmt: skip

    class Meta(Record.Meta):
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="tip_owner_newest"),
            models.Index(
                models.F("opened_at").desc(), models.F("id").desc(),
                name="tip_open_newest", condition=models.Q(level="open"),
            ),
            models.Index("owner", "triage_by", "id", name="tip_waiting", condition=models.Q(state="received")),
            models.Index("owner", "assigned_to", name="tip_given", condition=models.Q(state="pending")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number
