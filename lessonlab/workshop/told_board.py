"""The board as a page that refreshes itself, and as text for a terminal."""

from __future__ import annotations

from html import escape
from importlib import resources
from string import Template
from typing import TYPE_CHECKING

from lessonlab.show.tables import Table, draw_text
from lessonlab.system.foreign import printed

if TYPE_CHECKING:
    import datetime as dt

    from lessonlab.workshop.board import Funnel, Progress, View, WrongAnswer

BAR = 20
STUCK_SIGN, DONE_SIGN, AWAY_SIGN = "!", "✓", "–"


def read_part(name: str) -> str:
    """Return the file *name* that is part of the page."""
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def page(view: View, *, names: bool) -> str:
    """Return the whole page; its main part comes again every few seconds."""
    other = '<a href="?names=0">hide names</a>' if names else '<a href="?names=1">show names</a>'
    return Template(read_part("board_page.html")).substitute(
        title=escape(view.title), names="1" if names else "0", other=other, main=main(view, names=names)
    )


def main(view: View, *, names: bool) -> str:
    """Return what changes: a sentence, who is stuck, the exercises, the wrong answers, everybody."""
    working = sum(one.last is not None for one in view.people)
    head = f"{working} of {len(view.people)} have begun; {len(view.stuck)} may want help"
    lines = "".join(f"<li>{escape(stuck_line(one, view, names=names))}</li>" for one in view.stuck)
    stuck = f"<ul>{lines}</ul>" if lines else "<p>Nobody just now.</p>"
    return (
        f'<p class="head">{head}</p>'
        f"<section><h2>May want help</h2>{stuck}</section>"
        f"<section><h2>Exercises</h2>{funnels(view)}</section>"
        f"<section><h2>Commonest wrong answers</h2>{wrong_answers(view.wrong)}</section>"
        f"<section><h2>Everybody</h2>{everybody(view, names=names)}</section>"
    )


def stuck_line(one: Progress, view: View, *, names: bool) -> str:
    """Return who is at what, for how long, with how many tries."""
    tries = one.tried[one.here]
    return (
        f"{STUCK_SIGN} {called(one, names=names)}: {one.here}, {tries} {'try' if tries == 1 else 'tries'}, "
        f"{minutes(one.since, view.now)} without a pass"
    )


def called(one: Progress, *, names: bool) -> str:
    """Return the name that is shown: an alias, unless names are asked for."""
    return printed(f"{one.name} ({one.alias})" if names else one.alias or "somebody")


def minutes(since: dt.datetime | None, now: dt.datetime) -> str:
    """
    Return how long ago that was.

    >>> import datetime as dt
    >>> noon = dt.datetime(2026, 1, 1, 12)
    >>> minutes(None, noon), minutes(noon, noon + dt.timedelta(minutes=90))
    ('–', '90 min')
    """
    return AWAY_SIGN if since is None else f"{max(0, (now - since).total_seconds()) / 60:.0f} min"


def funnels(view: View) -> str:
    """Return the exercises as a table: of all, how many tried and how many passed."""
    rows = "".join(
        f'<tr><th scope="row">{escape(one.key)} {escape(one.title)}</th>'
        f"<td>{one.tried}</td><td>{one.passed}</td><td>{tries_each(one)}</td>"
        f'<td class="bar" aria-hidden="true">{bar(one)}</td></tr>'
        for one in view.funnels
    )
    return (
        f"<table><caption>of {len(view.people)} people</caption><thead><tr>"
        '<th scope="col">exercise</th><th scope="col">tried</th><th scope="col">passed</th>'
        '<th scope="col">tries to pass</th><td></td></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def bar(one: Funnel) -> str:
    """
    Return how far the class is with an exercise, in signs: passed, tried, not begun.

    >>> from lessonlab.workshop.board import Funnel
    >>> bar(Funnel("06-01", "", 6, 3, 10, 9))
    '██████▒▒▒▒▒▒········'
    """
    passed = round(BAR * one.passed / one.of) if one.of else 0
    tried = round(BAR * one.tried / one.of) - passed if one.of else 0
    return "█" * passed + "▒" * tried + "·" * (BAR - passed - tried)


def tries_each(one: Funnel) -> str:
    """Return how many tries a pass took."""
    return f"{one.tries / one.passed:.1f}" if one.passed else AWAY_SIGN


def wrong_answers(wrong: tuple[WrongAnswer, ...]) -> str:
    """Return them with their SQL, as text: it is shown, never run."""
    if not wrong:
        return "<p>None yet.</p>"
    parts = []
    for one in wrong:
        head = wrong_line(one)
        sql = escape(printed(one.sql, lines=True))
        parts.append(f'<details><summary>{escape(head)}</summary><pre tabindex="0">{sql}</pre></details>')
    return "".join(parts)


def wrong_line(one: WrongAnswer) -> str:
    """Return which exercise, how many people, and what they got wrong."""
    people = "1 person" if one.people == 1 else f"{one.people} people"
    return printed(f"{one.key}, {people}: {one.mistake or 'no mistake that the course knows'}")


def everybody(view: View, *, names: bool) -> str:
    """Return a table of all people."""
    rows = "".join(
        f'<tr><th scope="row">{sign(one, view)} {escape(called(one, names=names))}</th>'
        f"<td>{escape(one.group)}</td><td>{len(one.passed)}</td><td>{escape(one.here) or AWAY_SIGN}</td>"
        f"<td>{minutes(one.last, view.now)}</td><td>{minutes(one.since, view.now)}</td></tr>"
        for one in sorted(view.people, key=lambda one: (-len(one.passed), one.alias))
    )
    return (
        "<table><caption>! may want help, ✓ has passed all, – has not begun</caption><thead><tr>"
        '<th scope="col">who</th><th scope="col">group</th><th scope="col">passed</th>'
        '<th scope="col">at</th><th scope="col">last try ago</th>'
        '<th scope="col">without a pass for</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def sign(one: Progress, view: View) -> str:
    """Return a sign for how somebody is doing: no colour stands alone."""
    if one.last is None:
        return AWAY_SIGN
    if len(one.passed) == len(view.funnels):
        return DONE_SIGN
    return STUCK_SIGN if one.is_stuck(view.now) else "·"


def text(view: View, *, names: bool) -> str:
    """Return the board for a terminal."""
    working = sum(one.last is not None for one in view.people)
    lines = [f"{view.title}: {working} of {len(view.people)} have begun; {len(view.stuck)} may want help"]
    lines += [stuck_line(one, view, names=names) for one in view.stuck]
    rows = [
        (f"{one.key} {one.title}", one.tried, one.passed, tries_each(one), bar(one)) for one in view.funnels
    ]
    lines += ["", draw_text(Table(("exercise", "tried", "passed", "tries to pass", ""), tuple(rows), ""))]
    for one in view.wrong:
        sql = printed(one.sql, lines=True).strip().replace("\n", "\n    ")
        lines += ["", wrong_line(one), f"    {sql}"]
    return "\n".join(lines)
