"""The API, version 1: the same answers as the pages, as JSON, described by OpenAPI."""

from webui.api.routes import api

__all__ = ["api"]
