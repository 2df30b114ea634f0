"""Use finished masks: apply, compare and composite; independent of how they were made."""
