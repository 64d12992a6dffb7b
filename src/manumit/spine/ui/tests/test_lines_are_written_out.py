"""Summary lists and timelines are written out; every value in them is escaped as a template would."""

from datetime import UTC, datetime

from django.template import Context, Template

HOSTILE = "<script>alert(1)</script> & 'more'"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#x27;more&#x27;"


def test_a_summary_list_escapes_every_value():
    rows = [{"name": HOSTILE, "value": HOSTILE, "note": HOSTILE, "href": f'/x/"{HOSTILE}'}, {"name": "n", "value": ""}]
    shown = Template("{% summary_rows rows %}").render(Context({"rows": rows}))
    assert "<script" not in shown
    assert shown.count(ESCAPED) == 5
    assert 'href="/x/&quot;' in shown
    assert "Not recorded" in shown


def test_a_timeline_escapes_every_value():
    event = {"title": HOSTILE, "at": datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "by": HOSTILE, "text": f"{HOSTILE}\nb"}
    shown = Template('{% timeline_events events "3" %}').render(Context({"events": [event]}))
    assert "<script" not in shown
    assert shown.count(ESCAPED) == 3
    assert '<time datetime="2026-01-02T03:04:00+00:00">' in shown
    assert "<br>b" in shown
