"""Makes statistics.json: rank statistics from scipy and numpy, and xoshiro128** from its published recurrence.

Run: pip install scipy==1.17.1 numpy && python tests/goldens/statistics.py
"""
import json
from pathlib import Path

import numpy as np
from scipy import stats

MASK = 0xFFFFFFFF


def xoshiro128starstar(state, count):
    s = list(state)
    out = []
    for _ in range(count):
        x = (s[1] * 5) & MASK
        x = ((x << 7) | (x >> 25)) & MASK
        out.append((x * 9) & MASK)
        t = (s[1] << 9) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = ((s[3] << 11) | (s[3] >> 21)) & MASK
    return out


PAIRS = {
    "no ties": ([3.1, 1.2, 5.5, 4.4, 2.0, 9.7], [2.2, 0.1, 4.9, 6.3, 1.4, 5.0]),
    "ties in both": ([1, 2, 2, 3, 3, 3, 4], [7, 7, 5, 6, 6, 1, 2]),
    "reversed": ([1, 2, 3, 4, 5], [10, 8, 6, 4, 2]),
    "nearly unrelated": ([4, 8, 1, 9, 3, 7, 2, 6, 5, 10], [5, 3, 9, 4, 8, 1, 7, 10, 2, 6]),
    "large values": ([1e12, 2e12, 3e12, 2e12], [1e-9, 3e-9, 2e-9, 4e-9]),
}


def permutation_p(x, y):
    test = stats.permutation_test(
        (x,), lambda a: stats.spearmanr(a, y).statistic, permutation_type="pairings", n_resamples=200_000, random_state=7
    )
    return float(test.pvalue)


def spearman_case(name, x, y):
    rho = float(stats.spearmanr(x, y).statistic)
    n = len(x)
    reach = stats.norm.ppf(0.975) * np.sqrt((1 + rho**2 / 2) / (n - 3))
    centre = np.arctanh(np.clip(rho, -1, 1))
    return {
        "name": name,
        "x": x,
        "y": y,
        "ranks_x": stats.rankdata(x).tolist(),
        "rho": rho,
        "low": float(np.tanh(centre - reach)),
        "high": float(np.tanh(centre + reach)),
        "permutation_p": permutation_p(x, y),
    }


SAMPLES = [[3.0], [1.0, 2.0], [9.5, -2.0, 4.0, 4.0, 7.25], [float(v) for v in range(10)]]

golden = {
    "made_with": {"scipy": stats.__name__ and __import__("scipy").__version__, "numpy": np.__version__},
    "spearman": [spearman_case(name, x, y) for name, (x, y) in PAIRS.items()],
    "quantile": [
        {"values": v, "p": p, "value": float(np.quantile(v, p))} for v in SAMPLES for p in (0, 0.025, 0.25, 0.5, 0.9, 1)
    ],
    "xoshiro128starstar": [
        {"state": state, "output": xoshiro128starstar(state, 12)}
        for state in ([1, 2, 3, 4], [2654435769, 608135816, 3084996962, 3735928559])
    ],
}

Path(__file__).with_suffix(".json").write_text(json.dumps(golden, indent=1) + "\n", encoding="utf-8")
