"""An inquiry."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import Purpose
from manumit.spine.records import Record
from manumit.spine.records.askable import AskedFor, Question
from manumit.spine.records.coded import coded
from manumit.values.retention import Retention

SUMMARY = ("case_kind", "case_id", "case_number", "purpose", "because", "asked_by", "asked_for", "more")
QUESTION = ("value", "state", "family_name", "given_names", "sex", "born_from", "born_until")


class Inquiry(Record):
    """What one officer asked of all agencies of this install, for a case of theirs and a purpose; never changed.

    `value` is an identifier as it was written; a person is described by name, sex and years of birth. `more` is
    whether more answered than are kept.
    """

    kind: ClassVar[str] = "inquiry"
    number_prefix: ClassVar[str] = "IQ"

    case_kind = models.CharField(_("Kind of case"), max_length=40)
    case_id = models.BigIntegerField()
    case_number = models.CharField(_("Case"), max_length=16)
    purpose = models.CharField(_("Purpose"), max_length=20, choices=Purpose.choices)
    because = models.CharField(_("What it is needed for"), max_length=300)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    asked_for = models.CharField(_("What is asked for"), max_length=10, choices=AskedFor.choices)
    value = models.CharField(_("Number or name of the account"), max_length=200, blank=True)
    state = models.CharField(_("State of the plate"), max_length=20, blank=True)
    family_name = models.CharField(_("Family name"), max_length=100, blank=True)
    given_names = models.CharField(_("Given names"), max_length=100, blank=True)
    sex = models.CharField(_("Sex"), max_length=8, choices=coded("SEX", "manumit.values.tables.sex"), blank=True)
    born_from = models.PositiveSmallIntegerField(_("Born in or after"), null=True, blank=True)
    born_until = models.PositiveSmallIntegerField(_("Born in or before"), null=True, blank=True)
    more = models.BooleanField(_("More answered than are kept"), default=False)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(SUMMARY, "summary"),
        **dict.fromkeys(QUESTION, "question"),
    }
    retention: ClassVar[Retention] = Retention(
        "28 CFR 23.20(e): a record is kept of who was given what, and why", years=10, from_field="opened_at"
    )

    class Meta(Record.Meta):
        verbose_name_plural = "inquiries"
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="inquiry_owner_newest"),
            models.Index("case_kind", "case_id", name="inquiry_of_case"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def question(self) -> Question:
        """What was asked, as matchers take it."""
        return Question(self.asked_for, **{name: getattr(self, name) for name in QUESTION})
