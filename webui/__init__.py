"""Here is a URL; show the page."""

from webui.app import create_app

__all__ = ["create_app"]
