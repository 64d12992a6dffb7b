"""Uploads as the product receives them."""

from manumit.spine.records.files.receiving import ReceivedFile, SealingUploadHandler

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 900
"""Longer than three pieces; only its first bytes are a picture's."""


def received(content: bytes, name: str) -> ReceivedFile:
    """Return `content` as it lies after its upload."""
    handler = SealingUploadHandler()
    handler.new_file("file", name, "application/octet-stream", len(content))
    handler.receive_data_chunk(content, 0)
    return handler.file_complete(len(content))
