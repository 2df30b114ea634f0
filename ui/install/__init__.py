"""Install missing packages and models from the window, and collect diagnostics."""
