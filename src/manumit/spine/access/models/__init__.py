"""Rows the fixed policies read: releases of single records, agreements of agencies, bars against people."""

from .agreement import Agreement
from .bar import Bar
from .release import Release

__all__ = ["Agreement", "Bar", "Release"]
