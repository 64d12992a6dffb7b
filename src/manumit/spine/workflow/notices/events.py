"""The events people are told of: a table, to which modules add rows by `Event` providers."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.spine.records import registry


class Mail(models.TextChoices):
    """When a person is told by mail that a notice waits. Source: what peers' users chose between."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day")
    NEVER = "never", _("Never")


@dataclass(frozen=True, slots=True)
class Event:
    """One kind of event: what the notice says, when mail goes unless the person wishes otherwise.

    Unseen for `escalates_after`, the agency's supervisors are told; None: never.
    """

    code: str
    title: str | Promise
    mail: Mail = Mail.DAILY
    escalates_after: timedelta | None = None


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EVENTS = (
    Event("clock_overdue", _("A clock has run out"), Mail.AT_ONCE, HOUR),
    Event("clock_soon", _("A clock runs out soon"), Mail.AT_ONCE, DAY),
    Event("task_given", _("A task was given to you"), Mail.AT_ONCE, DAY),
    Event("task_overdue", _("A task of yours is overdue"), Mail.AT_ONCE, DAY),
    Event("task_done", _("A task you gave was done"), Mail.DAILY),
    Event("approval_asked", _("An approval is asked of you"), Mail.AT_ONCE, DAY),
    Event("approval_decided", _("Your request for approval was decided"), Mail.AT_ONCE),
    Event("watched", _("Something you watch was changed"), Mail.DAILY),
    Event("search_found", _("A search you keep has a new record"), Mail.DAILY),
    Event("released", _("Something was released to your agency"), Mail.DAILY),
    Event("flag_ended", _("A flag has ended"), Mail.NEVER),
    Event("unseen", _("Somebody in your agency has not seen an urgent notice"), Mail.AT_ONCE),
)


def all_events() -> tuple[Event, ...]:
    """Return the spine's events, then those of the installed modules."""
    return (*EVENTS, *registry.providers(Event))


def named(code: str) -> Event:
    """Return the event of that code; one whose module is gone keeps a title that says so, and is not mailed."""
    gone = Event(code, _("Something happened"), Mail.NEVER)
    return next((event for event in all_events() if event.code == code), gone)
