"""Mask clouds, their shadows, snow and water by the rules of Fmask."""
