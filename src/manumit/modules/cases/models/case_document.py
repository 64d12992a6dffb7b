"""The words of a case, for search."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.spine.search import together
from manumit.values.retention import Retention

from .case import Case


class CaseDocument(ScopedModel):
    """One vector for each field group, written by the spine's search whenever the case changes.

    One index holds the words of all groups together: it finds what may be meant, group by group is decided afterwards.

    `names` holds every name of its people in capitals without accents, for search that forgives spelling.
    """

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="document")
    opened_at = models.DateTimeField()
    summary = SearchVectorField(null=True)
    people = SearchVectorField(null=True)
    place = SearchVectorField(null=True)
    narrative = SearchVectorField(null=True)
    agencies = SearchVectorField(null=True)
    tribal = SearchVectorField(null=True)
    names = models.TextField(blank=True)

    scoped_through: ClassVar[Through] = Through(kind="case", path="case", group="summary")
    sensitivity: ClassVar[dict[str, str]] = {
        "case": "summary", "opened_at": "summary", "summary": "summary", "people": "people", "place": "place",
        "narrative": "narrative", "agencies": "agencies", "tribal": "tribal", "names": "people",
    }  # fmt: skip
    retention: ClassVar[Retention] = Retention(Case.retention.authority, with_parent="case")

    class Meta(ScopedModel.Meta):
        indexes = [
            GinIndex(
                together("summary", "people", "place", "narrative", "agencies", "tribal"), name="case_document_together"
            ),
            GinIndex(OpClass("names", name="gin_trgm_ops"), name="case_document_names"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}"
