"""NumPy's part of `cargo xtask bench samples`: does the work that each line of
its input names, and writes milliseconds and share.

python3 numpy_samples.py UTILITIES
"""

import json
import sys
import time

import numpy as np

SAMPLES = 100_000
OPTIONS = 4

utilities = np.array(json.loads(sys.argv[1])).reshape(OPTIONS, -1)
single = utilities.astype(np.float32)
random = np.random.default_rng(1)


def plain():
    """As one writes it: double precision, options sorted by value."""
    parts = random.standard_exponential((SAMPLES, utilities.shape[1]))
    order = np.argsort(-(parts @ utilities.T), axis=1)
    counts = [np.bincount(options, minlength=OPTIONS) for options in order.T]
    return counts[0][0] / SAMPLES


def tuned():
    """Single precision, options compared in pairs instead of sorted."""
    parts = random.standard_exponential((single.shape[1], SAMPLES), dtype=np.float32)
    values = single @ parts
    counts = []
    for own in values:
        ranks = np.zeros(SAMPLES, dtype=np.int8)
        for rival in values:
            ranks += rival > own
        counts.append(np.bincount(ranks, minlength=OPTIONS))
    return counts[0][0] / SAMPLES


works = {"numpy": plain, "tuned numpy": tuned}

for line in sys.stdin:
    begin = time.perf_counter()
    found = works[line.strip()]()
    print(json.dumps([(time.perf_counter() - begin) * 1e3, float(found)]), flush=True)
