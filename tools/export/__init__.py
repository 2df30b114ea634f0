"""Networks of other systems, from a person's weights: `python -m cloud_s2_mask.tools.export SYSTEM WEIGHTS`."""

from __future__ import annotations


class ExportError(Exception):
    """A model cannot be exported. The message is a sentence for users: what, which file, what to do."""
