"""Scores as text and as JSON."""

from __future__ import annotations

import json

from tqa.score.metrics import Scores


def scores_text(scored: Scores) -> str:
    """A line a metric: score, how the segments were matched, the library's signature."""
    width = max(len(score.name) for score in scored.metrics)
    return "".join(f"{score.name:<{width}}  {score.score:6.2f}  align:{score.alignment}  {score.signature}\n" for score in scored.metrics)


def scores_json(scored: Scores) -> str:
    """Metrics with their signatures and segment scores."""
    metrics = [
        {
            "name": score.name,
            "score": score.score,
            "signature": score.signature,
            "alignment": score.alignment,
            "segments": list(score.segments),
        }
        for score in scored.metrics
    ]
    return json.dumps({"schema": 1, "metrics": metrics, "documents": []}, ensure_ascii=False) + "\n"
