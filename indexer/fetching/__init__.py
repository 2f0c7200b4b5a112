"""Fetching: pages are brought from the web, politely, into a WARC beside the archive.

urllib3 asks: it is well kept, streams, and connects to an address that we give it while it checks
the certificate for the name that was asked for, which is what keeps a name from leading us, once
checked, to a machine of our own network (httpx has had no release since 2024). Protego reads
robots.txt: unlike Python's own reader it knows wildcards and lets the longest rule win (RFC 9309).
"""
