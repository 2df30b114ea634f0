"""Expect an error of the engine by its class and its values, so that its words can change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ..core.errors import CloudS2MaskError


@contextmanager
def refused(kind: type[CloudS2MaskError], **values: object) -> Iterator[pytest.ExceptionInfo[CloudS2MaskError]]:
    """Expect an error.

    Args:
        kind: Its class, or a class that it derives from.
        values: Values that it names, as `CloudS2MaskError.values` holds them; paths may be given as text.
    """
    with pytest.raises(kind) as caught:
        yield caught
    assert_values(caught.value, **values)


def assert_values(error: CloudS2MaskError, **values: object) -> None:
    """Check the values that an error names; see `refused`."""
    named = {name: _comparable(error.values.get(name)) for name in values}
    assert named == {name: _comparable(value) for name, value in values.items()}, str(error)


def _comparable(value: object) -> object:
    return value if isinstance(value, (int, float)) else str(value)
