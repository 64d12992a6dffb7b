"""Notices that victims are due."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..choices import NoticeEvent, ToldBy
from .part import SuspectPart, in_group, through


class VictimNotice(SuspectPart):
    """That the victims are to be told of an event, by `due_on`, and how they were. Nobody's name stands in it.

    `law` is the citation as it stood; `task_id` the task that was raised for it.
    """

    part: ClassVar[str] = "notices"

    event = models.CharField(_("Of what"), max_length=12, choices=NoticeEvent.choices)
    law = models.CharField(_("Law"), max_length=200)
    raised_at = models.DateTimeField(_("Raised"))
    due_on = models.DateField(_("Due"))
    task_id = models.BigIntegerField(null=True)
    told_by = models.CharField(_("How they were told"), max_length=12, choices=ToldBy.choices, blank=True)
    told_on = models.DateField(_("When they were told"), null=True, blank=True)
    note = models.CharField(_("Note"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )

    scoped_through = through("proceedings")
    sensitivity = in_group(
        "proceedings", "event", "law", "raised_at", "due_on", "task_id", "told_by", "told_on", "note", "recorded_by"
    )

    class Meta(SuspectPart.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(told_by="", told_on=None)
                | (~models.Q(told_by="") & models.Q(told_on__isnull=False)),
                name="victim_notice_told_whole",
            )
        ]
