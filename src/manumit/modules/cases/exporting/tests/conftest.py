"""The people of the cases' tests, and the schemas of NIEM."""

import os
from pathlib import Path

import pytest
from lxml import etree

from manumit.modules.cases.exporting import niem
from manumit.modules.cases.tests.conftest import *  # noqa: F403 - Alice, Bob, Sam and Charlie are the same here


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of published schemas and sheets. Its absence is a failure, never a skip."""
    root = Path(__file__).resolve().parents[6]
    folder = Path(os.environ.get("MANUMIT_SHARED", root.parent / "shared")) / "data"
    assert folder.is_dir(), f"{folder} is not there: set MANUMIT_SHARED to the folder that holds data"
    return folder


DRIVER = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="{model}/domains/justice/6.0/" schemaLocation="{xsd}/domains/justice.xsd"/>
<xs:import namespace="{model}/domains/humanServices/6.0/" schemaLocation="{xsd}/domains/hs.xsd"/>
<xs:import namespace="{model}/auxiliary/cui/6.0/" schemaLocation="{xsd}/auxiliary/cui.xsd"/>
<xs:import namespace="urn:manumit:cases:1.0" schemaLocation="{ours}"/>
</xs:schema>"""


@pytest.fixture(scope="session")
def schema(shared: Path) -> etree.XMLSchema:
    """NIEM 6.0 with the message of ours, read without network; takes four seconds once."""
    text = DRIVER.format(
        model="https://docs.oasis-open.org/niemopen/ns/model",
        xsd=shared / "niem" / "xsd",
        ours=Path(niem.__file__).with_name("manumit-cases.xsd"),
    )
    return etree.XMLSchema(etree.fromstring(text, etree.XMLParser(no_network=True)))
