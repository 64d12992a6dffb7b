"""Behaviour of an offender."""

from typing import ClassVar

from django.db import models

from ..choices import Dimension
from .part import PersonPart, in_group, through


class Behaviour(PersonPart):
    """What was done in one dimension of behaviour, in a word or two, with its detail."""

    part: ClassVar[str] = "behaviours"

    dimension = models.CharField(max_length=20, choices=Dimension.choices)
    value = models.CharField(max_length=60)
    detail = models.TextField(blank=True)

    scoped_through = through("narrative")
    sensitivity = in_group("narrative", "person", "dimension", "value", "detail")
