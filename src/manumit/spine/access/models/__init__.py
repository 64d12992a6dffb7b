"""Rows the fixed policies read: releases of single records, agreements of agencies."""

from .agreement import Agreement
from .release import Release

__all__ = ["Agreement", "Release"]
