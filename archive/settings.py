"""fonds.toml: what an archivist may set, with units in the names."""

import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archive.errors import BadSettings
from archive.setting_values import (
    INDEXINGS,
    LANGUAGES,
    Value,
    are_hosts,
    are_networks,
    is_engine_name,
    is_header,
    is_hours,
    is_indexing,
    is_language,
    is_level,
    is_site,
    is_text,
    is_unix_name,
    is_wait,
)

FILE_NAME = "fonds.toml"

ENGINE_LINE = re.compile(r"""\s*["']?engine["']?\s*=""")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one archive; absent ones have these values.

    title:             what the site and the feeds call this archive
    engine:            the search engine that new indexes are made for
    write_wait_s:      how long to wait for another writer, in seconds
    compression_level: of raw bodies: Zstandard's 1 (fast) to 19 (small)
    overrides:         the file of the archivist's orders about lines, from the archive's folder
    language:          of the site, for browsers that ask for none that it speaks
    public_url:        how the site is called outside, "https://archive.example" or
                       "https://news.example/archive"; empty: as the request's Host header has it
    hosts:             other names under which the site is answered, with commas between
    trusted_proxies:   addresses and networks of proxies whose X-Forwarded-… headers count
    user_header:       the header in which a trusted proxy names the reader; empty: none
    session_hours:     how long somebody who has logged in stays so
    indexing:          what search engines may list: "none", or "documents" (pages, no searches)
    file_group:        the system's group whose members may read the files; empty: the owner alone
    """

    title: str = "Fonds"
    engine: str = "whoosh"
    write_wait_s: float = 10.0
    compression_level: int = 3
    overrides: str = "overrides.toml"
    language: str = "en"
    public_url: str = ""
    hosts: str = ""
    trusted_proxies: str = ""
    user_header: str = ""
    session_hours: float = 168
    indexing: str = "none"
    file_group: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of fonds.toml: its help, and what it may be (`wants` says it in words)."""

    name: str
    help: str
    wants: str
    takes: Callable[[Value], bool]


SETTINGS: tuple[Setting, ...] = (
    Setting("title", "What the site and the feeds call this archive.", "a line of text", is_text),
    Setting("engine", "The search engine.", "small letters and digits", is_engine_name),
    Setting(
        "write_wait_s",
        "How long to wait while another process writes, in seconds.",
        "0 to 3600",
        is_wait,
    ),
    Setting(
        "compression_level",
        "How hard raw pages are pressed together: 1 (fast) to 19 (small).",
        "a whole number, 1 to 19",
        is_level,
    ),
    Setting(
        "overrides",
        "Lines to keep or to drop, by source: the file's path, from this folder.",
        "the path of a file",
        is_text,
    ),
    Setting(
        "language",
        "The language of the site where a browser asks for none of its languages.",
        f"one of {', '.join(LANGUAGES)}",
        is_language,
    ),
    Setting(
        "public_url",
        "How the site is called outside, where a proxy stands before it: feeds tell it.",
        "https:// or http://, a host and perhaps a path, or nothing",
        is_site,
    ),
    Setting(
        "hosts",
        "Other names under which the site is answered (the Host header), with commas between.",
        "names of hosts without ports, or nothing",
        are_hosts,
    ),
    Setting(
        "trusted_proxies",
        "Proxies whose X-Forwarded-… headers are believed: addresses or networks, with commas.",
        "addresses such as 127.0.0.1 or 10.0.0.0/8, or nothing",
        are_networks,
    ),
    Setting(
        "user_header",
        "The header in which a trusted proxy names the reader whom it has let in.",
        "the name of a header such as X-Remote-User, or nothing",
        is_header,
    ),
    Setting(
        "session_hours",
        "How long somebody who has logged in stays so, in hours.",
        "more than 0, up to 8760",
        is_hours,
    ),
    Setting(
        "indexing",
        "What search engines may list: none, or documents (never searches and exports).",
        f"one of {', '.join(INDEXINGS)}",
        is_indexing,
    ),
    Setting(
        "file_group",
        "The system's group whose members may read the archive's files; else its owner alone.",
        "the name of a group, or nothing",
        is_unix_name,
    ),
)


def read_settings(folder: Path) -> Settings:
    """The settings of the archive in `folder`; the defaults where it has no fonds.toml.

    Raise BadSettings, naming the file, the setting and what it wants.
    """
    path = folder / FILE_NAME
    try:
        written = tomllib.loads(path.read_text("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise BadSettings(f"{path}: {error.strerror}; make it readable.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(f"{path}: {error}; mend it, or delete it for the defaults.") from error
    known = {setting.name: setting for setting in SETTINGS}
    for name, value in written.items():
        if name not in known:
            raise BadSettings(f"{path}: no setting is called {name!r}; known: {', '.join(known)}.")
        if not known[name].takes(value):
            raise BadSettings(f"{path}: {name} = {value!r}; it wants {known[name].wants}.")
    return Settings(**written)


def remember_engine(folder: Path, name: str) -> None:
    """Write the engine's name into the fonds.toml of an archive; its other lines stay as they are.

    Raise BadSettings where the file cannot be read or written.
    """
    path = folder / FILE_NAME
    if read_settings(folder).engine == name:
        return
    line = f"engine = {toml_value(name)}"
    try:
        text = path.read_text("utf-8-sig") if path.exists() else settings_text()
        lines = [line if ENGINE_LINE.match(each) else each for each in text.splitlines()]
        if line not in lines:
            lines.append(line)
        written = path.with_name(f"{FILE_NAME}.new")
        text = "\n".join(lines) + "\n"
        written.unlink(missing_ok=True)
        with open(written, "x", encoding="utf-8", opener=as_before(path)) as file:
            file.write(text)
        os.replace(written, path)
    except OSError as error:
        raise BadSettings(f"{path}: {error.strerror}; write `{line}` into it.") from error


def as_before(path: Path) -> Callable[[str, int], int]:
    """An opener for a file that takes another's place: who may read that one may read this."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o600

    def opened(name: str, flags: int) -> int:
        descriptor = os.open(name, flags, 0o600)
        if os.name == "posix":
            os.fchmod(descriptor, mode)
        return descriptor

    return opened


def settings_text(settings: Settings | None = None) -> str:
    """The text of a fonds.toml, each setting with its help."""
    settings = settings or Settings()
    lines = ["# Settings of this archive. Delete a line to have the default.", ""]
    for setting in SETTINGS:
        lines += [
            f"# {setting.help}",
            f"{setting.name} = {toml_value(getattr(settings, setting.name))}",
            "",
        ]
    return "\n".join(lines)


def toml_value(value: Value) -> str:
    """A value as TOML writes it; the text has no control characters (see `is_text`)."""
    if isinstance(value, str):
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}"'
    return str(value)
