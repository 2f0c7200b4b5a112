"""Languages by code and by name, in English, French and themselves."""

from indexer.analysis import fold

# ISO 639-1 code: English name, French name, own name.
NAMES: dict[str, tuple[str, str, str]] = {
    "ar": ("Arabic", "arabe", "العربية"),
    "bg": ("Bulgarian", "bulgare", "български"),
    "bn": ("Bengali", "bengali", "বাংলা"),
    "ca": ("Catalan", "catalan", "català"),
    "cs": ("Czech", "tchèque", "čeština"),
    "cy": ("Welsh", "gallois", "Cymraeg"),
    "da": ("Danish", "danois", "dansk"),
    "de": ("German", "allemand", "Deutsch"),
    "el": ("Greek", "grec", "ελληνικά"),
    "en": ("English", "anglais", "English"),
    "es": ("Spanish", "espagnol", "español"),
    "et": ("Estonian", "estonien", "eesti"),
    "fa": ("Persian", "persan", "فارسی"),
    "fi": ("Finnish", "finnois", "suomi"),
    "fr": ("French", "français", "français"),
    "ga": ("Irish", "irlandais", "Gaeilge"),
    "gu": ("Gujarati", "gujarati", "ગુજરાતી"),
    "he": ("Hebrew", "hébreu", "עברית"),
    "hi": ("Hindi", "hindi", "हिन्दी"),
    "hr": ("Croatian", "croate", "hrvatski"),
    "hu": ("Hungarian", "hongrois", "magyar"),
    "id": ("Indonesian", "indonésien", "Indonesia"),
    "it": ("Italian", "italien", "italiano"),
    "ja": ("Japanese", "japonais", "日本語"),
    "ko": ("Korean", "coréen", "한국어"),
    "lt": ("Lithuanian", "lituanien", "lietuvių"),
    "lv": ("Latvian", "letton", "latviešu"),
    "nl": ("Dutch", "néerlandais", "Nederlands"),
    "no": ("Norwegian", "norvégien", "norsk"),
    "pa": ("Punjabi", "pendjabi", "ਪੰਜਾਬੀ"),
    "pl": ("Polish", "polonais", "polski"),
    "pt": ("Portuguese", "portugais", "português"),
    "ro": ("Romanian", "roumain", "română"),
    "ru": ("Russian", "russe", "русский"),
    "sk": ("Slovak", "slovaque", "slovenčina"),
    "sl": ("Slovenian", "slovène", "slovenščina"),
    "so": ("Somali", "somali", "Soomaali"),
    "sr": ("Serbian", "serbe", "српски"),
    "sv": ("Swedish", "suédois", "svenska"),
    "sw": ("Swahili", "swahili", "Kiswahili"),
    "ta": ("Tamil", "tamoul", "தமிழ்"),
    "th": ("Thai", "thaï", "ไทย"),
    "tl": ("Tagalog", "tagalog", "Tagalog"),
    "tr": ("Turkish", "turc", "Türkçe"),
    "uk": ("Ukrainian", "ukrainien", "українська"),
    "ur": ("Urdu", "ourdou", "اردو"),
    "vi": ("Vietnamese", "vietnamien", "Tiếng Việt"),
    "zh": ("Chinese", "chinois", "中文"),
}

CODES = {fold(name): code for code, names in NAMES.items() for name in (code, *names)}


def language_name(code: str) -> str:
    """The English name of a language, or its code where we know no name."""
    return NAMES[code][0] if code in NAMES else code


def language_code(typed: str) -> str:
    """The code of a language typed as code or name; what we do not know comes back folded.

    >>> language_code("Français"), language_code("EN")
    ('fr', 'en')
    """
    folded = fold(typed.strip())
    return CODES.get(folded, folded)
