"""NumPy's part of `cargo xtask bench samples`: does the work for each line of
its input, and writes milliseconds and share.

python3 samples.py UTILITIES
"""

import json
import sys
import time

import numpy as np

SAMPLES = 100_000
OPTIONS = 4

# Single precision is a third faster than double, and all that is needed.
utilities = np.array(json.loads(sys.argv[1]), dtype=np.float32).reshape(OPTIONS, -1)
random = np.random.default_rng(1)


def share():
    """Comparing pairs of options is much faster here than sorting."""
    parts = random.standard_exponential((utilities.shape[1], SAMPLES), dtype=np.float32)
    values = utilities @ parts
    counts = []
    for own in values:
        ranks = np.zeros(SAMPLES, dtype=np.int8)
        for rival in values:
            ranks += rival > own
        counts.append(np.bincount(ranks, minlength=OPTIONS))
    return counts[0][0] / SAMPLES


for _ in sys.stdin:
    begin = time.perf_counter()
    found = share()
    print(json.dumps([(time.perf_counter() - begin) * 1e3, float(found)]), flush=True)
