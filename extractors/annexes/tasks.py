"""Work items that are numbered through.

Lives here: telling a running list of work items from other numbering, and the full text of each item.
Elsewhere: what continues what (sections.py).
"""

from itertools import pairwise

from extractors.annexes.sections import SEPARATOR, Outline, Point, Run
from extractors.document import Document
from extractors.records import Task

# Fewer items, or items under a single heading, are any numbered list.
LEAST_ITEMS = 4
LEAST_TOPICS = 2
# A shorter list may be a slip of other numbering, unless it is without gaps and has several items under each heading.
SHORT_LIST = 4
_SENTENCE_END = frozenset("。；;！!？?：:")


def read_tasks(document: Document, outline: Outline) -> list[Task]:
    """The items of every running list of work items, in reading order.

    A report that accounts for a work plan item by item numbers the items through, while the headings above them change: item 6 opens
    the second topic, it doesn't begin at 1 again. That is the criterion: one run of numbers that
    - opens with 1 and never goes back (a skipped number is the report's slip, not another list);
    - goes on under at least LEAST_TOPICS different headings, that is, is carried on at least once where plain numbering would begin anew;
    - has at least LEAST_ITEMS items (a list of SHORT_LIST is judged more strictly), each of which says something of its own: numbering
      that only heads other numbering (chapters counted through the parts of a report) lists no work.
    A list under one heading, however long, is not taken: nothing tells work items from reasons, measures or categories there.
    """
    runs: dict[int, list[Point]] = {}
    for point in outline.points:
        runs.setdefault(point.section.run, []).append(point)
    heads = _heads_of_others(document, outline)
    running = [points for points in runs.values() if _is_running_list(points, heads)]
    tasks = [_task(document, outline, point) for points in running for point in points]
    return sorted(tasks, key=lambda task: task.char_start)


def _is_running_list(points: list[Point], heads: set[Run]) -> bool:
    numbers = [point.section.number for point in points]
    return (
        len(points) >= LEAST_ITEMS
        and points[0].section.follows == 0
        and all(before < number for before, number in pairwise(numbers))
        and len({point.topics for point in points}) >= LEAST_TOPICS
        and points[0].run not in heads
        and (len(points) > SHORT_LIST or _is_regular(numbers, points))
    )


def _is_regular(numbers: list[int], points: list[Point]) -> bool:
    """Nothing skipped, and several items under each heading."""
    topics = [point.topics for point in points]
    return numbers == list(range(1, len(points) + 1)) and all(topics.count(topic) > 1 for topic in topics)


def _heads_of_others(document: Document, outline: Outline) -> set[Run]:
    """The runs most of whose points are mere headings of other numbered lines."""
    below: dict[Run, int] = {}
    total: dict[Run, int] = {}
    for index, point in enumerate(outline.points):
        total[point.run] = total.get(point.run, 0) + 1
        following = outline.points[index + 1] if index + 1 < len(outline.points) else None
        says_something = any(mark in document.text[point.text_start : point.section.char_end] for mark in "。；;")
        if following is not None and not says_something and len(following.topics) > len(point.topics) and following.run is not point.run:
            below[point.run] = below.get(point.run, 0) + 1
    return {run for run, count in below.items() if 2 * count > total[run]}


def _task(document: Document, outline: Outline, point: Point) -> Task:
    end = _end(document, outline, point)
    section = point.section
    return Task(
        str(section.number),
        SEPARATOR.join(point.topics) or None,
        document.text[point.text_start : end],
        section.line,
        section.char_start,
        end,
        section.page,
    )


def _end(document: Document, outline: Outline, point: Point) -> int:
    """Where an item ends: before the next numbered line, heading or table.

    Between two items of the list all text is the first one's. After the last item of a topic only the rest of a sentence that a page break
    tore is taken: what else follows may speak of the whole list.
    """
    numbered = {other.block: other for other in outline.points}
    end = point.section.char_end
    pending = end
    for index in range(point.block + 1, len(document.blocks)):
        block = document.blocks[index]
        if block.table is not None or index in outline.plain_headings:
            return end
        other = numbered.get(index)
        if other is not None and (other.run is point.run or len(other.topics) <= len(point.topics)):
            return pending if other.run is point.run else end
        if other is not None:  # a sub-point of the item
            end = pending = block.end
            continue
        is_torn = document.text[end - 1] not in _SENTENCE_END
        pending = block.end
        if is_torn and end == document.blocks[index - 1].end:
            end = block.end
    return end
