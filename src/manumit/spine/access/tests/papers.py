"""A kind of record for tests of access, on a table of its own: papers, and the pages that belong to a paper."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.access import Attribute, Kind, ScopedModel, Through
from manumit.spine.identity.models import Agency


class Paper(ScopedModel):
    """A record with an attribute of every type, some of which may be missing."""

    kind: ClassVar[str] = "paper"

    number = models.CharField(max_length=16, unique=True)
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+", null=True, db_index=False)
    level = models.CharField(max_length=12, null=True, default="restricted")
    protected = models.BooleanField(null=True, default=False)
    weight = models.IntegerField(null=True, default=0)
    tags = ArrayField(models.CharField(max_length=10), null=True, default=list)
    opened_at = models.DateTimeField()
    title = models.CharField(max_length=40, default="")

    sensitivity: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("id", "number", "owner", "level", "protected", "weight", "tags", "opened_at"), "summary"),
        "title": "people",
    }

    class Meta(ScopedModel.Meta):
        app_label = "access_tests"
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="paper_owner"),
            models.Index(
                models.F("opened_at").desc(),
                models.F("id").desc(),
                name="paper_open",
                condition=models.Q(level="open"),
            ),
        ]


class Leaf(ScopedModel):
    """A row that belongs to a paper, in its group `people`."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="leaves")
    name = models.CharField(max_length=40)

    scoped_through: ClassVar[Through] = Through(kind="paper", path="paper", group="people")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("id", "paper", "name"), "people")

    class Meta(ScopedModel.Meta):
        app_label = "access_tests"


ATTRIBUTES = (
    Attribute("protected", "Bool", "protected"),
    Attribute("weight", "Long", "weight"),
    Attribute("tags", "Set<String>", "tags"),
)


def kind(policy) -> Kind:
    """Return the kind `paper` under the policy in the file `policy`."""
    return Kind(
        "paper",
        "access_tests.Paper",
        ("summary", "people", "secret"),
        policy,
        frozenset({"secret"}),
        ATTRIBUTES,
    )
