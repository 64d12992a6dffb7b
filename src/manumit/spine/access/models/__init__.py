"""Rows the fixed policies and the checks of releases read: releases, agreements, nations, bars on people."""

from .agreement import Agreement
from .bar import Bar
from .nation_rule import NationRule, Use
from .nation_use import NationUse
from .release import Release
from .sharing_terms import Onward, SharingTerms

__all__ = ["Agreement", "Bar", "NationRule", "NationUse", "Onward", "Release", "SharingTerms", "Use"]
