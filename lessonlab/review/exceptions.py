"""
What a review leaves out: findings that somebody answered for, and those that were there before.

    --ignore RULE[:OBJECT]=REASON

    [[review.ignore]]                          in lessonlab.toml
    rule = "updated_at_without_trigger"
    object = "legacy.*"                        a pattern as in a shell; every object where it is not said
    reason = "the nightly import sets it"
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError
from lessonlab.review.found import ANY, Ignore
from lessonlab.review.rules import rules

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from lessonlab.review.findings import Review
    from lessonlab.review.found import Finding

FILE = "lessonlab.toml"
KEYS = {"rule", "object", "reason"}


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What the `[review]` table of a *file* says: what to *ignore*, and where the *baseline* is."""

    ignore: tuple[Ignore, ...] = ()
    baseline: Path | None = None


def leave_out(review: Review, ignores: Sequence[Ignore]) -> Review:
    """Return *review* without what *ignores* covers, which is kept apart."""
    covers = [
        (finding, next((one for one in ignores if one.covers(finding)), None)) for finding in review.findings
    ]
    ignored = tuple((finding, ignore) for finding, ignore in covers if ignore)
    used = {ignore for _, ignore in ignored}
    return replace(
        review,
        findings=tuple(finding for finding, ignore in covers if ignore is None),
        ignored=ignored,
        idle=tuple(ignore for ignore in ignores if ignore not in used),
    )


def without(review: Review, before: Collection[tuple[str, str]]) -> Review:
    """Return *review* without the findings that were there *before*, which are counted."""
    new = tuple(finding for finding in review.findings if identity(finding) not in before)
    return replace(review, findings=new, before=len(review.findings) - len(new))


def identity(finding: Finding) -> tuple[str, str]:
    """Return what makes *finding* the same at another time, whatever was counted."""
    return finding.rule.name, finding.object


def parse_ignore(text: str) -> Ignore:
    """
    Return what `--ignore RULE[:OBJECT]=REASON` says; raise `ConfigError` for what nobody can obey.

    >>> parse_ignore("json_as_text:log.body=kept as it came")
    Ignore(rule='json_as_text', reason='kept as it came', object='log.body')
    """
    named, _, reason = text.partition("=")
    rule, _, object_ = named.partition(":")
    return checked(
        {"rule": rule.strip(), "object": object_.strip() or ANY, "reason": reason}, f"--ignore {text!r}"
    )


def read_exceptions(file: Path) -> Exceptions:
    """Return what the `[review]` table of *file* says; raise `ConfigError` where it cannot be used."""
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8")).get("review", {})
    except OSError as error:
        message = f"{str(file)!r} cannot be read: {error.strerror}"
        raise ConfigError(message, cure="name another file with --config") from None
    except ValueError as error:  # not TOML, or not text
        raise ConfigError(f"{file.name} is not TOML: {error}", cure=f"mend {str(file)!r}") from None
    if not fits(said):
        raise ConfigError(
            f"{file.name}: [review] holds baseline = 'FILE' and tables [[review.ignore]], and nothing else",
            cure=f"mend {str(file)!r}",
        )
    entries = enumerate(said.get("ignore", []), 1)
    ignores = tuple(checked(entry, f"{file.name}, entry {place}") for place, entry in entries)
    return Exceptions(ignores, file.parent / said["baseline"] if "baseline" in said else None)


def fits(said: Any) -> bool:
    """
    Say whether *said* is what `[review]` may hold.

    >>> fits({"baseline": "review.json", "ignore": []}), fits({"ignore": "json_as_text"}), fits({"skip": []})
    (True, False, False)
    """
    wanted = {"ignore": list, "baseline": str}
    return isinstance(said, dict) and all(
        isinstance(value, wanted.get(key, ())) for key, value in said.items()
    )


def checked(entry: Any, where: str) -> Ignore:
    """Return *entry*, which stands *where*, as it can be obeyed; raise `ConfigError` otherwise."""
    said = entry if isinstance(entry, dict) else {}
    names = {rule.name for rule in rules()} | {ANY}
    rule, reason = said.get("rule", ""), said.get("reason", "")
    if rule not in names:
        near = get_close_matches(str(rule), names, 1, 0.4)
        meant = f", did you mean {near[0]!r}" if near else ""
        raise ConfigError(f"{where}: there is no rule {rule!r}{meant}", cure="lessonlab review --help")
    if set(said) - KEYS or not all(isinstance(value, str) for value in said.values()):
        raise ConfigError(f"{where}: want texts for rule, object and reason", cure="name these three only")
    if not reason.strip():
        raise ConfigError(
            f"{where}: why may it stay? A reason is missing",
            cure="--ignore RULE:OBJECT='the reason', or reason = 'the reason' in lessonlab.toml",
        )
    return Ignore(rule, reason.strip(), said.get("object", ANY))


def read_baseline(file: Path) -> frozenset[tuple[str, str]]:
    """Return what was found when *file* was written, by `--write-baseline` or `--json`."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        return frozenset((found["rule"], found["object"]) for found in document["findings"])
    except OSError as error:
        raise ConfigError(
            f"the baseline {str(file)!r} cannot be read: {error.strerror}",
            cure=f"lessonlab review --write-baseline {file}",
        ) from None
    except (ValueError, KeyError, TypeError):
        raise ConfigError(
            f"{str(file)!r} is no baseline: want JSON with the findings of a review",
            cure=f"lessonlab review --write-baseline {file}",
        ) from None


def baseline(review: Review) -> dict[str, list[dict[str, str]]]:
    """Return *review* as a baseline keeps it: in a steady order, so that a change of it reads well."""
    pairs = sorted(map(identity, review.findings))
    return {"findings": [{"rule": rule, "object": object_} for rule, object_ in pairs]}
