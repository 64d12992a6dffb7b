"""The settings the embedded server runs with, given on its command line so that no file can drift from them."""

from collections.abc import Mapping

import psutil

MEGABYTE = 1024 * 1024
SMALLEST, LARGEST = 128, 8192
"""Bounds of the server's own cache, in megabytes."""
OF_TESTS = 256
"""Megabytes are enough for tests: each of their many servers makes its cache anew."""


def for_use() -> dict[str, str]:
    """Return the settings for real cases. The server's log holds no statement and no row: they are personal.

    Its cache is a quarter of the machine's memory, and is filled again after each start with what it held. Sources:
    PostgreSQL 18, Resource Consumption, `shared_buffers`; pg_prewarm, `autoprewarm`.
    """
    memory = psutil.virtual_memory().total // MEGABYTE
    return {
        "shared_buffers": f"{max(SMALLEST, min(LARGEST, memory // 4))}MB",
        "effective_cache_size": f"{max(SMALLEST, memory // 2)}MB",
        "max_connections": "100", "max_wal_size": "2GB", "random_page_cost": "1.1", "jit": "off",
        "password_encryption": "scram-sha-256", "log_min_error_statement": "panic", "log_error_verbosity": "terse",
        "shared_preload_libraries": "pg_prewarm", "log_timezone": "UTC", "timezone": "UTC",
    }  # fmt: skip


def for_tests() -> dict[str, str]:
    """Return the settings of a server whose data may be lost with the machine's power."""
    loose = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    return {**for_use(), **loose, "shared_buffers": f"{OF_TESTS}MB", "shared_preload_libraries": ""}


def arguments(settings: Mapping[str, str]) -> list[str]:
    """Return the settings as `postgres` takes them."""
    return [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
