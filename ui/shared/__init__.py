"""Serve both shells, the windows and the toolbox; imports nothing else of ui."""
