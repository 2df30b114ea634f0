"""Code for both shells, the windows and the toolbox; it imports nothing else of ui."""
