"""Messages of errors."""


def brief(error: Exception) -> str:
    """Return the beginning of an error message."""
    return " ".join(str(error).split())[:160] or type(error).__name__
