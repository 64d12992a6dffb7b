import cProfile,pstats,time,io,pytest
from datetime import date
from .conftest import *
@pytest.mark.committed
def test_prof(importing, shared_namus):
    contents=[p.read_bytes() for p in csv_files(shared_namus/"csv-2025")][:6]
    p=cProfile.Profile(); t=time.time(); c=time.process_time(); p.enable()
    o=importing(*contents,today=date(2026,12,31)); p.disable()
    pstats.Stats(p).sort_stats('cumtime').print_stats(75)
