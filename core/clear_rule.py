"""What of a cloud mask counts as clear ground that can be used."""

from __future__ import annotations

from dataclasses import dataclass

from .classes import CLASSES, CLEAR
from .errors import SettingError
from .language import translated

INVALID_CLASSES = tuple(c.key for c in CLASSES if c.value != CLEAR)
"""Classes that a user may count as not usable."""
MAX_BUFFER_M = 5000.0
MAX_HECTARES = 10_000.0


@dataclass(frozen=True)
class ClearRule:
    """What counts as clear.

    Raises:
        SettingError: if a value cannot be honoured.
    """

    invalid: tuple[str, ...] = INVALID_CLASSES
    """Keys of the classes that are not usable; nodata never is."""
    buffer_m: float = 0.0
    """Distance in metres by which they grow into clear ground; nodata does not grow."""
    min_hectares: float = 0.0
    """Connected pixels of them that cover less are taken for noise, and are clear."""

    def __post_init__(self) -> None:
        """Check the values."""
        unknown = [key for key in self.invalid if key not in INVALID_CLASSES]
        if unknown or not self.invalid:
            raise SettingError(
                translated(
                    "Classes that are not usable: {given} was given, but at least one of {every} is needed.",
                    given=", ".join(unknown) or translated("none"),
                    every=", ".join(INVALID_CLASSES),
                )
            )
        for name, value, limit in (
            (translated("The buffer"), self.buffer_m, MAX_BUFFER_M),
            (translated("The smallest object"), self.min_hectares, MAX_HECTARES),
        ):
            if not 0 <= value <= limit:
                raise SettingError(
                    translated(
                        "{name} is {value:g}, but must be from 0 to {limit:g}.", name=name, value=value, limit=limit
                    )
                )

    @property
    def needs_metres(self) -> bool:
        """Whether the size of a pixel matters."""
        return self.buffer_m > 0 or self.min_hectares > 0
