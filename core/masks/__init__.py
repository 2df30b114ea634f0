"""Describe mask files: their tags, styles and results, and the valid mask made from one."""
