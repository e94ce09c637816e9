"""What the styles and lists of a DOCX say of its paragraphs.

Lives here: outline levels, hidden text and lists of styles along what they are based on; the definitions of lists.
Elsewhere: walking the paragraphs (docx.py), counting and writing numbers (numbering.py).
"""

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from extractors.readers.word.numbering import LEVELS, Level, NumberedList

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
# Word takes labels of up to 31 characters.
_LONGEST_TEMPLATE = 60
# Styles are based on each other in short chains; a longer one is a ring.
_LONGEST_CHAIN = 20


@dataclass(slots=True)
class Style:
    """`level` is that of a heading (1 = highest), `list_id` and `depth` name a list; None where the style says nothing."""

    level: int | None = None
    list_id: str | None = None
    depth: int | None = None
    is_hidden: bool = False
    is_contents: bool = False


_PLAIN = Style()


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a property that is there or not is on; None where it isn't mentioned."""
    return None if element is None else element.get(VAL, "1") not in ("0", "false", "off")


def number_of(element: etree._Element | None) -> int | None:
    """The value of a property as a number; None where there is none."""
    value = "" if element is None else element.get(VAL, "")
    return int(value) if value.isascii() and value.removeprefix("-").isdecimal() and len(value) < 10 else None


class Styles:
    """The styles of one document, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._made: dict[str, Style] = {}
        for element in () if root is None else root.iterchildren(f"{W}style"):
            style_id = element.get(f"{W}styleId")
            if style_id is None:
                continue
            self._elements[style_id] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self._default = style_id
        self.may_hide = root is not None and next(root.iter(f"{W}vanish"), None) is not None

    def of(self, style_id: str | None) -> Style:
        """The style of an id; the default paragraph style for None."""
        style_id = style_id if style_id is not None else self._default
        if style_id is None:
            return _PLAIN
        if style_id not in self._made:
            self._made[style_id] = self._style(style_id)
        return self._made[style_id]

    def _style(self, style_id: str) -> Style:
        style = Style()
        element = self._elements.get(style_id)
        name = _name(element)
        style.is_contents = name.startswith("toc ")
        hidden: bool | None = None
        level: int | None = None
        for _ in range(_LONGEST_CHAIN):
            if element is None:
                break
            properties = element.find(f"{W}pPr")
            if properties is not None:
                if level is None:
                    level = number_of(properties.find(f"{W}outlineLvl"))
                listed = properties.find(f"{W}numPr")
                if listed is not None and style.list_id is None:
                    reference = listed.find(f"{W}numId")
                    style.list_id = None if reference is None else reference.get(VAL)
                    style.depth = number_of(listed.find(f"{W}ilvl")) if style.depth is None else style.depth
            if hidden is None:
                hidden = is_on(element.find(f"{W}rPr/{W}vanish"))
            based_on = element.find(f"{W}basedOn")
            element = None if based_on is None else self._elements.get(based_on.get(VAL, ""))
        if level is None and name == "title":
            level = 0
        style.level = level + 1 if level is not None and 0 <= level < LEVELS else None
        style.is_hidden = hidden is True
        return style


def _name(element: etree._Element | None) -> str:
    """The name of a style, which stays English in the file whatever language the program speaks."""
    found = None if element is None else element.find(f"{W}name")
    return "" if found is None else found.get(VAL, "").lower()


class Lists:
    """The lists of one document: which one a paragraph belongs to, and its levels."""

    def __init__(self, root: etree._Element | None) -> None:
        self._numbers: dict[str, etree._Element] = {}
        self._definitions: dict[str, etree._Element] = {}
        self._by_style: dict[str, str] = {}
        self._made: dict[str, NumberedList | None] = {}
        self._depths: dict[tuple[str, str], int] = {}
        for element in () if root is None else root:
            if element.tag == f"{W}num":
                self._numbers[element.get(f"{W}numId", "")] = element
            elif element.tag == f"{W}abstractNum":
                definition_id = element.get(f"{W}abstractNumId", "")
                self._definitions[definition_id] = element
                linked = element.find(f"{W}styleLink")
                if linked is not None:
                    self._by_style[linked.get(VAL, "")] = definition_id

    def of(self, list_id: str) -> NumberedList | None:
        """The list of an id; None where there is none ("0" takes a paragraph out of the list of its style)."""
        if list_id not in self._made:
            self._made[list_id] = self._list(list_id)
        return self._made[list_id]

    def depth_of_style(self, list_id: str, style_id: str) -> int:
        """The level that a style stands for in a list; the first where it names none."""
        self.of(list_id)
        return self._depths.get((list_id, style_id), 0)

    def _list(self, list_id: str) -> NumberedList | None:
        number = self._numbers.get(list_id)
        if number is None:
            return None
        reference = number.find(f"{W}abstractNumId")
        definition_id = "" if reference is None else reference.get(VAL, "")
        definition = self._definitions.get(definition_id)
        linked = None if definition is None else definition.find(f"{W}numStyleLink")
        if linked is not None:
            definition_id = self._by_style.get(linked.get(VAL, ""), definition_id)
            definition = self._definitions.get(definition_id)
        if definition is None:
            return None
        numbered = NumberedList(definition_id, [Level(format="none") for _ in range(LEVELS)])
        for element in definition.iterchildren(f"{W}lvl"):
            self._level(list_id, numbered, element)
        for override in number.iterchildren(f"{W}lvlOverride"):
            depth = _depth(override)
            replaced = override.find(f"{W}lvl")
            if replaced is not None:
                self._level(list_id, numbered, replaced)
            start = number_of(override.find(f"{W}startOverride"))
            if depth is not None and start is not None:
                numbered.starts[depth] = start
        return numbered

    def _level(self, list_id: str, numbered: NumberedList, element: etree._Element) -> None:
        depth = _depth(element)
        if depth is None:
            return
        numbered.levels[depth] = _level(element)
        style = element.find(f"{W}pStyle")
        if style is not None:
            self._depths[list_id, style.get(VAL, "")] = depth


def _depth(element: etree._Element) -> int | None:
    value = element.get(f"{W}ilvl", "")
    return int(value) if value in {str(depth) for depth in range(LEVELS)} else None


def _level(element: etree._Element) -> Level:
    values = {child.tag: child for child in element}
    start = number_of(values.get(f"{W}start"))
    restart = number_of(values.get(f"{W}lvlRestart"))
    shown = values.get(f"{W}numFmt")
    suffix = values.get(f"{W}suff")
    text = values.get(f"{W}lvlText")
    return Level(
        0 if start is None else start,
        "decimal" if shown is None else shown.get(VAL, "decimal"),
        _template("" if text is None else text.get(VAL, "")[:_LONGEST_TEMPLATE]),
        suffix is None or suffix.get(VAL) != "nothing",
        -1 if restart is None else restart,
        bool(is_on(values.get(f"{W}isLgl"))),
    )


@lru_cache(maxsize=256)
def _template(text: str) -> str:
    """ "%1.%2" as characters 0 and 1 with a full stop between; other control characters don't come through XML."""
    for depth in range(LEVELS):
        text = text.replace(f"%{depth + 1}", chr(depth))
    return text
