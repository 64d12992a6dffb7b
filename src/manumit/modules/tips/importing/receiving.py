"""An attachment as a file received: sealed on its way to the disk, like every upload."""

from manumit.spine.records.files import ReceivedFile
from manumit.spine.records.files.receiving import SealingUploadHandler

from .email_file import Attached

PIECE = 65_536


def received(attached: Attached) -> ReceivedFile:
    """Return an attachment as it lies sealed among what arrives; the caller closes it."""
    handler = SealingUploadHandler()
    handler.new_file("file", attached.name, "application/octet-stream", len(attached.content))
    for start in range(0, len(attached.content), PIECE):
        handler.receive_data_chunk(attached.content[start : start + PIECE], start)
    return handler.file_complete(len(attached.content))
