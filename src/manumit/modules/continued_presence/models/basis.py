"""A fact that an adverse step rests on."""

from django.conf import settings
from django.db import models

from .row import RequestRow, in_group, through


class Basis(RequestRow):
    """That `step` rested on `fact`, by whom and when: a name without words, and a keyed print of them (see facts.py).

    The database takes none that is marked as coming from the trafficker's side and that nobody else bears out, and no
    adverse step without one (guards.py).
    """

    step = models.CharField(max_length=30)
    fact = models.CharField(max_length=60)
    print = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    scoped_through = through("decision")
    sensitivity = in_group("decision", "step", "fact", "print", "by", "at")
