"""What leaves the product: papers, those of agencies marked CUI; tables of numbers, stages and days; nothing else."""

import pytest

from manumit.modules.continued_presence import papers
from manumit.modules.continued_presence.manifest import MANIFEST
from manumit.modules.continued_presence.tests.answers import ALL, flat
from manumit.modules.continued_presence.tests.people import to_active
from manumit.modules.continued_presence.urls import urlpatterns
from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.records import registry
from manumit.spine.records.manifest import SampleData
from manumit.spine.ui.faces import PageBeside, RecordFace
from manumit.spine.workflow import Procedure
from manumit.spine.workflow.clocks import RecordClocks
from manumit.spine.workflow.notices.events import Event

WORDS = [str(flat(ALL)[name]) for name in ("family_name", "given_names", "mailing", "act_words")]
TABLES = {"/presence/?form=csv", "/presence-measures/?form=csv", "/presence-measures/?form=annual"}


@pytest.fixture(autouse=True)
def sealing_log(monkeypatch) -> None:
    """The log is being sealed, so that sealed answers are shown."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)


@pytest.mark.django_db
def test_what_agencies_read_is_marked_and_a_letter_says_nothing_on_its_face(cast, complete, monkeypatch) -> None:
    request, told = to_active(cast, complete), {}
    monkeypatch.setattr(papers, "compiled", lambda given: given)
    for paper in papers.PAPERS:
        told[paper.name] = papers.write(cast["intake"], request, paper)
    letters = {paper.name for paper in papers.PAPERS if paper.letter}
    assert letters
    for name, given in told.items():
        assert given["mark"] == ("" if name in letters else "CUI // LAW ENFORCEMENT // 8 USC 1367"), name
        assert name not in letters or given["title"] == request.number


@pytest.mark.django_db
def test_nothing_but_papers_and_tables_of_days_leaves(cast, complete) -> None:
    to_active(cast, complete)
    plain = [str(each.pattern) for each in urlpatterns if str(each.pattern).count("<") in (0, 1)]
    paths = [f"/{path.replace('<slug:number>', complete.number)}" for path in plain if "<slug:number>" in path]
    paths += [f"/{path}" for path in plain if "<" not in path] + sorted(TABLES)
    assert f"/presence/{complete.number}/file/" in paths
    left = {}
    for who in ("supervisor", "intake", "decider", "oversight"):
        for path in paths:
            answer = browser_of(cast[who]).get(path)
            if "attachment" in answer.headers.get("Content-Disposition", ""):
                left[path] = answer.content.decode()
    assert left.keys() == TABLES
    assert not [(path, word) for path, text in left.items() for word in WORDS if word in text]


def test_no_exporter_link_search_or_chart_knows_a_request() -> None:
    assert not MANIFEST.exporters
    assert not MANIFEST.importers
    known = (Procedure, RecordClocks, RecordFace, PageBeside, SampleData, Event)
    assert [each for each in MANIFEST.providers if not isinstance(each, known)] == []
    assert [name for name in registry.exporters() if "presence" in name] == []
