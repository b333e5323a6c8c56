"""Finds who a folder or a hand-in means: by an address or an alias as it is, else by the words of a name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.roster import Person

WORDS = re.compile(r"[^\W_]+")


class People:
    """Finds who a folder or a hand-in means."""

    def __init__(self, opened: ClassFolder) -> None:
        aliases = {email: one.alias for email, one in opened.passes.items()}
        self._folders = {folder_name(one.email).casefold(): one for one in opened.people}
        self._addresses: dict[frozenset[str], list[Person]] = {}
        self._names: dict[frozenset[str], list[Person]] = {}
        for person in opened.people:
            self._addresses.setdefault(words(person.email), []).append(person)
            local = person.email.partition("@")[0]
            for name in {person.email, local, person.name, aliases.get(person.email, "")}:
                if words(name):
                    self._names.setdefault(words(name), []).append(person)

    def owner(self, parts: tuple[str, ...]) -> Person | None:
        """Return whose the file at *parts* below `handed-in/` is: the first part that says so."""
        return next((person for part in parts if (person := self.called(part))), None)

    def called(self, name: str) -> Person | None:
        """
        Return who *name* means: it has the words of one person's address, name or alias, and perhaps more.

        A learning platform writes `Ada Example_4711_assignsubmission_file`.  What has an address in it means
        the person of that address, never somebody whose name has the same words.
        """
        if itself := self._folders.get(folder_name(name).casefold()):
            return itself
        have, known = words(name), self._addresses if "@" in name else self._names
        if exact := known.get(have):
            return exact[0] if len(set(map(id, exact))) == 1 else None
        near = [(len(one), person) for one, found in known.items() if one < have for person in found]
        most = max((length for length, _ in near), default=0)
        best = {person.email: person for length, person in near if length == most and most > 1}
        return next(iter(best.values())) if len(best) == 1 else None


def words(name: str) -> frozenset[str]:
    """
    Return what is compared of a name: its words, without accents and capitals.

    >>> sorted(words("Jörg_Ä. Example")), sorted(words("joerg@example.org"))
    (['a', 'example', 'jorg'], ['example', 'joerg', 'org'])
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return frozenset(WORDS.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def folder_name(email: str) -> str:
    """
    Return the name of a person's folder: the address, without what means something in a path.

    >>> folder_name("ada@example.org"), folder_name("../x@y"), folder_name("a/b@c")
    ('ada@example.org', '_._x@y', 'a_b@c')
    """
    kept = "".join(letter if letter.isalnum() or letter in "@.-_+" else "_" for letter in email)
    return f"_{kept[1:]}" if kept.startswith(".") else kept
