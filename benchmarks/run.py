"""Side by side in one run: the cost of importing, and of one route with all its explanation.

python benchmarks/run.py [--quick]
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"


def _import_ms(statement: str, runs: int) -> float:
    """Median wall time of a fresh interpreter, less that of one that imports nothing."""

    def once(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return (time.perf_counter() - start) * 1000

    pairs = [(once(statement), once("pass")) for _ in range(runs)]
    return statistics.median(with_it for with_it, _ in pairs) - statistics.median(
        bare for _, bare in pairs
    )


def _route_ms(runs: int) -> tuple[float, float]:
    from cybercoop import advice_to_dict, need_from_dict, route, shipped

    needs = [need_from_dict(json.loads(p.read_text("utf-8"))) for p in EXAMPLES.glob("*.json")]
    atlas, on = shipped(), dt.date(2026, 11, 23)
    judged, explained = [], []
    for _ in range(runs):
        for need in needs:
            start = time.perf_counter()
            advice = route(need, on=on, atlas=atlas)
            judged.append((time.perf_counter() - start) * 1000)
            for one in advice.routes:
                _ = one.because
            _ = advice.questions
            explained.append((time.perf_counter() - start) * 1000)
            advice_to_dict(advice)
    return statistics.median(judged), statistics.median(explained)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    attrs_ms = _import_ms("import attrs", 5 if quick else 21)
    ours_ms = _import_ms("import cybercoop", 5 if quick else 21)
    print(f"import attrs {attrs_ms:.1f} ms, import cybercoop {ours_ms:.1f} ms")
    print(f"ratio {ours_ms / attrs_ms:.2f}")
    judged, explained = _route_ms(20 if quick else 200)
    print(f"one route on the shipped atlas: {judged:.2f} ms, with explanation {explained:.2f} ms")


if __name__ == "__main__":
    main()
