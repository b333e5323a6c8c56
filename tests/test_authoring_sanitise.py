"""tests/sanitize.cfg: what it blanks, what it must not, and that nbval reads it as we do."""

from pathlib import Path

import pytest
from nbval.plugin import get_sanitize_patterns

from lessonlab.authoring.sanitise import load_patterns, sanitise
from lessonlab.errors import ContentError

PATH = Path(__file__).with_name("sanitize.cfg")


def test_same_rules_as_nbval():
    """We read the rules that nbval reads, in its order, and every rule of the file is one of them."""
    text = PATH.read_text(encoding="utf-8")
    assert get_sanitize_patterns(text) == load_patterns(PATH)
    assert text.count("\nregex:") == len(load_patterns(PATH))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ready in ⟨0.3 s⟩", "ready in ⟨12 s⟩"),
        ("| ⟨0.3 s⟩   | 7", "| ⟨1,234 s⟩ | 7"),
        ("⟨3 in the cache⟩", "⟨3 in the cache, 1 read⟩"),
        ('<td style="x">⟨2.2 ×⟩</td>', '<td style="x">⟨3.4 ×⟩</td>'),
        (
            '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a">',
            '<img src="data:image/png;base64,AAAA+/=" alt="a">',
        ),
        ("0198e1a2-7b3c-7def-8abc-0123456789ab", "5f0c6e1a-1111-4222-9333-444455556666"),
        ("at 2026-11-22 19:05:12.123456+00 now", "at 2027-01-02 03:04:05+01:00 now"),
        (
            " at                     | n\n------------------------+---\n 2026-11-22 19:05:12.12 | 1",
            " at                  | n\n---------------------+---\n 2026-11-22 19:05:12 | 1",
        ),
        ("2026-11-22T19:05:12Z", "2026-11-23T00:00:00.5Z"),
        ("[(datetime.datetime(2026, 11, 22, 1, 2),)]", "[(datetime.datetime(2026, 1, 2, 3, 4, 5),)]"),
        (
            "datetime.datetime(2026, 11, 22, 1, 2, tzinfo=zoneinfo.ZoneInfo(key='UTC'))",
            "datetime.datetime(2025, 1, 2, tzinfo=datetime.timezone.utc)",
        ),
        (
            "Seq Scan on t  (cost=0.00..22.70 rows=1270 width=36)",
            "Seq Scan on t  (cost=0.00..9.70 rows=2 width=36)",
        ),
        ("(actual time=0.010..0.020 rows=3.00 loops=1)", "(actual time=0.1..0.2 rows=3.00 loops=1)"),
        ("Planning Time: 0.123 ms", "Planning Time: 9.1 ms"),
        (":written = 0/32BBF90", ":written = 1A/32BCF108"),
        ("Buffers: shared hit=4 read=3\nEnd", "Buffers: shared hit=7\nEnd"),
    ],
)
def test_blanked(one, other):
    """Two runs that differ only in this compare equal."""
    patterns = load_patterns(PATH)
    assert sanitise(one, patterns) == sanitise(other, patterns)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ready in ⟨0.3 s⟩, 5 rows", "ready in ⟨0.3 s⟩, 6 rows"),
        ('<img src="data:image/png;base64,AAAA" alt="a">', '<img src="data:image/png;base64,AAAA" alt="b">'),
        (
            "Seq Scan on users  (cost=0.00..1.0 rows=1 width=3)",
            "Index Scan on users  (cost=0.00..1.0 rows=1 width=3)",
        ),
        (" a | b\n---+---\n 1 | 2", " a | b\n---+---\n 1 | 3"),
        (" a | b\n---+---\n 1 | 2", " a\n---\n 1 | 2"),
        ("born 2026-11-22", "born 2026-11-23"),
        ("took ⟨0.042 ms⟩", "took ⟨42 days⟩"),
        ("took ⟨0.042 ms⟩", "took ⟨0.042 s⟩"),
        ("⟨2.2 ×⟩ slower", "⟨2.2⟩ slower"),
        ("⟨0.3 s⟩ a ⟨0.4 s⟩", "⟨0.3 s⟩ b ⟨0.4 s⟩"),
        ("Buffers: shared hit=1\n5 rows", "Buffers: shared hit=1\n6 rows"),
    ],
)
def test_not_blanked(one, other):
    """What a reader would call another result is not blanked."""
    patterns = load_patterns(PATH)
    assert sanitise(one, patterns) != sanitise(other, patterns)


def test_missing_file(tmp_path):
    """Without the file, as in an installed copy, the error says where to go."""
    with pytest.raises(ContentError, match="normalised in a checkout"):
        load_patterns(tmp_path / "sanitize.cfg")
