"""The drill in small: every kind of tampering is found, and its first place named."""

import pytest

from manumit.spine.audit.connecting import connection
from manumit.spine.audit.proofs import file_mutations, mutations
from manumit.spine.audit.proofs.drill import drill

pytestmark = pytest.mark.committed


def test_every_kind_of_tampering_is_found_and_named(log):
    with connection("owner") as intruder:
        outcome = drill(intruder, log.home, 300, size=120)
    assert (outcome.missed, outcome.misnamed) == ([], [])
    assert set(outcome.kinds) == set(mutations.KINDS) | set(file_mutations.KINDS)
    assert outcome.as_json()["named"] == 300


def test_the_log_is_whole_and_guarded_after_the_drill(log):
    with connection("owner") as intruder:
        drill(intruder, log.home, 20, size=60)
        guards = "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'audit_%_append_only' AND tgenabled = 'A'"
        assert intruder.execute(guards).fetchone() == (2,)
    report = log.verify()
    assert (report.findings, report.entries) == ((), 60)
