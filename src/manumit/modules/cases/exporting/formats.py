"""The formats that cases are exported in."""

from __future__ import annotations

from collections.abc import Mapping

from .csv_list import CSV_LIST
from .format import Format
from .niem_xml import NIEM_XML
from .xlsx_list import XLSX_LIST

FORMATS: Mapping[str, Format] = {each.name: each for each in (CSV_LIST, XLSX_LIST, NIEM_XML)}
"""Every format by name, in the order people are shown them."""
