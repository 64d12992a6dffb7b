"""The library can be installed for itself: it needs no Django, and nothing of the product but `values`."""

import subprocess
import sys

PROGRAM = """
import sys
import manumit.linkage
loaded = {name.partition(".")[0] for name in sys.modules}
floors = {name for name in sys.modules if name.startswith("manumit.")}
assert not loaded & {"django", "ninja", "procrastinate", "psycopg"}, loaded
assert all(name.startswith(("manumit.linkage", "manumit.values")) for name in floors), floors
"""


def test_importing_the_library_loads_no_django() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, timeout=60)
