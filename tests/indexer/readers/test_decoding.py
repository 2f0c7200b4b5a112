"""Bytes become text by evidence, and never crash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.readers import decode

FRENCH = (
    "Le conseil a adopté à l’unanimité une motion qui protège les élèves sans papiers. "
    "« Nos écoles sont ouvertes à tous », a déclaré la présidente, très émue. "
)
ENGLISH = "Council’s vote was “historic”, said the mayor – and it was close. "


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [FRENCH, ENGLISH], ids=["french", "english"])
def test_text_without_a_word_about_its_charset_is_read_right(text, charset):
    assert decode(text.encode(charset)).text == text


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1251", "Городской совет принял решение о статусе города-убежища. " * 3),
        ("koi8-r", "Городской совет принял решение о статусе города-убежища. " * 3),
        ("shift_jis", "市議会は月曜日に新しい条例を可決した。住民は規則について話し合った。"),
        ("iso2022_jp", "市議会は月曜日に新しい条例を可決した。住民は規則について話し合った。"),
        ("euc_kr", "시의회는 월요일에 새 조례를 통과시켰다."),
        ("cp949", "경찰은 체류 자격을 묻지 않기로 했다. 똠방각하는 웃었다."),
        ("iso2022_kr", "시의회는 월요일에 새 조례를 통과시켰다."),
        ("iso8859-2", "Źródło: rada miasta przyjęła uchwałę, którą śledzi łódzka prasa. " * 2),
        ("cp1250", "Źródło: rada miasta przyjęła uchwałę, którą śledzi łódzka prasa. " * 2),
        ("utf-16-le", "Городской совет принял решение, 12 марта 2017 года. "),
    ],
)
def test_other_scripts_are_read_too(charset, text):
    assert decode(text.encode(charset)).text == text


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_wins_over_what_is_stated_and_is_not_part_of_the_text(charset):
    decoded = decode(FRENCH.encode(charset), charset="cp1252")
    assert (decoded.text, decoded.evidence) == (FRENCH, "byte-order mark")


def test_the_charset_that_came_with_a_page_wins_over_the_one_it_declares():
    body = '<meta charset="utf-8"><p>Łódź</p>'.encode("cp1250")
    decoded = decode(body, "text/html", charset="windows-1250")
    assert "Łódź" in decoded.text
    assert decoded.evidence == "stated with it"


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="iso-8859-2">',
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
        '<?xml version="1.0" encoding="ISO-8859-2"?>',
    ],
)
def test_a_page_is_read_in_the_charset_that_it_declares(declaration):
    decoded = decode(f"{declaration}<p>Łódź</p>".encode("iso-8859-2"), "text/html")
    assert "Łódź" in decoded.text
    assert decoded.evidence == "declared in it"


def test_plain_text_that_quotes_a_declaration_is_not_ruled_by_it():
    text = 'They wrote <meta charset="iso-8859-2"> and then: é'
    assert decode(text.encode()).text == text


def test_latin_1_means_windows_1252_as_it_does_in_browsers():
    body = "<meta charset=iso-8859-1>Council’s “vote”".encode("cp1252")
    assert decode(body, "text/html").text.endswith("Council’s “vote”")


@pytest.mark.parametrize("name", ["no-such-charset", "base64", "hex", "utf-7", "idna", "", "\0"])
def test_a_charset_that_is_none_is_passed_by(name):
    assert decode(FRENCH.encode(), charset=name).text == FRENCH


def test_one_broken_byte_does_not_spoil_a_page_and_is_told():
    body = FRENCH.encode() + b"\xe9 fin"
    decoded = decode(body)
    assert decoded.text == FRENCH + "\ufffd fin"
    assert decoded.flags == ("some bytes could not be decoded",)


def test_a_page_that_was_cut_inside_a_character_keeps_the_rest():
    body = FRENCH.encode()[: FRENCH.encode().index("é".encode()) + 1]
    assert decode(FRENCH.encode() + body).text.startswith(FRENCH)


def test_a_replacement_character_of_the_page_itself_is_no_flag():
    assert decode("was broken before: \ufffd".encode()).flags == ()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain"]))
def test_any_bytes_give_a_text_that_can_be_written_again(body, media_type):
    decode(body, media_type).text.encode("utf-8")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200).filter(lambda text: "\0" not in text and text[:1] != "\ufeff"))
def test_utf_8_is_read_as_it_was_written(text):
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
def test_utf_8_with_an_old_declaration_left_in_is_read_as_utf_8(declared: str) -> None:
    body = f'<meta charset="{declared}"><p>L’été à Montréal, déjà.</p>'.encode()
    decoded = decode(body, "text/html")
    assert "L’été à Montréal, déjà." in decoded.text
    assert "though declared" in decoded.evidence


LIES = ["iso-8859-1", "windows-1252", "koi8-r", "euc-kr", "shift_jis", "gbk", "us-ascii"]


@pytest.mark.parametrize("header", LIES)
@pytest.mark.parametrize(
    "text",
    [
        "Byrådet åbnede et nyt herberg på Ærø, sagde borgmesteren på mødet på rådhuset i går.",
        "Городской совет открыл новый приют для приезжих.",
        "시의회는 월요일에 새 조례를 통과시켰다.",
        "市議会は月曜日に新しい条例を可決した。",
    ],
)
def test_bytes_that_are_surely_utf_8_win_over_the_header_of_the_server(header, text):
    decoded = decode(text.encode(), "text/html", charset=header)
    assert (decoded.text, decoded.charset) == (text, "utf_8")
    assert decoded.flags == ()


def test_one_accent_inside_a_word_is_enough_against_the_header():
    assert decode("Il vit à".encode(), charset="latin-1").charset == "cp1252"
    assert decode("Une école, deux".encode(), charset="latin-1").charset == "cp1252"
    assert decode("Elle a été là".encode(), charset="latin-1").text == "Elle a été là"
    assert decode("La cité".encode(), charset="latin-1").text == "La cité"


def test_what_the_header_says_holds_where_utf_8_may_be_chance():
    assert decode("NOTRE CITÉ»".encode("cp1252"), charset="cp1252").text == "NOTRE CITÉ»"
    assert decode("联通".encode("gbk"), charset="gbk").text == "联通"


def test_utf_8_that_was_cut_inside_a_character_wins_over_the_header_and_is_flagged():
    decoded = decode(("Městská rada přijala žádost. " * 3).encode() + b"\xc5", charset="latin-1")
    assert decoded.text.startswith("Městská rada přijala žádost.")
    assert decoded.flags == ("some bytes could not be decoded",)


def test_escapes_of_iso_2022_win_over_a_header_that_says_latin_1():
    text = "市議会は月曜日に新しい条例を可決した。"
    assert decode(text.encode("iso2022_jp"), charset="iso-8859-1").text == text


def test_an_escape_in_a_text_in_ascii_makes_no_japanese_of_it():
    assert decode(b"a \x1b$B\x1b(B b", charset="latin-1").text == "a \x1b$B\x1b(B b"
    assert decode(b"\x1b[31mred\x1b[0m").text == "\x1b[31mred\x1b[0m"


def test_a_guess_at_the_charset_is_told_as_one():
    decoded = decode("Зелёный дом, новый ".encode("mac_cyrillic") + b"Oak Street")
    assert decoded.evidence == "guessed"
    assert decoded.flags == (
        f"its character set is not known: read as {decoded.charset}, which may be wrong",
    )


def test_bytes_that_fit_no_charset_are_read_as_the_last_resort_and_told_so():
    decoded = decode(b"\x81\x8d\x8f\x90\x9d Oak Street \x81\x8d\xff")
    assert decoded.flags
    assert "its character set is not known" in decoded.flags[0]


@pytest.mark.parametrize("stated", [True, False])
@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("euc_kr", "시의회는 월요일에 새 조례를 통과시켰다. 경찰은 묻지 않기로 했다"),
        ("gb18030", "市议会今天通过了移民保护条例，警察不会询问居留身份"),
        ("big5", "市議會今天通過了移民保護條例，警察不會詢問居留身份"),
        ("shift_jis", "市議会は月曜日に新しい条例を可決した。住民は規則について話し合った"),
    ],
)
def test_a_page_that_was_cut_inside_a_last_character_of_two_bytes_keeps_the_rest(
    charset, text, stated
):
    decoded = decode(text.encode(charset)[:-1], charset=charset if stated else None)
    assert decoded.text.startswith(text[:-1])
    assert "some bytes could not be decoded" in decoded.flags
