"""What only the trafficker's side said is marked fact by fact, and no adverse step rests on it: 8 USC 1367(a)(1)."""

import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from manumit.modules.continued_presence import facts as known
from manumit.modules.continued_presence.actions.attach_file import attach_file
from manumit.modules.continued_presence.actions.begin_request import begin_request
from manumit.modules.continued_presence.actions.mark_fact import corroborate_fact, mark_fact
from manumit.modules.continued_presence.actions.record_vetting import record_vetting
from manumit.modules.continued_presence.leaning import leaning_of, marked_since, marks_of
from manumit.modules.continued_presence.models import Basis, Mark, PresenceRequest, VettingMark
from manumit.modules.continued_presence.questions import operation_of
from manumit.modules.continued_presence.tests.answers import ALL, SHARED, flat
from manumit.modules.continued_presence.tests.people import WAY, answered, go, to_active
from manumit.modules.continued_presence.tests.uploads import PNG, received
from manumit.spine import audit
from manumit.spine.access import Denied, Hidden
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.audit.models import Entry
from manumit.spine.records import sealed
from manumit.spine.workflow.refusing import Refused

FACTS = known.answer_facts(flat(ALL))
DENY = {"words": "It does not fit.", "ground": "no_witness", "from_trafficker": False}
LEFT = {"words": "You left in May.", "ground": "left", "from_trafficker": False}


def marked(cast, request, name="answer.threats", who="detective", facts=FACTS):
    """Mark a fact."""
    request.refresh_from_db()
    return mark_fact(cast[who], request, name, "Her boss said it by phone", facts=facts)


@pytest.fixture
def deciding(cast, complete) -> PresenceRequest:
    """A request that waits for its decision."""
    for who, step in WAY[:6]:
        go(cast[who], complete, step)
    return complete


@pytest.mark.django_db
def test_a_denial_names_facts_that_are_there(cast, deciding) -> None:
    for named in ((), ("answer.health",), ("nothing",), ("answer.threats", "answer.nothing")):
        with pytest.raises(Refused, match="Name the facts"):
            go(cast["decider"], deciding, "deny", **DENY, rests_on=named)
    go(cast["decider"], deciding, "deny", **DENY, rests_on=["answer.threats", "answer.witness"])
    assert list(Basis.unscoped.values_list("step", "fact")) == [("deny", "answer.threats"), ("deny", "answer.witness")]
    assert json.loads(Entry.objects.filter(verb="presence.move").order_by("id").last().detail)["facts"] == [
        "answer.threats", "answer.witness",
    ]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["deny", "refuse_extension", "propose_revocation", "revoke", "supersede"])
def test_no_adverse_step_rests_on_a_marked_fact_until_somebody_else_bears_it_out(cast, complete, step) -> None:
    row, said = marked(cast, complete), {**DENY}
    if step == "deny":
        for who, each in WAY[:6]:
            go(cast[who], complete, each)
    else:
        to_active(cast, complete)
        said = {**LEFT, "ground": "no_witness" if step == "refuse_extension" else "left"}
    if step == "refuse_extension":
        go(cast["detective"], complete, "ask_extension", words="The trial is set")
    if step == "revoke":
        go(cast["reviewer"], complete, "propose_revocation", **LEFT, rests_on=["answer.witness"])
        PresenceRequest.unscoped.filter(pk=complete.pk).update(answered_at=timezone.now())
    who = {"propose_revocation": "both", "supersede": "both"}.get(step, "decider")
    said = {**said, "ground": "another"} if step == "supersede" else said
    with pytest.raises(Refused, match="nobody else bears it out"):
        go(cast[who], complete, step, **said, rests_on=["answer.witness", "answer.threats"])
    complete.refresh_from_db()
    corroborate_fact(cast["reviewer"], row, "A neighbor saw it")
    if who == "both":
        with pytest.raises(Refused, match="somebody else weighs it"):
            go(cast["reviewer"], complete, step, **said, rests_on=["answer.threats"])
    assert go(cast[who], complete, step, **said, rests_on=["answer.threats"])


@pytest.mark.django_db
def test_whoever_works_on_it_marks_and_only_a_reviewer_bears_out(cast, complete) -> None:
    for who, refusal in (("charlie", Hidden), ("analyst", Hidden), ("lawyer", Hidden), ("sponsor", Hidden)):
        with pytest.raises(refusal):
            marked(cast, complete, who=who)
    for words, name in (("", "answer.threats"), ("Her boss", "answer.nothing")):
        with pytest.raises(Refused):
            mark_fact(cast["detective"], complete, name, words, facts=FACTS)
    row = marked(cast, complete)
    with pytest.raises(Refused, match="already"):
        marked(cast, complete, who="supervisor")
    to_active(cast, complete)
    for who in ("sponsor", "intake", "decider"):
        marked(
            cast, complete, {"sponsor": "answer.plan", "intake": "answer.family", "decider": "answer.nexus"}[who], who
        )
    with pytest.raises(Denied):
        marked(cast, complete, "answer.contact", "oversight")
    for who, refusal in (("detective", Denied), ("decider", Denied), ("oversight", Denied), ("charlie", Hidden)):
        with pytest.raises(refusal):
            corroborate_fact(cast[who], row, "A neighbor saw it")
    with pytest.raises(Refused):
        corroborate_fact(cast["reviewer"], row, " ")
    corroborate_fact(cast["reviewer"], row, "A neighbor saw it")
    with pytest.raises(Refused, match="already"):
        corroborate_fact(cast["both"], row, "Another one")
    assert next((each.fact, each.bars) for each in marks_of(cast["decider"], complete)) == ("answer.threats", False)


@pytest.mark.django_db
def test_words_of_a_mark_are_sealed_with_its_fact_and_who_and_when_are_kept(cast, complete, monkeypatch) -> None:
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    before = timezone.now()
    row = marked(cast, complete)
    assert (row.by_id, row.marked_at > before) == (cast["detective"].person_id, True)
    with connection.cursor() as cursor:
        for table in ("continued_presence_mark", "audit_entry", "records_recordhistory"):
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ' '), '') FROM {table} t")  # noqa: S608 - of this list
            text = cursor.fetchone()[0]
            assert "boss" not in text
            assert "brother" not in text
    entry = Entry.objects.get(verb="presence.mark")
    assert (entry.group_name, json.loads(entry.detail)["fact"]) == ("safety", "answer.threats")


@pytest.mark.django_db
def test_marks_in_vetting_are_known_to_dhs_alone(cast, complete, monkeypatch) -> None:
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    for who, step in WAY[:5]:
        go(cast[who], complete, step)
    found = {"hits": "A theft in May, says her boss\nA fine in June, says the court"}
    complete.refresh_from_db()
    record_vetting(cast["reviewer"], complete, found, expected_version=complete.version)
    complete.refresh_from_db()
    leaning = leaning_of(cast["reviewer"], complete)
    row = marked(cast, complete, "vetting.hits.1", "reviewer", leaning.facts)
    assert isinstance(row, VettingMark)
    assert sealed.read(cast["reviewer"], complete, "vetting")["mark_1"] == "Her boss said it by phone"
    assert marks_of(cast["detective"], complete) == []
    assert "vetting.hits.1" not in {fact.name for fact in leaning_of(cast["detective"], complete).facts}
    assert leaning_of(cast["decider"], complete).barred == {"vetting.hits.1"}
    go(cast["both"], complete, "finish_review")
    facts = leaning_of(cast["decider"], complete).facts
    with pytest.raises(Refused, match="nobody else"):
        go(cast["decider"], complete, "deny", **DENY, facts=facts, rests_on=["vetting.hits.1"])
    go(cast["decider"], complete, "deny", **DENY, facts=facts, rests_on=["vetting.hits.2"])


@pytest.mark.django_db
def test_a_marked_file_is_known_again_when_it_is_attached_anew(cast, complete, monkeypatch, settings, tmp_path) -> None:
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    settings.MANUMIT_HOME = tmp_path
    attach_file(cast["detective"], complete, "other", received(PNG))
    complete.refresh_from_db()
    marked(cast, complete, "file.1", facts=leaning_of(cast["detective"], complete).facts)
    complete.refresh_from_db()
    attach_file(cast["detective"], complete, "photo", received(PNG))
    complete.refresh_from_db()
    assert leaning_of(cast["detective"], complete).barred == {"file.1", "file.2"}


def named(field: str, *lines: str) -> list[known.Fact]:
    """Return lines of vetting as facts."""
    return known.vetting_facts({field: "\n".join(lines)})


def test_words_stay_barred_wherever_they_move_and_rewriting_bars_the_field() -> None:
    first, second = named("hits", "She stole from me in May", "A court fined her in June")
    marks = [(first.name, first.print)]
    assert known.not_usable(marks, [first, second]) == {"vetting.hits.1"}
    shifted = named("hits", "A court fined her in June", "Seen at the border", "SHE STOLE from me, in May!")
    assert known.not_usable(marks, shifted) == {"vetting.hits.3"}
    copied = named("assessment", "She stole from me in May", "No danger at all")
    assert known.not_usable(marks, [*shifted, *copied]) == {"vetting.hits.3", "vetting.assessment.1"}
    rewritten = named("hits", "She took money in May", "A court fined her in June")
    assert known.not_usable(marks, [*rewritten, *named("checks", "NCIC on 3 May 2026")]) == {
        "vetting.hits.1", "vetting.hits.2",
    }  # fmt: skip


def test_a_whole_answer_stays_barred_whatever_is_written_into_it_later() -> None:
    [said] = known.answer_facts({"threats": "Her brother at home is in danger"})
    later = known.answer_facts({"threats": "A man came to the house\nHe had a car"})
    assert known.not_usable([(said.name, said.print)], later) == {"answer.threats.1", "answer.threats.2"}


def test_a_short_answer_is_another_fact_under_another_question() -> None:
    no_witness, no_removal = known.answer_facts({"removal": "no", "witness": "no"})
    assert no_witness.print != no_removal.print
    assert known.not_usable([(no_witness.name, no_witness.print)], [no_witness, no_removal]) == {no_witness.name}


@pytest.mark.django_db
def test_an_answer_all_victims_share_is_marked_for_all(cast, complete) -> None:
    second = begin_request(cast["detective"], operation=operation_of(cast["detective"], complete))
    own = {name: step for name, step in ALL.items() if name not in SHARED}
    answered(cast["detective"], second, own, standing=flat(SHARED))
    marked(cast, complete, "answer.nexus")
    marked(cast, complete, "answer.trafficking")
    for who, step in WAY[:6]:
        go(cast[who], second, step)
    with pytest.raises(Refused, match="nobody else"):
        go(cast["decider"], second, "deny", **DENY, rests_on=["answer.nexus"])
    assert go(cast["decider"], second, "deny", **DENY, rests_on=["answer.witness"]).state == "denied"


@pytest.mark.django_db
def test_what_a_decision_rests_on_and_is_marked_later_is_told(cast, deciding) -> None:
    go(cast["decider"], deciding, "deny", **DENY, rests_on=["answer.threats"])
    rows = list(Basis.objects.visible_to(cast["decider"]).filter(request=deciding))
    assert not marked_since(cast["decider"], deciding, rows)
    row = marked(cast, deciding)
    assert marked_since(cast["decider"], deciding, rows)
    assert "Look at the decision again" in browser_of(cast["decider"]).get(f"/presence/{deciding.number}/").text
    corroborate_fact(cast["reviewer"], row, "A neighbor saw it")
    assert not marked_since(cast["decider"], deciding, rows)


def refused_by_the_database(name: str):
    """Expect the database itself to say no, in a transaction of its own."""
    return pytest.raises(IntegrityError, match=name)


@pytest.mark.django_db
def test_the_database_takes_no_adverse_step_without_usable_facts(cast, complete) -> None:
    row = marked(cast, complete)
    request = to_active(cast, complete)
    here = PresenceRequest.unscoped.filter(pk=request.pk)
    adverse = ({"state": "denied"}, {"state": "revocation"}, {"state": "revoked"}, {"state": "superseded"},
               {"refusals": 1})  # fmt: skip
    with connection.cursor() as cursor:
        for values in adverse:
            with refused_by_the_database("adverse_step_without_facts"), transaction.atomic():
                here.update(**values, state_since_at=timezone.now())
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    given = {"request": request, "step": "deny", "by_id": cast["decider"].person_id, "at": timezone.now()}
    for fact, print_ in (("answer.threats", "other"), ("answer.plan", row.print)):
        with refused_by_the_database("basis_comes_from_the_trafficker"), transaction.atomic():
            Basis.unscoped.bulk_create([Basis(**given, fact=fact, print=print_)])
    corroborate_fact(cast["reviewer"], row, "A neighbor saw it")
    with refused_by_the_database("basis_comes_from_the_trafficker"), transaction.atomic():
        mine = given | {"by_id": cast["reviewer"].person_id}
        Basis.unscoped.bulk_create([Basis(**mine, fact="answer.threats", print=row.print)])
    Basis.unscoped.bulk_create([Basis(**given, fact="answer.threats", print=row.print)])
    with refused_by_the_database("basis_is_never_rewritten"), transaction.atomic():
        Basis.unscoped.update(fact="answer.plan")
    for change in ({"fact": "answer.plan"}, {"corroborated_at": None}, {"print": "other"}):
        with refused_by_the_database("mark_stands"), transaction.atomic():
            Mark.unscoped.update(**change)


@pytest.mark.django_db
def test_pages_mark_bear_out_and_refuse(cast, deciding, monkeypatch) -> None:
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    here = f"/presence/{deciding.number}/"
    officer, reviewer, decider = (browser_of(cast[who]) for who in ("detective", "reviewer", "decider"))
    told = {"fact": "answer.threats", "words": "Her boss said it by phone"}
    assert officer.post(f"{here}marks/", told).status_code == 302
    page = reviewer.get(f"{here}marks/").text
    assert "Her boss said it by phone" in page
    assert "by nobody else" in page
    deciding.refresh_from_db()
    said = {**DENY, "from_trafficker": "no", "confirmed": "yes", "version": deciding.version}
    assert "side alone: never used" in decider.get(f"{here}move/deny/").text
    answer = decider.post(f"{here}move/deny/", {**said, "rests_on": ["answer.threats"]})
    assert answer.status_code == 422
    assert "nobody else bears it out" in answer.text
    assert decider.post(f"{here}move/deny/", said).status_code == 422
    assert officer.get(f"{here}marks/request/1/").status_code == 403
    assert reviewer.get(f"{here}marks/vetting/1/").status_code == 404
    assert reviewer.post(f"{here}marks/request/1/", {"words": "A neighbor saw it"}).status_code == 302
    assert "A neighbor saw it" in reviewer.get(f"{here}marks/").text
    deciding.refresh_from_db()
    said["version"] = deciding.version
    assert decider.post(f"{here}move/deny/", {**said, "rests_on": ["answer.threats"]}).status_code == 302
    assert "Threats against them or their family. Named by Decider" in decider.get(f"{here}thread/").text
