"""The programs that are killed: `python -m tests.faults.linkage.victims index|batch|train FOLDER`.

Each says `ready` once it begins to write, and the writer of the index each step it has done.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from manumit.linkage import PERSON, Index, Model
from manumit.linkage.batch import DuckDB, Found, Layout, deduplicate
from manumit.linkage.index import container, index
from manumit.project.command.saying import say

from . import deeds

LAYOUT = Layout(
    {
        "names": [{"given": "given", "family": "family"}],
        "birth": ["birth"],
        "sex": ["sex"],
        "phones": ["phone"],
    }
)


def write_index(folder: Path) -> None:
    """Go on with the deeds from where the index stands, for ever."""
    index.SEALED, index.STEPS = 48, 3
    here = Index.open(folder / "index", Model.starting(PERSON))
    step = int(here.position or 0)
    say("ready")
    while True:
        _do(here, step)
        step += 1
        say(str(step))


def _do(here: Index, step: int) -> None:
    changed, position = deeds.changes(step), str(step + 1)
    if len(changed) > 1:
        here.load(((id_, found) for id_, found in changed.items() if found), position=position)
    for id_, found in changed.items() if len(changed) == 1 else ():
        if found is None:
            here.remove(id_, position=position)
        else:
            here.add(id_, found, position=position)
    if step % deeds.BETWEEN_COMPACTIONS == 0:
        here.compact()


def paired(folder: Path) -> Found:
    """Learn from the folder's people and deduplicate them."""
    engine = DuckDB(threads=1)
    engine.read("people", folder / "people.parquet")
    found = deduplicate(engine, "people", LAYOUT, Model.starting(PERSON))
    engine.close()
    return found


def batch(folder: Path) -> None:
    """Deduplicate, and write the pairs whole."""
    say("ready")
    found = paired(folder)
    container.write(folder / "pairs", {"a": found.a, "b": found.b, "evidence": found.evidence})


def train(folder: Path) -> None:
    """Learn a model as the command does."""
    from manumit.linkage.commands import train as command

    say("ready")
    command.learn_and_write(folder / "people.csv", PERSON, folder / "model.json")


VICTIMS: dict[str, Callable[[Path], object]] = {"index": write_index, "batch": batch, "train": train}

if __name__ == "__main__":
    VICTIMS[sys.argv[1]](Path(sys.argv[2]))
