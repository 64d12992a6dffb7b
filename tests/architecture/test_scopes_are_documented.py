"""Every scope that a token may have stands on the page for programs, and no other does."""

import re

from manumit.spine.administration.scopes_offered import offered

from .source import ROOT


def test_the_page_names_the_scopes_there_are() -> None:
    page = (ROOT / "docs" / "how-to" / "use-the-api.md").read_text()
    named = set(re.findall(r"`([a-z_]+:(?:read|write))`", page))
    assert named == set(offered()), "Name each scope in docs/how-to/use-the-api.md"
