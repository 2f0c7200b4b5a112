"""PDFs for tests, written by hand: where each line stands is known."""

from collections.abc import Sequence

LEADING = 14
TOP, LEFT = 760, 72


def pdf_of(*pages: Sequence[str], info: str = "", encrypt: str = "") -> bytes:
    """A PDF of these pages, each of lines; "" leaves a gap. `info` and `encrypt` as PDF writes."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", FONT]
    kids = []
    for lines in pages:
        content = content_of(lines)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    trailer = "/Root 1 0 R"
    for name, value in (("Info", info), ("Encrypt", encrypt)):
        if value:
            objects.append(f"<< {value} >>")
            trailer += f" /{name} {len(objects)} 0 R"
    return assembled(objects, trailer)


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
# Encrypted with a password that nobody knows.
LOCKED = f"/Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}>"


def content_of(lines: Sequence[str]) -> str:
    """Text operators: 12 points, a line each LEADING."""
    shown = [
        f"1 0 0 1 {LEFT} {TOP - LEADING * number} Tm ({escaped(line)}) Tj"
        for number, line in enumerate(lines)
        if line
    ]
    return "BT /F 12 Tf\n" + "\n".join(shown) + "\nET" if shown else "0 0 10 10 re f"


def escaped(line: str) -> str:
    """A string of PDF, in Latin-1."""
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def assembled(objects: Sequence[str], trailer: str) -> bytes:
    """The objects with their table."""
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode()
