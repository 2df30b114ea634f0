"""Requests to hosts of the web: proxy, certificates, time-outs, redirects, further attempts, and an end at any time."""
