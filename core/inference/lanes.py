"""Lanes of inference: each infers one batch at a time, on the processor's memory or through buffers of a GPU."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..language import translated
from ..runtime.cuda import pinned_bytes
from ..runtime.devices import Device
from .prepared import COUNTS, FIELDS, HAS_DATA, OFFSET, SCALE
from .recipe import Patches, Recipe


class Lane:
    """A lane whose batches are normalised and activated in numpy; the base of other lanes."""

    def __init__(self, session: Any, device: Device, recipe: Recipe) -> None:
        """Infer with a session of ONNX Runtime on a device."""
        self.session = session
        self._binding: Any = None
        self.device = device
        self.recipe = recipe
        first = session.get_inputs()[0]
        self._input = first.name
        self._dtype = np.float16 if first.type == "tensor(float16)" else np.float32

    def run(self, patches: Patches) -> NDArray[np.float32]:
        """Infer a batch.

        Returns:
            (patches, classes, height, width) float32: probabilities or logits, as the card blends.

        Raises:
            FloatingPointError: the output is not finite.
            Exception: ONNX Runtime failed.
        """
        inputs = patches.inputs(self.recipe).astype(self._dtype, copy=False)
        with self.device.turn():
            output = self.session.run(None, {self._input: inputs})[0]
        _check_finite(output)
        return self.recipe.activated(output.astype(np.float32, copy=False))

    def __del__(self) -> None:
        """Close the session when no other lane uses it, in turn with the calls of its device.

        WebGPU gives its buffers back to those of all sessions then, without a lock of its own.
        """
        with self.device.turn():
            self._binding = self.session = None

    def free_memory(self, shape: tuple[int, int, int], options: Any) -> None:
        """Infer a patch of zeros (bands, height, width) with options that give memory back."""
        self.session.run(None, {self._input: np.zeros((1, *shape), self._dtype)}, options)


class BoundLane(Lane):
    """A lane for a network that takes counts: its input and output are bound to buffers that stay.

    Memory that ONNX Runtime allocates for each output would be neither pinned nor kept.
    """

    def __init__(self, session: Any, device: Device, recipe: Recipe) -> None:
        """See `Lane`."""
        super().__init__(session, device, recipe)
        self._binding = session.io_binding()
        self._counts, self._has_data, self._fields = (_Buffer(device) for _ in range(3))

    def run(self, patches: Patches) -> NDArray[np.float32]:
        """See `Lane`."""
        with self.device.turn():
            wide = self._run(patches)
        _check_finite(wide)
        return wide

    def _run(self, patches: Patches) -> NDArray[np.float32]:
        number, (_, height, width) = len(patches), patches.shape
        counts = self._counts.array((number, *patches.shape), self.recipe.counts)
        for one, place in zip(patches.counts, counts):
            np.copyto(place, one)
        self._bind(COUNTS, counts)
        if self.recipe.per_patch:
            has_data = self._has_data.array((number, 1, height, width), "bool")
            for data, place in zip(patches.has_data, has_data):
                place[0] = data
            self._bind(HAS_DATA, has_data)
        else:
            for name, values in zip((SCALE, OFFSET), self.recipe.scale_and_offset(patches.quantification)):
                self._binding.bind_cpu_input(name, values)
        fields = self._fields.array((number, self.recipe.classes, height, width), "float16")
        fields.fill(np.nan)  # what a device does not write is refused, not taken from the batch before
        self._binding.bind_output(FIELDS, "cpu", 0, fields.dtype.type, fields.shape, fields.ctypes.data)
        self.session.run_with_iobinding(self._binding)
        return fields.astype(np.float32)

    def _bind(self, name: str, values: NDArray[Any]) -> None:
        """Bind an input, which is copied to the device at once."""
        self._binding.bind_input(name, "cpu", 0, values.dtype.type, values.shape, values.ctypes.data)


class _Buffer:
    """Memory of a lane that grows with its largest batch."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._bytes: NDArray[np.uint8] = np.empty(0, np.uint8)

    def array(self, shape: tuple[int, ...], dtype: str) -> NDArray[Any]:
        """Return the memory as an array of this shape, with what it held before."""
        size = math.prod(shape) * np.dtype(dtype).itemsize
        if size > len(self._bytes):
            pinned = pinned_bytes(size, self._device.gpu or 0) if self._device.by_cuda else None
            self._bytes = np.empty(size, np.uint8) if pinned is None else pinned
        return self._bytes[:size].view(dtype).reshape(shape)


class Pool:
    """The lanes of a session. Those of several GPUs are in turn, so that a batch goes to the GPU that is free first.

    A lane with buffers is queued once, so that it never runs two batches at a time; `lanes` are those in use.
    """

    def __init__(self, lanes: Sequence[Lane]) -> None:
        """Share out lanes."""
        self.lanes = tuple(lanes)
        self._free: SimpleQueue[Lane] = SimpleQueue()
        for lane in lanes:
            self._free.put(lane)

    @contextmanager
    def free_lane(self) -> Iterator[Lane]:
        """Take the lane that has waited longest, and drop those no longer in use; wait if all are busy."""
        lane = self._free.get()
        while lane not in self.lanes:
            lane = self._free.get()
        try:
            yield lane
        finally:
            self._free.put(lane)

    def keep(self, lanes: Sequence[Lane]) -> None:
        """Use only some of the lanes, at least one, from now on; batches that the others run come to their end."""
        self.lanes = tuple(lanes)


def lane_of(session: Any, device: Device, recipe: Recipe) -> Lane:
    """Make a lane for an opened network: a bound one if the network takes counts."""
    kind = BoundLane if session.get_inputs()[0].name == COUNTS else Lane
    return kind(session, device, recipe)


def _check_finite(output: NDArray[np.floating[Any]]) -> None:
    """Raise if the output is not finite: `argmax` would return the first class."""
    if not np.isfinite(output).all():
        raise FloatingPointError(translated("its output contains NaN or infinity"))
