"""The schema of a model card: each field of its JSON and the values that it may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from ..classes import CLASS_OF_KEY, INVALID_CLASSES
from ..language import marked, translated
from ..product.bands import ATMOSPHERE, BANDS, PIXEL_SIZE

NODATA_CLASS = "nodata"
"""Key of an output channel for pixels without a class."""
CLASS_KEYS = (*CLASS_OF_KEY, NODATA_CLASS)

MAX_DISC_PX = 50
"""Largest radius of the discs of a decision."""

MAX_PATCH_SIZE = 8192

ANY_SHA256 = "0" * 64
"""Placeholder for the hash of a network that is not known yet."""

_LARGEST = 1e9
"""Largest number of a card; whole numbers in JSON have no limit."""

LEVELS = ("L1C", "L2A")

FINEST = min(PIXEL_SIZE.values())
"""Metres; no network can have been trained on finer pixels of Sentinel-2."""


class Problem(NamedTuple):
    """A reason why fields do not form a card."""

    fields: tuple[str, ...]
    """Names of the fields."""
    reason: str
    """The rest of a sentence that begins with the names."""

    def __str__(self) -> str:
        return f"{', '.join(self.fields)} {self.reason}".strip()


class Field(NamedTuple):
    """The values that a field may have."""

    fits: Callable[[Any], bool]
    must: str
    """The requirement in words; `{choices}` stands for those below."""
    required: bool = True
    choices: Collection[str] = ()
    each: Callable[[Any], bool] | None = None
    """The check of each item of a list, so that the message can name a wrong item."""

    def reason(self, value: Any) -> str:
        """Describe the requirement, and the item of a list that is wrong or repeated."""
        must = translated(self.must, choices=", ".join(self.choices))
        items = value if self.each and isinstance(value, list) else []
        unfit = [one for one in items if self.each and not self.each(one)]
        again = [one for number, one in enumerate(items) if one in items[:number]]
        if unfit:
            return translated("{must}; {wrong} is not allowed", must=must, wrong=f"{unfit[0]!r:.40}")
        if again:
            return translated("{must}; {wrong} occurs twice", must=must, wrong=f"{again[0]!r:.40}")
        return must


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,63}", value) is not None


def _is_whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= _LARGEST


def _is_positive(value: Any) -> bool:
    return _is_number(value) and value > 0


def _is_list(fits: Callable[[Any], bool], low: int = 1) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and len(value) >= low and all(fits(one) for one in value)


def _is_set(choices: tuple[str, ...]) -> Callable[[Any], bool]:
    return lambda value: _is_list(lambda one: one in choices)(value) and len(set(value)) == len(value)


def _is_among(choices: Collection[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in choices


def _are_bands(value: Any) -> bool:
    # Data cells are found in a band; atmospheric layers do not show them.
    return _is_set(tuple(PIXEL_SIZE))(value) and any(band in BANDS for band in value)


def _is_one_of(*choices: str) -> Field:
    return Field(lambda value: value in choices, marked("must be one of {choices}"), choices=choices)


def _is_resolution(value: Any) -> bool:
    return _is_list(_is_number)(value) and len(value) == 2 and FINEST <= value[0] <= value[1]


def _is_object(value: Any, fields: Mapping[str, Callable[[Any], bool]], optional: tuple[str, ...] = ()) -> bool:
    if not isinstance(value, dict) or not set(value) <= set(fields):
        return False
    return all(fits(value[name]) if name in value else name in optional for name, fits in fields.items())


def _is_file_name(value: Any) -> bool:
    return _is_text(value) and re.search(r"[/\\:\0]|^\.", value) is None


def _is_hash(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"(sha256:)?[0-9a-f]{64}", value) is not None


def _is_network(value: Any) -> bool:
    fields = {"file": _is_file_name, "sha256": _is_hash, "member": _is_text, "weights": _is_published}
    return _is_object(value, fields, optional=("sha256", "member", "weights"))


def _is_published(value: Any) -> bool:
    fields = {
        "file": _is_file_name,
        "graphs": _is_list(_is_id_of_graph),
        "size": _is_whole(1, 10**10),
        "sha256": _is_hash,
    }
    return _is_object(value, fields, optional=("size", "sha256"))


def _is_id_of_graph(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z0-9_-]{1,64}", value) is not None


def are_networks(value: Any) -> bool:
    """Check the networks of a card that is imported; their hashes are optional."""
    return isinstance(value, list) and _is_list(_is_network)(
        [{"sha256": ANY_SHA256, **one} if isinstance(one, dict) else one for one in value]
    )


def _is_source(value: Any) -> bool:
    conversion = _is_one_of("widen", "trees").fits
    return _is_object(value, {"package": _is_text, "package_version": _is_text, "conversion": conversion})


def _is_publication(value: Any) -> bool:
    def is_folder(address: Any) -> bool:
        return _is_web(address) and address.endswith("/")

    fields = {"page": _is_web, "address": is_folder, "revision": _is_text, "consent": lambda one: isinstance(one, bool)}
    return _is_object(value, fields, optional=("address", "revision", "consent"))


def _is_web(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"]+", value) is not None


def _is_share(value: Any) -> bool:
    return _is_number(value) and 0 < value < 1


def _is_decision(value: Any) -> bool:
    pixels = _is_whole(0, MAX_DISC_PX)
    return _is_object(value, {"threshold": _is_share, "average_px": pixels, "dilate_px": pixels})


def _are_rules(value: Any) -> bool:
    pixels = _is_whole(0, MAX_DISC_PX)
    discs = {"dilate_px": pixels, "shadow_dilate_px": pixels, "snow_dilate_px": pixels}
    return _is_object(value, {"threshold": _is_share, **discs, "parallax": lambda one: isinstance(one, bool)})


def _are_shares(value: Any) -> bool:
    return isinstance(value, dict) and all(key in INVALID_CLASSES and _is_share(share) for key, share in value.items())


SCHEMA: Mapping[str, Field] = {
    "id": Field(_is_id, marked("must be at most 64 lower-case letters, digits, '.', '-' or '_'")),
    "title": Field(_is_text, marked("must be text")),
    "version": Field(_is_text, marked("must be text")),
    "licence": Field(_is_text, marked("must be text")),
    "citation": Field(_is_text, marked("must be text")),
    "levels": Field(_is_set(LEVELS), marked("must be L1C, L2A or both"), each=_is_among(LEVELS)),
    "bands": Field(
        _are_bands,
        marked("must be Sentinel-2 bands, each once, optionally with {choices}"),
        choices=ATMOSPHERE,
        each=_is_among(PIXEL_SIZE),
    ),
    "resolution": Field(_is_resolution, marked("must be the smallest and largest pixel size in metres, from 10")),
    "normalisation": _is_one_of("fixed", "patch")._replace(required=False),
    "mean": Field(
        _is_list(_is_number, low=0), marked("must be numbers with a decimal point, one per band"), each=_is_number
    ),
    "std": Field(
        _is_list(_is_positive, low=0),
        marked("must be numbers above 0 with a decimal point, one per band"),
        each=_is_positive,
    ),
    "any_sensor": Field(lambda value: isinstance(value, bool), marked("must be true or false"), required=False),
    "context": _is_one_of("patch", "pixel", "scene")._replace(required=False),
    "patch_size": Field(_is_whole(1, MAX_PATCH_SIZE), marked("must be a whole number of pixels")),
    "patch_multiple": Field(_is_whole(1, 1024), marked("must be a whole number of pixels")),
    "patch_overlap": Field(_is_whole(0, 4096), marked("must be a whole number of pixels")),
    "patch_shape": _is_one_of("square", "fitted")._replace(required=False),
    "activation": _is_one_of("softmax", "none"),
    "blend": _is_one_of("probabilities", "logits"),
    "ensemble": _is_one_of("always", "optional")._replace(required=False),
    "classes": Field(
        _is_list(_is_among(CLASS_KEYS)),
        marked("must be among {choices}"),
        choices=CLASS_KEYS,
        each=_is_among(CLASS_KEYS),
    ),
    "decision": Field(
        _is_decision,
        marked("must contain threshold (between 0 and 1), average_px and dilate_px (0 to 50)"),
        required=False,
    ),
    "rules": Field(
        _are_rules,
        marked(
            "must contain threshold (between 0 and 1), dilate_px, shadow_dilate_px, snow_dilate_px (0 to 50) and "
            "parallax (true or false)"
        ),
        required=False,
    ),
    "least_share": Field(
        _are_shares,
        marked("must contain a number between 0 and 1 for any of {choices}"),
        required=False,
        choices=INVALID_CLASSES,
    ),
    "networks": Field(
        _is_list(_is_network, low=0),
        marked("must list file (a name without folders) and sha256, with member in packages, or weights if published"),
    ),
    "source": Field(
        _is_source, marked("must contain package, package_version and conversion (widen or trees)"), required=False
    ),
    "publication": Field(
        _is_publication,
        marked("must contain page, and may contain address (which ends with /), revision and consent"),
        required=False,
    ),
    "summary": Field(_is_text, marked("must be text"), required=False),
}


def problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Find the problems of a card, field by field."""
    for name, field in SCHEMA.items():
        if name not in data:
            if field.required:
                yield Problem((name,), translated("is missing"))
        elif not field.fits(data[name]):
            reason = field.reason(data[name])
            empty = data[name] in ("", [])
            yield Problem((name,), translated("is empty, but {must}", must=reason) if empty else reason)
    for name in data:
        if name not in SCHEMA:
            yield Problem((name,), translated("is not a card field"))
