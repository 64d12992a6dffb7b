"""Alice owns notes, whose titles are telephone numbers that may be matched; Charlie is a stranger."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.matching import Described, Linkable, Matched
from manumit.spine.records import action, change, registry
from manumit.spine.records.tests import notes
from manumit.spine.records.tests.conftest import agencies, alice, bob, charlie, kind, note, note_table


def numbers_of(ids: Collection[int]) -> Iterator[Described]:
    """Notes in draft hold a telephone number; published ones are not matched."""
    for row in notes.Note.unscoped.filter(pk__in=ids, state="draft").exclude(title=""):
        yield Described(row.pk, 0, {"phones": [row.title]})


@pytest.fixture(autouse=True)
def matched(kind, tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes are matched, in indexes of this test."""
    settings.MANUMIT_HOME = tmp_path
    offers = (Linkable(Matched.PHONE, "note", ("summary",), numbers_of),)
    known = registry.providers
    monkeypatch.setattr(registry, "providers", lambda of: offers if of is Linkable else known(of))


@action("note.edit")
def edit_note(actor: Actor, note: notes.Note, **changes: object) -> None:
    """Change a note as any action does."""
    change(note, actor, changes, expected_version=note.version, source="A test")
    audit.record(actor, "note.edit", kind="note", record_id=note.pk)


@pytest.fixture
def numbered(alice, agencies) -> Callable[..., notes.Note]:
    """Make a note of an agency with a number, by an action."""

    def make(number: str, of: int = 0) -> notes.Note:
        made = notes.note(agencies[of])
        edit_note(alice, made, title=number)
        return made

    return make
