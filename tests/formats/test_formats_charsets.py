"""Old encodings are told apart by the letters they give; western text stays western, and what is pasted stays whole."""

import pytest

from tui.formats.charsets import guess
from tui.formats.text import decode

RUSSIAN = "Порт закрыт после шторма.\n\nШторм во вторник разрушил внешнюю стену. Ремонт займёт год, сказал капитан.\n"
POLISH = "Przystań została zamknięta, gdy sztorm zniszczył zewnętrzną ścianę.\nCałą żeglugę wstrzymała władza wyższa.\n"
CZECH = "Přístav byl uzavřen v úterý, bouře zničila vnější zeď. Ještě žádný kůň se nevrátil.\n"
JAPANESE = "港は嵐の後に閉鎖された。外壁が壊れたため、港は火曜日に閉鎖されました。修理には一年かかります。\n"
GREEK = "Το λιμάνι έκλεισε μετά την καταιγίδα που κατέστρεψε τον εξωτερικό τοίχο.\n"
ENGLISH = "The captain’s résumé wasn’t naïve – it’s “fine”, and the café didn’t close.\n"
FRENCH = "Le port a été fermé mardi après la tempête, déclare le capitaine à Québec.\n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *((name, RUSSIAN) for name in ("koi8-r", "cp1251", "iso8859-5", "cp866", "mac-cyrillic")),
        *((name, POLISH) for name in ("cp1250", "iso8859-2", "cp852")),
        *((name, CZECH) for name in ("cp1250", "iso8859-2")),
        *((name, JAPANESE) for name in ("shift-jis", "euc-jp")),
        ("gb18030", "风暴过后港口关闭。外墙被风暴摧毁后，港口于星期二关闭。维修需要一年时间，港口船长说。\n"),
        ("big5", "風暴過後港口關閉。外牆被風暴摧毀後，港口於星期二關閉。維修需要一年時間。\n"),
        ("cp949", "폭풍이 지나간 뒤 항구가 폐쇄되었다. 외벽이 무너져 항구는 화요일에 폐쇄되었다.\n"),
        *((name, GREEK) for name in ("cp1253", "iso8859-7")),
        ("cp1255", "הנמל נסגר לאחר סערה ששברה את הקיר החיצוני. התיקונים יימשכו שנה, אמר הקברניט.\n"),
        ("cp1256", "أغلق الميناء بعد عاصفة كسرت الجدار الخارجي. ستستغرق الإصلاحات سنة كما قال القبطان.\n"),
        ("mac-roman", ENGLISH),
        ("cp850", FRENCH),
    ],
)
def test_an_old_encoding_is_known_by_its_letters(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        FRENCH,
        "Die Größe der Häuser in Köln übertraf Österreichs Dörfer. Straße „schön“, 5×10³ m², 25°C ±3, »so«",
        "¿Qué pasó? ¡El niño murió en España! Según él, mañana será 1ª",
        "ÉCOLE NATIONALE SUPÉRIEURE DES TÉLÉCOMMUNICATIONS À BÉZIERS. ÇA, L’ŒUVRE",
        "Höfnin lokaði á þriðjudag. Það er Þór og Ævar.",
        "naïve",
    ],
)
def test_western_text_stays_western(text: str) -> None:
    assert guess(text.encode("cp1252")) == ""


def test_a_file_pasted_together_stays_whole() -> None:
    assert decode("“A” café ".encode() + "“B” café".encode("cp1252")) == "“A” café “B” café"
    assert decode((RUSSIAN + "café").encode() + b"\x93") == RUSSIAN + "café“"


def test_no_bytes_are_too_odd_to_be_guessed_at() -> None:
    for odd in (b"", b"\xff", b"\x80" * 99, bytes(range(1, 256)) * 9, b"\xa4" * 1_001, b"\xe9 " * 500):
        guess(odd)
