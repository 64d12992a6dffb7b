"""Vocabularies of evidence. A member is never dropped, only retired."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ItemType(TextChoices):
    """What an item is. Source: the evidence types of the case catalogue's domain facts."""

    PHYSICAL = "physical", _("Object")
    BIOLOGICAL = "biological", _("Biological")
    DIGITAL = "digital", _("Digital")
    DOCUMENT = "document", _("Document")
    PHOTO = "photo", _("Photograph")
    AUDIO_VIDEO = "audio_video", _("Sound or film")


class HandKind(TextChoices):
    """Who or what can have an item. Source: practice of property rooms; see `custody_table.py`."""

    PERSON = "person", _("A person of the agency")
    PLACE = "place", _("A place of the agency, such as a locker")
    CARRIER = "carrier", _("A carrier, with a tracking number")
    LABORATORY = "laboratory", _("A laboratory")
    COURT = "court", _("A court")
    AGENCY = "agency", _("Another agency")
    OWNER = "owner", _("Its owner: returned for good")
    DESTROYED = "destroyed", _("Nobody: destroyed")


class State(TextChoices):
    """Where an item is, for lists: in the agency, out with a carrier, laboratory, court or other agency, or gone."""

    HELD = "held", _("Held")
    OUT = "out", _("Out")
    DISPOSED = "disposed", _("Disposed of")


class SealFound(TextChoices):
    """How a seal was found when an item changed hands. Source: practice of property rooms."""

    INTACT = "intact", _("Intact, and the number agrees")
    BROKEN = "broken", _("Broken, missing or another number")
    UNSEALED = "unsealed", _("The item bore no seal")
