"""What the last figure was about, in words that the contexts of rules look for.

Elsewhere: the rules and their contexts (matching.py), headings above a sentence (passages.py, openings.py).
"""

from extractors.prose.writing import Sentence

# What the last figure was about, in words that contexts look for. Of what has no words of its own, contexts know that it was told.
_TOPICS = {"application": "依申请公开申请", "review": "复议", "litigation": "诉讼"} | dict.fromkeys(
    ("proactive", "resource", "training"), "所列数字"
)
_OF_COURSES = "所办课程"
_COURSES = ("training.courses", "training.attendees")


def topic(sentence: Sentence) -> str:
    """ "其中维持2件", "另有3件予以废止", "65人次参加": of what the last figure counted, be it a sentence ago."""
    if (sentence.last_code or "").startswith("proactive.normative_documents"):
        return "规范性文件"
    if sentence.last_code in _COURSES:
        return _OF_COURSES
    return _TOPICS.get(sentence.matter or "", "")
