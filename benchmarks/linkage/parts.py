"""One measurement in a process of its own: so memory is its own, and nothing warms anything for anybody else."""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PARTS = {
    "online": "benchmarks.linkage.ours:online",
    "batch": "benchmarks.linkage.ours:batch",
    "incremental": "benchmarks.linkage.ours:incremental",
    "link": "benchmarks.linkage.ours:linked",
    "splink": "benchmarks.linkage.peers.splink_peer:measure_online",
    "splink_batch": "benchmarks.linkage.peers.splink_peer:measure_batch",
    "splink_link": "benchmarks.linkage.peers.splink_peer:measure_link",
    "recordlinkage": "benchmarks.linkage.peers.recordlinkage_peer:measure_batch",
    "recordlinkage_link": "benchmarks.linkage.peers.recordlinkage_peer:measure_link",
    "trigrams": "benchmarks.linkage.peers.trigrams:measure",
    "trigrams_nearest": "benchmarks.linkage.peers.trigrams:measure_nearest",
    "tantivy": "benchmarks.linkage.peers.tantivy_search:measure",
}
"""What is measured: the function of each, which takes the world's folder and numbers."""


def measured(root: Path, name: str, place: Path, *numbers: float) -> dict[str, Any]:
    """Run a part in a process of its own, and return its figures with `peak_mb`."""
    command = [sys.executable, "-m", __name__, name, str(place), *map(str, numbers)]
    paths = {"PYTHONPATH": f"{root}:{root / 'src'}"}
    own = {**os.environ, **paths}
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, env=own, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} failed:\n{done.stderr[-4000:]}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main(name: str, place: str, *numbers: str) -> None:
    """Measure, and print the figures as one JSON line."""
    module, function = PARTS[name].split(":")
    options = [float(number) if "." in number else int(number) for number in numbers]
    figures = getattr(importlib.import_module(module), function)(Path(place), *options)
    print(json.dumps({**figures, "peak_mb": _peak_mb()}))


def _peak_mb() -> float:
    """Return the most memory this process had, in MB (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return round(int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024, 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
