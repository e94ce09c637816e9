"""The binary Word format: pieces, what is hidden, and why a file is refused."""

import gzip
import struct

import pytest

from extractors.readers import read
from extractors.readers.compound_files import CompoundFile
from extractors.readers.unreadable import UnreadableError
from extractors.readers.word import doc_format
from extractors.readers.word.doc import _Walker
from extractors.readers.word.numbering import Counter, Level, NumberedList, written
from tests.unit.extractors.office_files import FIXTURES, compound_file, docx
from tests.unit.extractors.report_parts import Report, Text
from tests.unit.extractors.word_records import doc


def clx(places: list[tuple[int, int, int]], changes: bytes = b"") -> bytes:
    """A piece table: for each piece its characters, its address in the file, and its modifiers."""
    bounds = [0]
    for count, _, _ in places:
        bounds.append(bounds[-1] + count)
    table = struct.pack(f"<{len(bounds)}I", *bounds) + b"".join(struct.pack("<HIH", 0, address, change) for _, address, change in places)
    before = b"\x01" + struct.pack("<H", len(changes)) + changes if changes else b""
    return before + b"\x02" + struct.pack("<I", len(table)) + table


def test_pieces_of_a_fast_saved_file_are_read_in_the_order_of_the_text() -> None:
    stream = b"416" + "公开件".encode("utf-16-le") + "𠀀".encode("utf-16-le")
    narrow = 0x4000_0000

    found = doc_format.pieces(clx([(2, 3, 0), (3, narrow, 0), (1, 7, 0), (2, 9, 0)]))

    assert doc_format.text_of(stream, found) == "公开416件\ud840\udc00"


def test_a_piece_brings_its_own_modifiers() -> None:
    hidden = struct.pack("<HB", doc_format.HIDDEN, 1)

    found = doc_format.pieces(clx([(1, 0, 1), (1, 2, 0)], hidden))

    assert [doc_format.modifiers(piece.modifiers) for piece in found] == [((doc_format.HIDDEN, b"\x01"),), ()]


def test_hidden_text_is_left_out() -> None:
    data = gzip.decompress((FIXTURES / "applications.doc.gz").read_bytes())
    file = CompoundFile(data)
    head = doc_format.header(file.stream("WordDocument") or b"")
    table = head.part(file.stream(head.table_stream) or b"", doc_format.PIECES)
    assert (len(doc_format.pieces(table)), data.count(table)) == (1, 1)
    hidden = table[:-2] + struct.pack("<H", 1 << 8 | 0x5C << 1)

    assert "此件公开发布。" in read("a", data).text
    assert read("a", data.replace(table, hidden)).reason == "no_text"


def test_a_stretch_of_the_file_is_found_in_the_text() -> None:
    assert doc_format.places([(10, 14)], [doc_format.Piece(5, 9, 8, 2, b"")]) == [(6, 8)]


def test_more_stretches_and_pieces_than_can_be_compared_are_refused() -> None:
    pieces = doc_format.pieces(clx([(1, 2048, 0)] * 3_000))

    with pytest.raises(UnreadableError, match="document_too_large"):
        doc_format.places([(0, 1)] * 3_000, pieces)


def header(flags: int, version: int = 0xC1) -> bytes:
    return struct.pack("<HHHHHH", 0xA5EC, version, 0, 0, 0, flags).ljust(5000, b"\0")


@pytest.mark.parametrize(
    ("stream", "reason"),
    [
        (header(0x0100), "encrypted_file"),
        (header(0, 0x68), "unsupported_format"),
        (header(0), "damaged_file"),
        (b"x" * 5000, "damaged_file"),
    ],
)
def test_a_word_file_that_cannot_be_read_says_why(stream: bytes, reason: str) -> None:
    assert read("a", compound_file({"WordDocument": stream})).reason == reason


@pytest.mark.parametrize(
    ("number", "shown", "text"),
    [
        (10, "chineseCounting", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (103, "chineseCounting", "一百零三"),
        (110, "chineseCounting", "一百一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (4, "upperRoman", "IV"),
        (27, "lowerLetter", "aa"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalFullWidth", "７"),
        (5, "something new", "5"),
    ],
)
def test_a_number_is_written_as_its_format_says(number: int, shown: str, text: str) -> None:
    assert written(number, shown) == text


def test_a_directory_that_no_program_wrote_is_refused() -> None:
    names = {f"s{number}": b"x" for number in range(1500)}

    assert read("a", compound_file({**names, "WordDocument": b"x"})).reason == "damaged_file"


def test_a_folder_named_as_the_text_is_no_text() -> None:
    data = bytearray(compound_file({"WordDocument": b"x"}))
    data[data.index("WordDocument".encode("utf-16-le")) + 66] = 1

    assert read("a", bytes(data)).reason == "unsupported_format"


def test_half_of_a_word_file_is_damaged() -> None:
    # The name of its text is still somewhere in the file, the text is not.
    assert read("a", compound_file({"1Table": "WordDocument\0".encode("utf-16-le")})).reason == "damaged_file"


def test_an_inner_list_begins_anew_unless_it_says_otherwise() -> None:
    levels = [Level(template="\x00."), Level(template="\x00.\x01"), Level(template="\x02)", restart=0)]
    numbered, counter = NumberedList("a", levels), Counter()

    assert [counter.label(numbered, depth).strip() for depth in (0, 1, 2, 1, 2, 0, 1, 2)] == [
        "1.", "1.1", "1)", "1.2", "2)", "2.", "2.1", "3)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("instruction", "text"),
    [
        (r' EQ \* jc3 \* "Font:Calibri" \* hps22 \o\al(\s\up 10(gong),公)', "公"),
        (r"EQ \o\ac(○,2)", "②"),
        (r"EQ \o\ac(○,甲)", "甲"),
        (r" PAGE ", ""),
        (r" EQ \f(1,2) ", ""),
    ],
)
def test_a_formula_field_prints_what_its_instruction_says(instruction: str, text: str) -> None:
    field = f"\x13{instruction}\x15"
    runs = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    begin, end = runs[: len(runs) // 2 + 1], runs[len(runs) // 2 + 1 :]
    content = docx(f"<w:p>{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{end}<w:r><w:t>开</w:t></w:r></w:p>")

    assert read("a", doc(Report((Text(f"{field}开"),)))).text == f"{text}开"
    assert read("a", content).text == f"{text}开"


def test_a_field_shows_its_result() -> None:
    text = "公开\x13 = 1 + 41 \x1442\x15条，\x13 IF \x13 PAGE \x14 7\x15 \x14 8\x15件"

    assert read("a", doc(Report((Text(text),)))).text == "公开42条， 8件"


@pytest.mark.parametrize("bounds", [(0, 10, 0, 10), (0, 4, 2, 10), (0, 10, 9, 10)])
def test_text_boxes_that_share_their_text_are_damage(bounds: tuple[int, ...]) -> None:
    """Each stretch would be told as often as it is covered: a few megabytes as many gigabytes."""
    with pytest.raises(UnreadableError, match="damaged_file"):
        boxes(bounds)


def test_text_boxes_stand_at_their_anchors() -> None:
    assert boxes((0, 4, 7, 10)) == [(0, 20, 24), (1, 24, 27), (2, 27, 30)]


def boxes(bounds: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """The text boxes of a file of 20 characters, and 10 in boxes, cut at these bounds."""
    shapes = range(1, len(bounds))
    anchors = struct.pack(f"<{len(bounds)}I", *range(len(bounds))) + b"".join(struct.pack("<i22x", shape) for shape in shapes)
    texts = struct.pack(f"<{len(bounds)}I", *bounds) + b"".join(struct.pack("<14xi4x", shape) for shape in shapes)
    pairs = [(0, 0)] * (doc_format.BOX_TEXTS + 1)
    pairs[doc_format.ANCHORS], pairs[doc_format.BOX_TEXTS] = (0, len(anchors)), (len(anchors), len(texts))
    walker = object.__new__(_Walker)
    walker._head = doc_format.Header("1Table", (20, 0, 0, 0, 0, 0, 10, 0), pairs)
    return walker._boxes_by_anchor(anchors + texts)
