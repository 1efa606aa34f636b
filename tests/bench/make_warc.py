#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a .warc.gz of saved pages, as crawlers do: a member a record.

    make_warc.py OUTPUT COPIES PAGE.html[.gz]...

Each page is there COPIES times under an address of its own, in a response in
front of which stands its request, as in Common Crawl.
"""

import gzip
import sys
import uuid
import zlib


def record(kind, url, content_type, block):
    name = uuid.uuid5(uuid.NAMESPACE_URL, kind + url)
    header = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
              f"WARC-Date: 2026-03-04T05:06:07Z\r\n"
              f"WARC-Record-ID: <urn:uuid:{name}>\r\n"
              f"Content-Type: {content_type}\r\n"
              f"Content-Length: {len(block)}\r\n\r\n")
    return header.encode() + block + b"\r\n\r\n"


def member(data):
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def main():
    output, copies, paths = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    pages = []
    for path in paths:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rb") as file:
            pages.append(file.read())
    with open(output, "wb") as out:
        out.write(member(record("warcinfo", "x:", "application/warc-fields",
                                b"software: make_warc.py\r\n")))
        for copy in range(copies):
            for number, page in enumerate(pages):
                url = f"https://outlet{number}.example/{copy}"
                out.write(member(record(
                    "request", url, "application/http; msgtype=request",
                    f"GET /{copy} HTTP/1.1\r\n\r\n".encode())))
                head = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                        b"Content-Length: %d\r\n\r\n" % len(page))
                out.write(member(record(
                    "response", url, "application/http; msgtype=response",
                    head + page)))


main()
