"""What we ship of others is what `outputs.csv` says, and small."""

import csv
import hashlib
from pathlib import Path

import pytest

from manumit.spine.ui.assets import style
from manumit.spine.ui.assets.__main__ import HERE, UNUSED, VENDOR

MEGABYTE = 1_000_000


def test_each_vendored_file_is_the_one_recorded() -> None:
    with (HERE / "outputs.csv").open(newline="") as table:
        recorded = {row["path"]: row["sha256"] for row in csv.DictReader(table)}
    files = [file for file in VENDOR.rglob("*") if file.is_file()]
    assert recorded == {str(f.relative_to(VENDOR)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def test_all_assets_are_under_a_megabyte() -> None:
    assert sum(file.stat().st_size for file in VENDOR.parent.rglob("*") if file.is_file()) < MEGABYTE


def test_every_image_of_the_style_sheet_is_there() -> None:
    css = (VENDOR / "css" / "uswds.css").read_text()
    assert [path for path in style.images(css) if not (VENDOR / path).exists()] == []


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".usa-banner{a:b}.usa-alert{c:d}", ".usa-alert{c:d}"),
        (".usa-banner,.usa-alert{c:d}", ".usa-alert{c:d}"),
        ("@media print{.usa-hero{a:b}}", ""),
        ("@media print{.usa-hero{a:b}p{c:d}}", "@media print{p{c:d}}"),
        ('@font-face{font-family:"X";src:url(x.woff2)}p{c:d}', "p{c:d}"),
        (":is(.usa-banner,.usa-alert) p{c:d}", ""),
    ],
)
def test_trimming_keeps_what_is_used(css: str, left: str) -> None:
    assert style.trim(css, UNUSED) == left


def test_templates_draw_only_icons_that_are_in_the_sprite() -> None:
    sprite = (VENDOR / "img" / "icons.svg").read_text()
    source = Path(HERE).parents[2]
    used = {piece.split('"')[0] for file in source.rglob("*.html") for piece in file.read_text().split('{% icon "')[1:]}
    assert {name for name in used if f'id="{name}"' not in sprite} == set()
