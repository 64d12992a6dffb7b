"""What we ship of others is what `outputs.csv` says, and small."""

import csv
import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest

from manumit.spine.ui.assets import style
from manumit.spine.ui.assets.__main__ import HERE, UNUSED, VENDOR

MEGABYTE = 1_000_000
MAP = VENDOR / "map"
PACKAGE = Path(__file__).resolve().parents[3]


def test_each_vendored_file_is_the_one_recorded() -> None:
    with (HERE / "outputs.csv").open(newline="") as table:
        recorded = {row["path"]: row["sha256"] for row in csv.DictReader(table)}
    files = [file for file in VENDOR.rglob("*") if file.is_file()]
    assert recorded == {str(f.relative_to(VENDOR)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def test_all_assets_of_ordinary_pages_are_under_a_megabyte() -> None:
    assert _size(file for file in VENDOR.parent.rglob("*") if MAP not in file.parents) < MEGABYTE


def test_the_map_is_fetched_by_pages_with_a_map_alone() -> None:
    assert 0 < _size(MAP.rglob("*")) < 3 * MEGABYTE
    asking = {path.name for path in PACKAGE.rglob("*.html") if "vendor/map" in path.read_text(encoding="utf-8")}
    assert asking == {"map.html"}


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.is_file())


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
