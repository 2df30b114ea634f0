"""A network on the device of a run, and what happens when the device fails: smaller batches, then another device."""

from __future__ import annotations

import contextlib
import logging
import math
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import HOW_TO_FETCH, DeviceError, ModelDamagedError, NotFiniteError
from ..language import message, translated
from ..runtime.devices import CPU, Device, available_cores, find_device, offered_devices
from ..runtime.package import brief, load_runtime
from .comparison import LARGEST_DIFFERENCE, mean_difference, sample_patches
from .lanes import Lane, Pool, lane_of
from .loading import Network, Tensors
from .recipe import Patches
from .schedule import Lanes, fastest_batch

logger = logging.getLogger(__name__)

_alike: set[tuple[object, ...]] = set()
"""Networks, devices, patches and batches for which a device was found to infer what the CPU infers in this process."""


class Session:
    """A network that runs batches; if a device fails, it continues with smaller batches, then on another device.

    It may run on several GPUs at once. `device` is the device in use, `notices` are messages for the user about smaller
    batches and other devices.
    """

    def __init__(
        self, network: Network, device: str = "auto", lanes: Lanes | None = None, batch_size: int | None = None
    ) -> None:
        """Load a network.

        Args:
            network: ONNX file whose input is (batch, channels, height, width) float32, and the recipe of its card.
            device: A name of `available_devices()`; `cuda:1` for the second GPU only.
            lanes: Lanes and threads for inference on the CPU; None: one batch at a time, by all cores.
            batch_size: Patches per inference; None: the fastest of the device's, see `warm_up`.

        Raises:
            InstallationError: onnxruntime is not installed.
            DeviceError: the device is not offered.
            ModelDamagedError: ONNX Runtime cannot load the file.
        """
        self._providers = load_runtime().get_available_providers()
        self._network = network
        self._cpu = lanes or Lanes(1, available_cores())
        self._trouble = threading.RLock()
        self.notices: list[str] = []
        self._asked_batch_size = batch_size
        self._tried = 0, 0  # size of a patch and of the largest batch of the last trial on the device
        self._start(find_device(device, self._providers))
        self.batch_size = batch_size or self.device.batches[0]

    @property
    def provider(self) -> str:
        """Name of the execution provider in use."""
        return self.device.provider

    @property
    def lanes(self) -> int:
        """Number of calls of `run` that should run at the same time."""
        return len(self._pool.lanes)

    def inputs_and_outputs(self) -> tuple[Tensors, Tensors]:
        """Describe the network's inputs and outputs."""
        session = self._pool.lanes[0].session
        return Tensors.of(session.get_inputs()), Tensors.of(session.get_outputs())

    def channels(self) -> tuple[object, object]:
        """Return the numbers of input and output channels; a variable number is a name."""
        inputs, outputs = self.inputs_and_outputs()
        return inputs.shape[1], outputs.shape[1]

    def free_memory(self, patch: tuple[int, int, int]) -> None:
        """Give memory back that the process keeps for all its sessions on the CPU; call it when none of them runs.

        Args:
            patch: (channels, height, width) of a patch that is inferred for it, as small as the network allows.
        """
        if self.device == CPU:
            options = load_runtime().RunOptions()
            options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
            with contextlib.suppress(Exception):  # where a run has failed, this one may too
                self._pool.lanes[0].free_memory(patch, options)

    def take_notices(self) -> list[str]:
        """Return and clear the messages for the user."""
        notices, self.notices = self.notices, []
        return notices

    def warm_up(self, patch: tuple[int, int, int], most: int) -> None:
        """Let GPUs choose their kernels, find the fastest batch that fits their memory, and compare them with the CPU.

        Call it before each scene. It does nothing on the CPU, and nothing twice: the trial of batches is of use for
        smaller ones and smaller patches too; patches of another shape are compared again, as they have other kernels.

        Args:
            patch: (channels, height, width).
            most: Largest number of patches of the scene that are ever inferred together.
        """
        self._try_batches(patch, most)
        if self.device.compared:
            with self._trouble:
                self._compare(patch, min(self.batch_size, most))

    def _try_batches(self, patch: tuple[int, int, int], most: int) -> None:
        asked, batches = self._asked_batch_size, self.device.batches
        sizes = [min(asked, most)] if asked else [size for size in batches if size <= most] or [batches[0]]
        pixels, largest = math.prod(patch), sizes[-1]
        if self.device == CPU or (pixels <= self._tried[0] and largest <= self._tried[1]):
            return
        self._tried = pixels, largest

        def zeros(count: int) -> Patches:
            return Patches.whole(np.zeros((count, *patch), self._network.recipe.counts))

        if not asked:
            fastest = fastest_batch(sizes, lambda count: self._seconds(zeros(count))) if len(sizes) > 1 else None
            self.batch_size = fastest or sizes[0]
        before, lanes = len(self.notices), self._pool.lanes
        self.run(zeros(min(self.batch_size, most)))
        if self._pool.lanes == lanes and not asked:
            del self.notices[before:]  # the user did not ask for the larger batch
        with ThreadPoolExecutor(self.lanes) as threads:
            for lane in self._pool.lanes[1:] if self.device != CPU else ():
                threads.submit(lane.run, zeros(min(self.batch_size, most)))  # if it fails, `run` deals with it later

    def _compare(self, patch: tuple[int, int, int], size: int) -> None:
        """Leave each GPU of the device whose values for a batch of this size are not those of the CPU."""
        network = self._network
        lanes = {(*network.version(), lane.device.label, patch, size): lane for lane in self._pool.lanes}
        new = {key: lane for key, lane in lanes.items() if key not in _alike}
        if not new:
            return
        logger.info("Comparing %s with the CPU", self.device.label)
        patches = sample_patches(patch, size, network.recipe)
        try:
            on_cpu = network.open(CPU, self._cpu.count * self._cpu.threads, arena=False)
            expected = lane_of(on_cpu, CPU, network.recipe).run(patches[:2])
        except Exception as error:  # noqa: BLE001 - as in `run`
            self._notice(
                message(
                    "The values of {device} were not compared with those of the CPU ({reason}).",
                    device=self.device.label,
                    reason=brief(error),
                )
            )
            return
        for key, lane in new.items():
            reason = _why_not_alike(lane, patches, expected)
            if reason:
                self._leave(lane.device, reason)
            else:
                _alike.add(key)

    def _seconds(self, patches: Patches) -> float | None:
        """Measure the time of a batch whose kernels are chosen; None if it fails."""
        lane = self._pool.lanes[0]
        try:
            lane.run(patches)  # chooses the kernels
            started = perf_counter()
            lane.run(patches)
            return perf_counter() - started
        except Exception:  # noqa: BLE001 - ONNX Runtime's own classes derive from Exception alone
            return None

    def run(self, patches: Patches) -> NDArray[np.float32]:
        """Infer a batch; may be called by several threads.

        Returns:
            (patches, classes, height, width) float32: the network's output, activated as its recipe says.

        Raises:
            DeviceError: a single patch failed on the CPU.
            NotFiniteError: the network returned numbers that are not finite, on the CPU too.
        """
        try:
            with self._pool.free_lane() as lane:
                return lane.run(patches)
        except Exception as error:  # noqa: BLE001 - ONNX Runtime's own classes derive from Exception alone
            with self._trouble:
                return self._run_again(patches, error, lane)

    def _run_again(self, patches: Patches, error: Exception, failed: Lane) -> NDArray[np.float32]:
        if failed not in self._pool.lanes:  # another lane has left its device
            return self.run(patches)
        not_finite = isinstance(error, FloatingPointError)
        if len(patches) > 1 and not not_finite:
            return self._run_halves(patches, error)
        if self.device != CPU:
            self._leave(failed.device, brief(error))
            return self.run(patches)
        if not_finite:
            raise NotFiniteError(
                "{network} returns invalid values (NaN or infinity). Choose another model, or ask its author for a new "
                "file.",
                network=self._network.path,
            ) from error
        raise DeviceError(
            "ONNX Runtime failed on {device} ({reason}). Close other programs to free memory, or choose a smaller "
            "patch size.",
            device=self.device.label,
            reason=brief(error),
        ) from error

    def _run_halves(self, patches: Patches, error: Exception) -> NDArray[np.float32]:
        self.batch_size = len(patches) // 2
        self._notice(
            message(
                "{device} failed with {count} patches at a time ({reason}). Continued with {batch_size}.",
                device=self.device.label,
                count=len(patches),
                reason=brief(error),
                batch_size=self.batch_size,
            )
        )
        halves = patches[: self.batch_size], patches[self.batch_size :]
        return np.concatenate([self.run(half) for half in halves])

    def _start(self, device: Device) -> None:
        """Open the network on a device, on each of its GPUs; on the next device if it cannot be opened on any."""
        self.device = device
        threads = self._cpu.threads if device == CPU else self._cpu.count * self._cpu.threads
        first, *others = device.each_gpu()
        results = [(first, self._opened(first, threads))]  # alone: it stores the graph that the others load
        with ThreadPoolExecutor(max(1, len(others))) as pool:
            results += zip(others, pool.map(self._opened, others, repeat(threads)))
        opened = [(gpu, session) for gpu, session in results if not isinstance(session, Exception)]
        failed = [(gpu, error) for gpu, error in results if isinstance(error, Exception)]
        if not opened:
            return self._give_up(failed[0][1])
        for gpu, error in failed:
            self._notice(_instead(gpu, brief(error), opened[0][0].label))
        lanes = [lane_of(session, gpu, self._network.recipe) for _ in range(device.lanes) for gpu, session in opened]
        self._pool = Pool(lanes * self._cpu.count if device == CPU else lanes)
        return None

    def _opened(self, device: Device, threads: int) -> Any:
        """Return a session of ONNX Runtime, or the error why there is none."""
        try:
            return self._network.open(device, threads)
        except Exception as error:  # noqa: BLE001 - as in `run`
            return error

    def _give_up(self, error: Exception) -> None:
        """Continue on the next device after one on which the network cannot be opened."""
        if self.device != CPU:
            return self._fall_back(brief(error))
        raise ModelDamagedError(
            "ONNX Runtime cannot load the network {network} ({reason}). {remedy}",
            network=self._network.path,
            reason=brief(error),
            remedy=translated(HOW_TO_FETCH),
        ) from error

    def _leave(self, device: Device, reason: str) -> None:
        """Continue on the other GPUs, or on the next device if there is none."""
        others = [lane for lane in self._pool.lanes if lane.device != device]
        if others:
            self._notice(_instead(device, reason, others[0].device.label))
            self._pool.keep(others)
            return
        self._fall_back(reason)
        self.batch_size, self._tried = self.device.batches[0], (0, 0)

    def _fall_back(self, reason: str) -> None:
        names = [device.name for device in offered_devices(self._providers)]
        following = self.device.fallback if self.device.fallback in names else CPU.name
        self._notice(_instead(self.device, reason, following))
        self._start(find_device(following, self._providers))

    def _notice(self, text: str) -> None:
        logger.info(text)  # the scene reports it as a warning
        self.notices.append(text)


def _why_not_alike(lane: Lane, patches: Patches, expected: NDArray[np.float32]) -> str:
    """Return the reason not to use a GPU; empty if it infers what the CPU infers."""
    try:
        difference = mean_difference(lane.run(patches), expected)
    except Exception as error:  # noqa: BLE001 - as in `Session.run`
        return brief(error)
    logger.info("%s differs from the CPU by %.5f on average", lane.device.label, difference)
    if difference <= LARGEST_DIFFERENCE:
        return ""
    return translated("the values differ from those of the CPU by {percent:.1f} %", percent=100 * difference)


def _instead(device: Device, reason: str, following: str) -> str:
    """Write the notice that another device is used."""
    return message(
        "{device} could not be used ({reason}). Continued with {fallback}.",
        device=device.label,
        reason=reason,
        fallback=translated("the CPU") if following == CPU.name else following,
    )
