"""An upload that is read and not kept gives its bytes once, in clear in memory only, and no more than asked for."""

import pytest

from manumit.spine.records.files.errors import BadFile
from manumit.spine.records.files.receiving import ReceivedFile, SealingUploadHandler

TEXT = b"The Department of Labor will publish a survey. " * 5000


@pytest.fixture
def received(tmp_path, settings) -> ReceivedFile:
    handler = SealingUploadHandler()
    handler.new_file("file", "sheet.md", "text/plain", len(TEXT))
    handler.receive_data_chunk(TEXT, 0)
    file = handler.file_complete(len(TEXT))
    yield file
    file.close()


def test_what_was_sent_comes_back(received) -> None:
    assert received.whole(1_000_000) == TEXT
    assert TEXT[:40] not in received.path.read_bytes()


def test_more_than_asked_for_is_refused(received) -> None:
    with pytest.raises(BadFile, match="larger"):
        received.whole(1000)
