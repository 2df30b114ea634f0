"""Apply, compare and composite finished masks, from this plugin or elsewhere."""
