"""Masks cloud, shadow, snow and water by the rules of Fmask, from the statistics of the whole scene."""
