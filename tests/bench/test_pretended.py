"""The pretended scenes by which the cluster's scheduling is measured alone."""

from __future__ import annotations

import inspect

from ...bench import pretended
from ...bench.cluster import NAME
from ...core.cluster import worker
from ...core.settings import create_settings


def test_a_pretended_attempt_is_called_as_a_real_one(tmp_path):
    """The driver cannot tell them apart: the arguments are the same, and each scene has a mask."""
    real, own = (inspect.signature(one.attempt) for one in (worker, pretended))
    assert len(real.parameters) == len(own.parameters)
    path = tmp_path / NAME.format(number=1)
    (outcome,) = pretended.attempt(create_settings([path], tmp_path / "masks"), {}).outcomes
    assert outcome.path == path
    assert outcome.result is not None
