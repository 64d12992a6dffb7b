"""The formats that cases are exported in."""

from __future__ import annotations

from collections.abc import Mapping

from .csv_list import CSV_LIST
from .format import Format
from .htcds_sheet import HTCDS_CSV, HTCDS_JSON, HTCDS_XLSX
from .namus_csv import NAMUS_MISSING, NAMUS_REMAINS
from .namus_json import NAMUS_JSON
from .niem_xml import NIEM_XML
from .xlsx_list import XLSX_LIST

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        CSV_LIST,
        XLSX_LIST,
        NIEM_XML,
        NAMUS_MISSING,
        NAMUS_REMAINS,
        NAMUS_JSON,
        HTCDS_XLSX,
        HTCDS_CSV,
        HTCDS_JSON,
    )
}
"""Every format by name, in the order people are shown them."""
