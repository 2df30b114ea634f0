"""Export networks of other systems from their weights: `python -m cloud_s2_mask.tools.export SYSTEM WEIGHTS`."""

from __future__ import annotations

from ...core.errors import CloudS2MaskError


class ExportError(CloudS2MaskError):
    """Weights cannot be exported."""
