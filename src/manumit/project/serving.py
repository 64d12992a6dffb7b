"""What each web process runs: the application in lanes and at ticks, tied to the life of who started it."""

import gc
import os

from manumit.project.command import lifeline
from manumit.project.lanes import Lanes
from manumit.project.ticks import AtTicks, prefixes
from manumit.project.wsgi import handler
from manumit.spine.records import registry
from manumit.spine.records.manifest import CrowdedAddress

lifeline.watch_parent()
crowded = [address.prefix for address in registry.providers(CrowdedAddress)]
application = AtTicks(Lanes(handler, int(os.environ.get("MANUMIT_WEB_THREADS", "2")), crowded), prefixes())
# What is loaded by now stays for ever: the collector need not look at it again with each page.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)

__all__ = ["application"]
