"""A text in less room: the one way in which something is cut, and said to be."""

from __future__ import annotations

MORE = "…"


def shorten(text: str, most: int) -> str:
    """
    Return *text* in at most *most* characters, its end left out.

    >>> shorten("a long story", 6), shorten("short", 6)
    ('a lon…', 'short')
    """
    return text if len(text) <= most else f"{text[: most - 1]}{MORE}"


def shorten_inside(text: str, most: int) -> str:
    """
    Return *text* in at most *most* characters, its middle left out: of a name both ends tell something.

    >>> shorten_inside("lesson_progress_user_id_course_id_lesson_id_key", 30)
    'lesson_progress_user_…n_id_key'
    """
    if len(text) <= most:
        return text
    end = (most - 1) * 3 // 10
    return f"{text[: most - 1 - end]}{MORE}{text[-end:]}"


def shorten_words(text: str, most: int) -> str:
    """
    Return *text* in at most *most* characters, cut behind a word.

    >>> shorten_words("UPDATE lesson_progress SET score = 90", 24)
    'UPDATE lesson_progress …'
    """
    if len(text) <= most:
        return text
    cut = text[: most - 1].rpartition(" ")[0] or text[: most - 2]
    return f"{cut} {MORE}"
