"""Exchange for programs. Every operation calls the action or question that the page of that name calls."""

from ninja import Router

from .agreement_api import router as agreements
from .joint_api import router as joint
from .nation_api import router as nations
from .onward_api import router as received
from .reader_api import router as readers
from .release_api import router as releases
from .request_api import router as requests
from .transfer_api import router as transfers

router = Router()
for prefix, part in (
    ("/agreements", agreements), ("/requests", requests), ("/transfers", transfers), ("/releases", releases),
    ("/received", received), ("/joint", joint), ("/nations", nations),
    ("/readers", readers),
):  # fmt: skip
    router.add_router(prefix, part)
