"""The peer of cases and links."""

from pathlib import Path

from benchmarks.web.plain_django import application_of

application = application_of("benchmarks.web.plain_site", Path(__file__).parent / "templates")
