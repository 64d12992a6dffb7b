"""What the tests of values share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of published inputs: MANUMIT_SHARED, beside the repository by default."""
    folder = Path(os.environ.get("MANUMIT_SHARED", Path(__file__).parents[5] / "shared")) / "data"
    assert folder.is_dir(), f"{folder} is not there: set MANUMIT_SHARED to the folder that holds data/"
    return folder
