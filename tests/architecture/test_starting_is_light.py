"""A web process answers soon after it starts: libraries that few requests need are loaded by the first that does."""

import json
import os
import subprocess
import sys

from . import source

HEAVY = {
    "docx",
    "duckdb",
    "holidays",
    "icalendar",
    "numpy",
    "openpyxl",
    "playwright",
    "polars",
    "pypdf",
    "pytest",
}
LOADED = (
    "import json, sys, manumit.project.wsgi; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
)


def test_a_web_process_starts_without_the_large_libraries(tmp_path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "manumit.project.settings.demo",
        "MANUMIT_HOME": str(tmp_path),
    }
    command = [sys.executable, "-W", "ignore", "-c", LOADED]
    said = subprocess.run(command, cwd=source.ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    loaded = HEAVY & set(json.loads(said))
    assert not loaded, f"Import these where they are used, inside the function: {sorted(loaded)}"
