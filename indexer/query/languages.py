"""The languages that `lang:` knows: ISO 639-1 code, English name, French name, own name.

The codes are those that language detection can answer with, and "und" for what it cannot tell.
"""

from functools import cache

from indexer.analysis import fold

NAMES = """
af Afrikaans/afrikaans/Afrikaans
am Amharic/amharique/አማርኛ
an Aragonese/aragonais/aragonés
ar Arabic/arabe/العربية
as Assamese/assamais/অসমীয়া
az Azerbaijani/azéri/azərbaycanca
be Belarusian/biélorusse/беларуская
bg Bulgarian/bulgare/български
bn Bengali/bengali/বাংলা
br Breton/breton/brezhoneg
bs Bosnian/bosnien/bosanski
ca Catalan/catalan/català
cs Czech/tchèque/čeština
cy Welsh/gallois/Cymraeg
da Danish/danois/dansk
de German/allemand/Deutsch
dz Dzongkha/dzongkha/རྫོང་ཁ
el Greek/grec/ελληνικά
en English/anglais/English
eo Esperanto/espéranto/esperanto
es Spanish/espagnol/español
et Estonian/estonien/eesti
eu Basque/basque/euskara
fa Persian/persan/فارسی
fi Finnish/finnois/suomi
fo Faroese/féroïen/føroyskt
fr French/français/français
ga Irish/irlandais/Gaeilge
gl Galician/galicien/galego
gu Gujarati/gujarati/ગુજરાતી
he Hebrew/hébreu/עברית
hi Hindi/hindi/हिन्दी
hr Croatian/croate/hrvatski
ht Haitian Creole/créole haïtien/kreyòl ayisyen
hu Hungarian/hongrois/magyar
hy Armenian/arménien/հայերեն
id Indonesian/indonésien/Bahasa Indonesia
is Icelandic/islandais/íslenska
it Italian/italien/italiano
iu Inuktitut/inuktitut/ᐃᓄᒃᑎᑐᑦ
ja Japanese/japonais/日本語
jv Javanese/javanais/basa Jawa
ka Georgian/géorgien/ქართული
kk Kazakh/kazakh/қазақша
km Khmer/khmer/ខ្មែរ
kn Kannada/kannada/ಕನ್ನಡ
ko Korean/coréen/한국어
ku Kurdish/kurde/kurdî
ky Kyrgyz/kirghize/кыргызча
la Latin/latin/latina
lb Luxembourgish/luxembourgeois/Lëtzebuergesch
lo Lao/lao/ລາວ
lt Lithuanian/lituanien/lietuvių
lv Latvian/letton/latviešu
mg Malagasy/malgache/malagasy
mk Macedonian/macédonien/македонски
ml Malayalam/malayalam/മലയാളം
mn Mongolian/mongol/монгол
mr Marathi/marathi/मराठी
ms Malay/malais/bahasa Melayu
mt Maltese/maltais/Malti
nb Norwegian Bokmål/norvégien bokmål/bokmål
ne Nepali/népalais/नेपाली
nl Dutch/néerlandais/Nederlands
nn Norwegian Nynorsk/norvégien nynorsk/nynorsk
no Norwegian/norvégien/norsk
oc Occitan/occitan/occitan
or Odia/odia/ଓଡ଼ିଆ
pa Punjabi/pendjabi/ਪੰਜਾਬੀ
pl Polish/polonais/polski
ps Pashto/pachto/پښتو
pt Portuguese/portugais/português
qu Quechua/quechua/Runa Simi
ro Romanian/roumain/română
ru Russian/russe/русский
rw Kinyarwanda/kinyarwanda/Ikinyarwanda
se Northern Sami/same du Nord/davvisámegiella
si Sinhala/cingalais/සිංහල
sk Slovak/slovaque/slovenčina
sl Slovenian/slovène/slovenščina
so Somali/somali/Soomaali
sq Albanian/albanais/shqip
sr Serbian/serbe/српски
sv Swedish/suédois/svenska
sw Swahili/swahili/Kiswahili
ta Tamil/tamoul/தமிழ்
te Telugu/télougou/తెలుగు
th Thai/thaï/ไทย
ti Tigrinya/tigrigna/ትግርኛ
tl Tagalog/tagalog/Tagalog
tr Turkish/turc/Türkçe
ug Uyghur/ouïghour/ئۇيغۇرچە
uk Ukrainian/ukrainien/українська
ur Urdu/ourdou/اردو
vi Vietnamese/vietnamien/Tiếng Việt
vo Volapük/volapük/Volapük
wa Walloon/wallon/walon
xh Xhosa/xhosa/isiXhosa
yi Yiddish/yiddish/ייִדיש
zh Chinese/chinois/中文
zu Zulu/zoulou/isiZulu
und undetermined/indéterminée/unknown
"""

# Where a name stands in a line of NAMES: the languages that the echo can speak.
SPOKEN = ("en", "fr")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    lines = (line.split(" ", 1) for line in NAMES.strip().splitlines())
    return {code: tuple(names.split("/")) for code, names in lines}


@cache
def _codes() -> dict[str, str]:
    """Folded code or name -> code. Of two languages with one name, the first keeps it."""
    codes: dict[str, str] = {}
    for code, names in _names().items():
        for name in (code, *names):
            codes.setdefault(fold(name), code)
    return codes


def language_code(typed: str) -> str | None:
    """The code of a language by code or name ("fr", "French", "français"), or None."""
    return _codes().get(fold(" ".join(typed.split())))


def language_codes() -> tuple[str, ...]:
    """All codes that `lang:` takes."""
    return tuple(_names())


def language_name(code: str, spoken: str = "en") -> str:
    """The name of a language in English or French; the code itself where we know none."""
    names = _names().get(code)
    return names[SPOKEN.index(spoken)] if names else code
