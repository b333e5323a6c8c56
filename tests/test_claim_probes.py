"""The probes of the claims: each belongs to one, sees what is taught, and would see it if it were not so."""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field

import pytest

from lessonlab import content
from lessonlab.authoring.claim_calls import claim_sizes, code_cells
from lessonlab.course.claim_names import claim_ids
from lessonlab.course.claims import load_claims
from lessonlab.course.facts import agree
from lessonlab.errors import SqlError
from lessonlab.grading.claim_probes import KINDS, fact_of, kinds, measures_of
from lessonlab.postgres.copies import Copies
from lessonlab.postgres.server import Server
from lessonlab.postgres.sqlerrors import SYNTAX_ERROR
from lessonlab.statements.claim_cells import names_of, seen_by
from lessonlab.statements.probing import Prober

FILES = sorted(path.stem for path in (content.folder("sql") / "claims").glob("*.sql") if path.stem != "names")
SIZES = claim_sizes(content.folder("notebooks"))
CASES = [
    pytest.param(
        name.upper(), size, id=f"{name.upper()}-{size}", marks=[pytest.mark.slow] * (size == "large")
    )
    for name in FILES
    for size in sorted(SIZES.get(name.upper(), ()))
]

# What is taken away from a class: in one of these worlds each probe must come out otherwise.
WORLDS = {
    "nothing was prepared": "",
    "nobody is there": """
        DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(oid::regclass::text, ', ') FROM pg_class
            WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace); END $$""",
    "no rule": """
        DO $$ DECLARE made record; BEGIN
        FOR made IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
                    WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
                      AND contype <> 'n' ORDER BY contype = 'f' DESC LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', made.owner, made.conname);
        END LOOP;
        FOR made IN SELECT attrelid::regclass AS owner, attname FROM pg_attribute
                    JOIN pg_class AS c ON c.oid = attrelid AND relkind IN ('r', 'p')
                    WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped LOOP
          EXECUTE format('ALTER TABLE %s ALTER %I DROP NOT NULL, ALTER %I DROP DEFAULT',
                         made.owner, made.attname, made.attname);
        END LOOP; END $$""",
    "no trigger": """
        DO $$ DECLARE made record; BEGIN
        FOR made IN SELECT tgrelid::regclass AS owner, tgname FROM pg_trigger
                    WHERE NOT tgisinternal AND tgparentid = 0 LOOP
          EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.owner);
        END LOOP; END $$""",
    "no index": """
        DO $$ DECLARE made record; BEGIN
        FOR made IN SELECT indexrelid::regclass AS name FROM pg_index JOIN pg_class AS c ON c.oid = indrelid
                    WHERE relnamespace = 'public'::regnamespace
                      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) LOOP
          EXECUTE format('DROP INDEX %s', made.name);
        END LOOP;
        FOR made IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
                    WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'x') LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', made.owner, made.conname);
        END LOOP; END $$""",
    "no schema": "DROP SCHEMA public CASCADE; CREATE SCHEMA public",
}
NO_SCHEMA = "no schema"  # says little of a rule or of a plan: what asks for these must fail elsewhere

# What no world changes, and why that is right.  A text that is no SQL (42601) is refused in every world.
CATALOG = "the columns of the server's own views are the same whatever the class is"
ALWAYS_SO = {("G104", "as_printed"): CATALOG}
PRIVILEGED = re.compile(r"^%claims --needs superuser (.*)$", re.MULTILINE)
FOR_A_SUPERUSER = {  # anybody else is refused
    name
    for path in content.folder("notebooks").glob("*.ipynb")
    for cell in code_cells(path)
    for line in PRIVILEGED.findall(cell)
    for name in claim_ids(line)
}


@dataclass
class Copied:
    """Copies that the tests of this file share: one of each size, with the names of its people."""

    copies: dict[str, Copies]
    stack: ExitStack
    made: dict[str, tuple] = field(default_factory=dict)

    def shared(self, size):
        """Return the session in the shared copy of *size*, and its names."""
        if size not in self.made:
            connection = self.stack.enter_context(self.copies[size].one())
            self.made[size] = connection, names_of(connection)
        return self.made[size]

    @contextmanager
    def for_one(self, measures, size):
        """Open the session and names for one claim: a copy of its own where it needs one."""
        if measures.apart:
            with self.copies[size].one() as own:
                yield own, names_of(own)
        else:
            yield self.shared(size)


@contextmanager
def copied_from(server):
    """Open what makes copies of both classes of *server*, each when it is first asked for."""
    with ExitStack() as stack:
        yield Copied({size: Copies(lambda: server, size) for size in ("small", "large")}, stack)


@pytest.fixture(scope="module")
def copied(server):
    """Return what makes copies of both classes."""
    with copied_from(server) as made:
        yield made


def test_every_file_belongs_to_a_claim():
    """A file is called after a claim; the page that shows it says in which class it is tried."""
    assert [name for name in FILES if name.upper() not in load_claims()] == []


def test_every_prepared_file_is_used_by_a_claim():
    """What stands in sql/prepared is run by a `do` of a claim."""
    files = {path.stem for path in (content.folder("sql") / "prepared").glob("*.sql")}
    every = [probe for name in FILES for probe in measures_of(load_claims()[name.upper()]).probes]
    assert {probe.argument for probe in every if probe.verb == "do" and probe.argument} == files


@pytest.mark.parametrize("name", FILES)
def test_probes_and_facts_agree(name):
    """Each fact has one probe, each probe that measures a fact has one, and all is well formed."""
    claim = load_claims()[name.upper()]
    measured = [fact for probe in measures_of(claim).probes if (fact := fact_of(probe))]
    assert sorted(measured) == sorted(claim.facts(99))


def test_kinds_count_every_claim_once():
    """Each claim is measured by probes or by a cell, or there is nothing to measure."""
    found = kinds()
    assert tuple(found) == KINDS
    assert sorted(name for names in found.values() for name in names) == sorted(load_claims())
    assert sorted(name.lower() for name in found["probes"]) == FILES
    assert all(not load_claims()[name].facts(99) for name in found["not testable"] + found["counted"])


@pytest.mark.parametrize(("name", "size"), CASES)
def test_a_claim_is_as_taught(copied, name, size):
    """On a fresh copy of the class of its page each claim is what claims.toml says."""
    measures = measures_of(load_claims()[name])
    with copied.for_one(measures, size) as (session, names):
        assert seen_by(session, measures, names).disagreements == ()


@pytest.mark.slow
def test_small_claims_are_as_taught_on_15_as_a_role_with_createdb(as_student):
    """The oldest server agrees, with what claims.toml says of it, and nobody needs more rights."""
    wrong = {}
    with copied_from(Server(as_student, local=False)) as made:
        for name in (name for name, sizes in SIZES.items() if "small" in sizes and name.lower() in FILES):
            measures = measures_of(load_claims()[name])
            with made.for_one(measures, "small") as (session, names):
                assert session.info.server_version // 10_000 == 15
                wrong[name] = seen_by(session, measures, names).disagreements
    refused = {name: [found.have for found in wrong.pop(name)] for name in FOR_A_SUPERUSER}
    assert wrong == dict.fromkeys(wrong, ())
    assert [name for name, said in refused.items() if len(said) != 1 or "42501" not in said[0]] == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "size"), CASES)
def test_each_probe_can_fail(copied, name, size):
    """In a world where something is missing each probe comes out otherwise than it is taught."""
    measures = measures_of(load_claims()[name])
    left = {called(probe): probe for probe in measures.probes if is_judged(measures.claim, probe)}
    left = {label: probe for label, probe in left.items() if (name, label) not in ALWAYS_SO}
    for world in sorted(WORLDS, key=lambda world: world != NO_SCHEMA):  # most probes fail there at once
        if left:
            failed = failing(copied, measures, size, world)
            left = {label: probe for label, probe in left.items() if not counts(failed, label, probe, world)}
    assert sorted(left) == [], f"{name}: these come out as taught whatever is missing"


def counts(failed, label, probe, world):
    """Say whether *world* shows that a probe can fail; of rules and plans it takes more than no table."""
    of_rules = probe.verb in {"index", "pages"} or str(failed.get(label, "")).startswith("23")
    return label in failed and not (world == NO_SCHEMA and of_rules)


def is_judged(claim, probe):
    """Say whether *probe* decides on *claim*, and is no matter of syntax."""
    fact = fact_of(probe)
    return probe.verb != "do" and fact not in claim.shown and claim.expect.get(fact) != SYNTAX_ERROR


def called(probe):
    """Return the fact that a probe measures, or its label."""
    return fact_of(probe) or probe.label


def failing(copied, measures, size, world):
    """Return what was wanted of the probes that fail in *world*, by what they are called."""
    prepared = world != "nothing was prepared"
    with copied.for_one(measures, size) as (session, names):
        together = not measures.apart
        with session.transaction(force_rollback=True) if together else nullcontext():
            session.execute("SET statement_timeout = '20s'")
            session.execute(WORLDS[world])
            session.execute("DEALLOCATE ALL")
            prober = Prober(session, names, together=together)
            return dict(failures(prober, measures, prepared=prepared))


def failures(prober, measures, *, prepared):
    """Yield what each probe that fails is called, with what was wanted; a `do` that fails ends nothing."""
    wanted = measures.claim.expected(prober.connection.info.server_version // 10_000)
    for probe in measures.probes:
        fact = fact_of(probe)
        if not fact:
            if probe.verb != "do" or prepared:
                want, have = prober.judge(probe)
                if want != have:
                    yield probe.label, want
        elif fact in wanted:
            try:
                fails = not agree(wanted[fact], getattr(prober, probe.verb)(probe.text))
            except SqlError:
                fails = True
            if fails:
                yield fact, wanted[fact]


@pytest.mark.parametrize(("name", "label"), list(ALWAYS_SO))
def test_what_is_always_so_is_a_probe(name, label):
    """The list holds no probe that is gone."""
    assert label in {called(probe) for probe in measures_of(load_claims()[name]).probes}


REAL = (content.folder("sql") / "claims/g190.sql").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("--@ value delete: worked out at home\nSELECT '23503';\n", "delete"),
        ("--@ sqlstate delete: of no table\nDO $$ BEGIN RAISE SQLSTATE '23503'; END $$;\n", "delete"),
        (f"{REAL}--@ true: of nobody\nSELECT 1 + 1 = 2;\n", "of nobody"),
        (f"{REAL}--@ refused 42601: no statement\nSELEC 1;\n", "no statement"),
    ],
)
def test_a_probe_that_cannot_fail_is_seen(copied, monkeypatch, tmp_path, text, label):
    """What asks nothing of the class comes out the same in every world."""
    path = tmp_path / "g190.sql"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("lessonlab.grading.claim_probes.path_of", lambda _: path)
    with pytest.raises(AssertionError, match=f"\\['{label}'\\]"):
        test_each_probe_can_fail(copied, "G190", "small")


def test_worlds_lack_what_they_are_called_after(copied):
    """Each world is what its name says, and the class is whole again afterwards."""
    session, _ = copied.shared("small")
    counted = {
        "nobody is there": "SELECT count(*) FROM users",
        "no rule": "SELECT count(*) FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        "no trigger": "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal",
        "no index": "SELECT count(*) FROM pg_indexes WHERE schemaname = 'public'",
        NO_SCHEMA: "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace",
    }
    before = {world: session.execute(query).fetchone() for world, query in counted.items()}
    for world, query in counted.items():
        with session.transaction(force_rollback=True):
            session.execute(WORLDS[world])
            assert session.execute(query).fetchone() == (0,), world
    assert {world: session.execute(query).fetchone() for world, query in counted.items()} == before
    assert (0,) not in before.values()
