"""A request as HTTP has it, in what waitress reads otherwise."""

from waitress.parser import HTTPRequestParser, ParsingError


class SiteRequest(HTTPRequestParser):  # type: ignore[misc]
    """waitress's request: a target that is no address is refused, and names the host if it can."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head of a request. Raise ParsingError, which is answered with 400."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # of urlsplit: "http://[::1/"
            raise ParsingError("The target of the request is not an address.") from error
        if self.proxy_scheme and not self.proxy_netloc:  # "http:///path" (RFC 9110, 4.2.1)
            raise ParsingError("The target of the request names no host.")
        if self.proxy_netloc:
            # "GET http://host/path": that host counts, whatever Host says (RFC 9112, 3.2.2).
            self.headers["HOST"] = self.proxy_netloc
        options = self.headers.get("CONNECTION", "").lower().split(",")
        if "close" in (option.strip(" \t") for option in options):  # RFC 9110, 7.6.1: a list
            self.headers["CONNECTION"] = "close"  # what waitress looks for in the end
