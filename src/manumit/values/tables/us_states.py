"""States, the District of Columbia, territories and freely associated states by their two-letter postal codes."""

from __future__ import annotations

from datetime import date

from manumit.values.code_table import Code, CodeTable

_ROWS = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas
KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi
MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York
NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island
SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington
WV West Virginia|WI Wisconsin|WY Wyoming|AS American Samoa|GU Guam|MP Northern Mariana Islands
PR Puerto Rico|VI U.S. Virgin Islands|FM Federated States of Micronesia|MH Marshall Islands|PW Palau
"""

_ALSO = {"VI": ("Virgin Islands",)}
"""What NamUs calls it."""

US_STATES = CodeTable.of(
    "US states",
    source="USPS Publication 28, appendix B (two-letter state and possession abbreviations)",
    as_of=date(2025, 10, 1),
    rows=[
        Code(row[:2], row[3:], aliases=tuple(_ALSO.get(row[:2], ())))
        for row in _ROWS.strip().replace("\n", "|").split("|")
    ],
)
"""Codes as printed on an address; labels are the full names. `find` reads either."""
