"""A worker: takes jobs from the queue until told to stop, and looks after those of workers that died."""

import asyncio
import logging
import signal
from contextlib import suppress
from typing import cast

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from .rescuing import HEARTBEAT_SECONDS, LOOK_EVERY_SECONDS, SILENT_SECONDS, rescue

logger = logging.getLogger(__name__)

PAUSE_AFTER_FAILURE_SECONDS = 1.0


def work(concurrency: int = 2, *, until_empty: bool = False) -> None:
    """Run a worker in this process until SIGTERM or SIGINT, or with `until_empty` until no job is left.

    A job under way at the signal is finished. When the database goes away the worker waits and begins anew.
    """
    asyncio.run(_work(concurrency, until_empty))


async def _work(concurrency: int, until_empty: bool) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopping.set)
    while not stopping.is_set():
        try:
            await _until(stopping, concurrency, wait=not until_empty)
            return
        except Exception as error:
            logger.warning("The worker begins anew in %s s: %s", PAUSE_AFTER_FAILURE_SECONDS, error)
            await _pause(stopping, PAUSE_AFTER_FAILURE_SECONDS)


async def _until(stopping: asyncio.Event, concurrency: int, *, wait: bool) -> None:
    lookout = asyncio.create_task(_look_out())
    stop = asyncio.create_task(stopping.wait())
    run = asyncio.create_task(_run(concurrency, wait=wait))
    try:
        await asyncio.wait({run, stop}, return_when=asyncio.FIRST_COMPLETED)
        if not run.done():
            run.cancel()
        with suppress(asyncio.CancelledError):
            await run
    finally:
        for task in (lookout, stop):
            task.cancel()


async def _run(concurrency: int, *, wait: bool) -> None:
    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    worker_app = app.with_connector(connector)
    async with worker_app.open_async():
        await worker_app.run_worker_async(
            concurrency=concurrency,
            wait=wait,
            install_signal_handlers=False,
            update_heartbeat_interval=HEARTBEAT_SECONDS,
            stalled_worker_timeout=SILENT_SECONDS,
        )


async def _look_out() -> None:
    """Rescue beside the jobs, not as one of them: a worker whose every place is taken still looks."""
    while True:
        try:
            await sync_to_async(_rescue)()
        except Exception as error:
            logger.warning("Could not look for jobs of dead workers: %s", error)
        await asyncio.sleep(LOOK_EVERY_SECONDS)


def _rescue() -> None:
    try:
        found = rescue()
    finally:
        close_old_connections()
    if found.back or found.dead:
        logger.warning("Jobs of dead workers: %s tried again, %s given up", len(found.back), len(found.dead))


async def _pause(stopping: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stopping.wait(), seconds)
