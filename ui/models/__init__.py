"""List, import and remove models."""
