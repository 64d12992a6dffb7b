"""Command line of the trimming: one argument, the folder of the tarballs."""

import csv
import hashlib
import re
import sys
import tarfile
from pathlib import Path

from . import script, style

HERE = Path(__file__).resolve().parent
VENDOR = HERE.parent / "static" / "ui" / "vendor"
FOR_TESTS = HERE.parents[4] / "tests" / "accessibility" / "vendor"
UNUSED = re.compile(
    r"usa-(banner|identifier|hero|combo-box|date-picker|date-range-picker|time-picker|file-input|graphic-list"
    r"|megamenu|media-block|embed|footer|nav(?!igation)|header|card|range|language|modal|show-password|sidenav"
    r"|icon-list|menu-btn|site-alert|collection|logo|layout-docs|display|dark-background|overlay"
    r"|in-page-nav|focus|current|js-|checklist|input-mask|social|sign-up|paragraph)"
    r"|(desktop-lg|widescreen|mobile-lg|mobile|card|card-lg|hover|focus|active|visited|disabled)\\"
    r"|((desktop|tablet|tablet-lg)\\:)(?!grid-|display-)"
    r"|(border|outline|underline|text-underline|circle|square|add-list-reset|unsorted|shadow|minh|maxh|z-)"
)
COMPONENTS = {
    "accordion": "../../../usa-accordion/src/index",
    "characterCount": "../../../usa-character-count/src/index",
    "tooltip": "../../../usa-tooltip/src/index",
}
ICONS = (
    "account_balance", "account_circle", "add", "arrow_back", "arrow_forward", "campaign", "check", "check_circle",
    "close", "edit", "error", "expand_more", "filter_list", "flag", "folder_open", "groups", "history", "info",
    "insights", "language", "launch", "lock", "logout", "mail", "map", "people", "person", "print", "public",
    "schedule", "search", "security", "settings", "shield", "verified_user", "visibility", "visibility_off", "warning",
)  # fmt: skip
FONTS = ["PublicSans-Regular", "PublicSans-Italic", "PublicSans-SemiBold", "PublicSans-Bold"]
MAP_SCRIPTS = ("maplibre-gl", "maplibre-gl-worker")
Files = dict[str, bytes]


def unpacked(folder: Path) -> dict[str, Files]:
    """Return each package's files by path; raise `SystemExit` when a tarball is not the one in `sources.csv`."""
    with (HERE / "sources.csv").open(newline="") as table:
        return {row["package"]: _checked(folder, row) for row in csv.DictReader(table)}


def _checked(folder: Path, row: dict[str, str]) -> Files:
    name = f"{row['package'].lstrip('@').replace('/', '-')}-{row['version']}.tgz"
    if hashlib.sha256((folder / name).read_bytes()).hexdigest() != row["sha256"]:
        raise SystemExit(f"{name}: not the tarball named in sources.csv; check the version and the sum")
    with tarfile.open(folder / name) as tarball:
        members = [member for member in tarball if member.isfile()]
        return {member.name.removeprefix("package/"): _read(tarball, member) for member in members}


def _read(tarball: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    stream = tarball.extractfile(member)
    return stream.read() if stream else b""


def shipped(packages: dict[str, Files]) -> Files:
    """Return what the product serves, by path under `static/ui/vendor`."""
    uswds, htmx = packages["@uswds/uswds"], packages["htmx.org"]
    css = style.trim(uswds["dist/css/uswds.min.css"].decode().lstrip("\ufeff"), UNUSED)
    bundle = script.subset(uswds["dist/js/uswds.js"].decode(), COMPONENTS)
    return {
        "css/uswds.css": css.encode(),
        "js/uswds.js": bundle.encode(),
        "js/htmx.js": re.sub(rb"\n//# sourceMappingURL.*", b"", htmx["dist/htmx.min.js"]),
        "img/icons.svg": _icons(uswds["dist/img/sprite.svg"].decode()).encode(),
        **_map(packages),
        "LICENSE-uswds.md": uswds["LICENSE.md"],
        "LICENSE-htmx.txt": htmx["LICENSE"],
        **{path: uswds[f"dist/{path}"] for path in sorted(style.images(css))},
        **{f"fonts/{name}.woff2": uswds[f"dist/fonts/public-sans/{name}.woff2"] for name in FONTS},
    }


def _map(packages: dict[str, Files]) -> Files:
    """Return what a map needs: the library, its worker, and the shapes of states and counties."""
    library, atlas, topology = (packages[name] for name in ("maplibre-gl", "us-atlas", "topojson-client"))
    scripts = {f"map/{name}.mjs": library[f"dist/{name}.mjs"] for name in MAP_SCRIPTS}
    return {
        **{path: re.sub(rb"\n//# sourceMappingURL.*", b"", script) for path, script in scripts.items()},
        "map/topojson.js": topology["dist/topojson-client.min.js"],
        **{f"map/{name}.json": atlas[f"{name}-10m.json"] for name in ("states", "counties")},
        "map/LICENSE-maplibre.txt": library["LICENSE.txt"],
        "map/LICENSE-us-atlas.txt": atlas["LICENSE"],
        "map/LICENSE-topojson.txt": topology["LICENSE"],
    }


def _icons(sprite: str) -> str:
    found = re.finditer(r'<symbol[^>]*\bid="([^"]+)"[^>]*>.*?</symbol>', sprite, re.DOTALL)
    symbols = {one.group(1): one.group(0) for one in found}
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols[name] for name in ICONS)}</svg>'


def written(target: Path, files: Files) -> list[tuple[str, int, str]]:
    """Write `files` under `target`, emptied first; return (path, bytes, sha256) of each."""
    for old in sorted(target.rglob("*")):
        if old.is_file():
            old.unlink()
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return [(path, len(files[path]), hashlib.sha256(files[path]).hexdigest()) for path in sorted(files)]


def main() -> None:
    """Rewrite the vendored files from the tarballs in the folder named as the first argument."""
    packages = unpacked(Path(sys.argv[1]))
    rows = written(VENDOR, shipped(packages))
    axe = packages["axe-core"]
    written(FOR_TESTS, {"axe.min.js": axe["axe.min.js"], "LICENSE-axe.txt": axe["LICENSE"]})
    with (HERE / "outputs.csv").open("w", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows([("path", "bytes", "sha256"), *rows])


if __name__ == "__main__":
    main()
