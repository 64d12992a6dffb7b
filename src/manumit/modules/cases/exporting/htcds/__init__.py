"""HTCDS 2.0, the Human Trafficking Case Data Standard of IOM: one row a victim, both ways.

`fields` names its fields, `row` is the mapping, `sheet` and `json` are the two shapes of files. HTCDS is (c) IOM, CC BY
4.0. What HTCDS asks and the catalogue has no field for is kept as an entry of the timeline under the field's name, so
that nothing is lost on the way in, and goes out again from there.
"""
