"""The peer of requests."""

from pathlib import Path

from benchmarks.web.plain_django import application_of

application = application_of("benchmarks.continued_presence.plain_site", Path(__file__).parent / "templates")
