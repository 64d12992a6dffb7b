import time, io, pytest, os, psutil
from datetime import date
from .conftest import *
from manumit.modules.cases.importing import namus_row
from manumit.values.strict_csv import StrictCsv
from manumit.modules.cases.importing.namus_layout import recognise
from django.db import connection


@pytest.mark.committed
def test_prof(importing, shared_namus):
    contents = [p.read_bytes() for p in csv_files(shared_namus / "csv-2025")][:6]
    with connection.cursor() as c:
        c.execute("select pg_backend_pid()")
        pid = c.fetchone()[0]
    be = psutil.Process(pid)
    t = time.time()
    c = time.process_time()
    b = sum(be.cpu_times()[:2])
    o = importing(*contents, today=date(2026, 12, 31))
    n = o.tally.offered
    print(
        n,
        "rows",
        n / (time.time() - t),
        "rows/s",
        "client cpu us/row",
        1e6 * (time.process_time() - c) / n,
        "backend cpu us/row",
        1e6 * (sum(be.cpu_times()[:2]) - b) / n,
        "wall us/row",
        1e6 * (time.time() - t) / n,
    )
    t = time.time()
    c = time.process_time()
    o = importing(*contents, today=date(2026, 12, 31))
    print("again", n / (time.time() - t), "cpu us", 1e6 * (time.process_time() - c) / n)
    c = time.process_time()
    for x in contents:
        s = StrictCsv(io.BytesIO(x), "x")
        l = recognise(s.header)
        for r in s:
            namus_row.read(r, l, "x", date(2026, 12, 31))
    print("reading cpu us", 1e6 * (time.process_time() - c) / n)
