"""A process killed while it writes leaves an index that is whole, and lacks nothing it said it had added."""

import signal
import subprocess
import sys
import time

from manumit.linkage import Index

from .test_index import crowd, found

PROGRAM = """
import sys
from manumit.linkage import PERSON, Index, Model
from manumit.linkage.index import index
from manumit.linkage.tests.test_index import crowd
index.SEALED, index.STEPS = 16, 3
here = Index.open(sys.argv[1], Model.from_json(open(sys.argv[2], "rb").read()))
people = list(crowd(400).items())
start = int(here.position or 0)
print("ready", flush=True)
for place, (id_, record) in enumerate(people[start:], start):
    here.add(id_, record, position=str(place + 1))
    if place % 50 == 49:
        here.compact()
    print(place + 1, flush=True)
"""


def test_after_a_kill_the_index_equals_one_built_from_scratch(tmp_path, model) -> None:
    (tmp_path / "model.json").write_bytes(model.to_json())
    said = 0
    for pause in (0.05, 0.2, 0.35):
        said = max(said, killed_after(pause, tmp_path))
        here = Index.open(tmp_path / "index", model)
        assert int(here.position or 0) >= said
        people = dict(list(crowd(400).items())[: int(here.position or 0)])
        assert sorted(here.ids()) == sorted(people)
    scratch = Index.open(tmp_path / "scratch", model)
    scratch.load(people.items())
    here.compact()
    for record in crowd(10, seed=4).values():
        assert found(here, record) == found(scratch, record)


def killed_after(pause: float, folder) -> int:
    """Let a process add records, kill it, and return how many it said it had added."""
    words = [sys.executable, "-c", PROGRAM, str(folder / "index"), str(folder / "model.json")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read().split("\n")[:-1]
    return int(said[-1]) if said else 0
