"""Summarise the masks of many dates: table, chart, report and pictures."""
