"""The names of classes and functions that files of weights may hold. None is ever imported or called.

A state dictionary needs containers and tensors; checkpoints of Lightning add settings of the training. A whole module
also names its classes, and what Python's pickles of them use: `getattr` for hooks, which are methods of objects.
TorchScript names its own classes below `__torch__`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..language import marked
from .records import Name, foreign
from .weights import ASK_THE_AUTHORS, Unfit

_TENSORS = r"""
    collections\.OrderedDict
  | torch\.(Size|Tensor|device|\w+Storage) | torch\.storage\.(UntypedStorage|TypedStorage)
  | torch\.(bool|bfloat16|(float|complex|u?int|qu?int)\d\w*)
  | torch\._utils\._rebuild_(tensor_v2|tensor_v3|parameter|parameter_with_state)
  | torch\._tensor\._rebuild_from_type_v2
  | torch\.nn\.parameter\.(Parameter|Buffer)
  | fastai\.torch_core\.Tensor\w*
"""
_TRAINING = r"""
    (__builtin__|builtins)\.(dict|set|frozenset) | collections\.(defaultdict|Counter) | argparse\.Namespace
  | pathlib\.(Pure)?(Posix|Windows)?Path | _codecs\.encode
  | fastcore\.foundation\.L
  | numpy\.dtype | numpy\._?core\.multiarray\.(scalar|_reconstruct) | numpy\.ndarray
  | (pytorch_lightning|lightning|lightning_fabric|lightning_utilities|torch\.optim|torchmetrics)\.[\w.]+
"""
_MODULES = r"""
    (__builtin__|builtins)\.(getattr|set|frozenset|slice|object|dict|list|tuple)
  | (copy_reg|copyreg)\._reconstructor | functools\.partial
  | torch\.utils\.hooks\.RemovableHandle
  | (torch\.nn|timm|fastai|fastcore|segmentation_models_pytorch|efficientnet_pytorch|torchvision)\.[\w.]+
"""
_SCRIPT = r"__torch__\.[\w.]+ | torch\.jit\._pickle\.\w+"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.VERBOSE)


_ACCEPTED: Mapping[str, re.Pattern[str]] = {
    "state dict": _pattern(_TENSORS, _TRAINING),
    "module": _pattern(_TENSORS, _MODULES),
    "TorchScript": _pattern(_TENSORS, _SCRIPT),
}
_UNNEEDED_TENSORS = re.compile(r"torch\._utils\._rebuild_\w+")


def check_name(name: Name, *kinds: str) -> None:
    """Check a name.

    Args:
        name: A class or function.
        kinds: Kinds of files that may hold it; all by default.

    Raises:
        Unfit: no file of these kinds needs it.
    """
    whole = str(name)
    if _UNNEEDED_TENSORS.fullmatch(whole) and not _ACCEPTED["state dict"].fullmatch(whole):
        raise Unfit(
            marked("it contains quantised, sparse or other unusual tensors ({name})"),
            remedy=ASK_THE_AUTHORS,
            name=whole,
        )
    patterns = [_ACCEPTED[kind] for kind in kinds or _ACCEPTED]
    if "." in name.name or name.name.startswith("__") or not any(pattern.fullmatch(whole) for pattern in patterns):
        raise foreign(whole)
