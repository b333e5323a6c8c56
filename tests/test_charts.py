"""Charts: drawn from whatever rows there are, in words too, on light and dark; and the page of six."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import psycopg
import pytest
from click.testing import CliRunner
from matplotlib import colors
from matplotlib import image as matplotlib_image

from lessonlab import cli
from lessonlab.charts import marks
from lessonlab.charts.chart import DASHBOARD, alt, chart, dashboard
from lessonlab.charts.each_query import DRAWINGS
from lessonlab.charts.report_page import GENERATOR, ReportedCourse, choose, courses
from lessonlab.cli.report import reading
from lessonlab.errors import ConfigError, UnknownName
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect
from lessonlab.queries import find, queries
from lessonlab.queries.frame import frame

SAMPLES = {
    "text": ("alpha", "beta", "gamma"),
    "uuid": ("a", "b", "c"),
    "integer": (1, 2, 3),
    "bigint": (10, 25, 3),
    "numeric": (12.5, 80.0, 4.0),
    "boolean": (True, False, True),
    "date": tuple(datetime(2026, 3, day, tzinfo=UTC).date() for day in (2, 9, 16)),
    "timestamptz": tuple(datetime(2026, 3, day, tzinfo=UTC) for day in (2, 9, 16)),
    "interval": (timedelta(minutes=5), timedelta(hours=2), timedelta(days=3)),
}


def sample(name, rows=3, *, null=False):
    """Return a frame of the query *name* with *rows* rows, all figures NULL if *null*."""
    query = find(name)
    keep = {"lesson_id", "name", "cohort", "week", "weekday", "hour", "from_score", "to_score"}
    lines = [
        [None if null and c.name not in keep else SAMPLES[c.type][n] for c in query.columns]
        for n in range(rows)
    ]
    return frame(query, lines)


def pixels(drawn):
    """Return the pixels of a chart's image."""
    content = re.search(r"base64,([^\"]+)", drawn.picture.html)[1]
    return matplotlib_image.imread(BytesIO(base64.b64decode(content)))


# ------------------------------------------------------------------ charts


@pytest.mark.parametrize("name", DRAWINGS)
@pytest.mark.parametrize(("rows", "null"), [(3, False), (1, False), (0, False), (2, True)])
def test_chart_is_drawn_from_whatever_rows_there_are(name, rows, null):
    """Many rows, one, none, and rows without a figure; the table below has them all."""
    drawn = chart(name, sample(name, rows, null=null))

    assert drawn.picture.text.startswith(f"[picture: {DRAWINGS[name].title}: ")
    assert ("there are no rows" in drawn.picture.text) == (rows == 0 or null)
    assert repr(drawn) == f"{drawn.picture.text}\n{drawn.table!r}"
    assert drawn._repr_html_().count("<details><summary>The figures</summary>") == 1


@pytest.mark.parametrize("name", DRAWINGS)
def test_chart_reads_on_a_light_page_and_on_a_dark_one(name):
    """The page shows through, and nothing drawn is near black or near white."""
    image = pixels(chart(name, sample(name)))
    opaque = image[image[..., 3] > 0.99][..., :3].mean(axis=1)

    assert image[0, 0, 3] == 0
    assert (True, True) == (opaque.min() > 0.2, opaque.max() < 0.85)


def test_alt_text_is_made_from_the_data():
    """How many marks, which is the highest and which the lowest, with their units."""
    assert alt("dropout", sample("dropout")) == (
        "Where they stop: 3 marks. Highest: beta 80 % stopped; lowest: gamma 4 % stopped"
    )
    assert alt("time_to_complete", sample("time_to_complete")) == (
        "From opening to completing: 3 marks. Highest: gamma 3.0 days; lowest: alpha 5 min"
    )
    assert "Highest: Tue 02:00 25 begun" in alt("activity_by_hour", sample("activity_by_hour"))
    assert "09 Mar 2026, week 2 80 %" in alt("weekly_cohort_retention", sample("weekly_cohort_retention"))


def test_chart_is_the_same_twice():
    """The same rows give the same bytes."""
    assert repr(chart("funnel", sample("funnel"))) == repr(chart("funnel", sample("funnel")))
    assert chart("funnel", sample("funnel")) == chart("funnel", sample("funnel"))


def test_grid_shows_its_table_as_a_grid():
    """The table under a grid has its lines and heads."""
    table = chart("activity_by_hour", sample("activity_by_hour")).table

    assert table.columns == ("weekday", "1", "2", "3")
    assert table.rows[1] == (2, None, 25, None)


def test_every_query_has_a_picture():
    """Each file of `sql/analytics` is drawn in one line."""
    assert {query.name for query in queries()} == set(DRAWINGS)


def test_query_without_a_picture_says_which_have_one():
    """One that somebody adds may be a table only."""
    with pytest.raises(ConfigError, match=r"mine has no picture.*funnel") as caught:
        chart("mine", sample("funnel"))

    assert caught.value.cure == 'lab.query("mine", …)'


def test_marks_are_made_of_the_rows():
    """What a mark stands for is said where it is no column: two rates, a course's visits, a pause."""
    assert alt("completion_rate", sample("completion_rate", 1)) == (
        "Completed: 2 marks. Highest: of lessons that were opened 12.5 %; "
        "lowest: of lessons that were opened 12.5 %"
    )
    assert "⟨3 days⟩" in repr(chart("learners_at_risk", sample("learners_at_risk")))
    assert "Highest: beta, beta 25 completed" in alt("learners_at_risk", sample("learners_at_risk"))
    assert "3 marks. Highest: alpha 1 visits" in alt("recent_activity", sample("recent_activity"))
    assert "Highest: gamma gamma 72 h" in alt("user_activity_timeline", sample("user_activity_timeline"))


@pytest.mark.parametrize("color", [marks.INK, marks.HUE, marks.OTHER])
@pytest.mark.parametrize("paper", ["#ffffff", "#111111"])
def test_colours_stand_out_on_both_pages(color, paper):
    """Three to one at least, as for any figure that is to be seen."""
    light, dark = sorted((luminance(color), luminance(paper)), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 3


def test_two_hues_differ_for_the_colour_blind():
    """Seen without red or without green, blue and ochre are far apart: one is blue, the other is not."""
    hue, other = colors.to_rgb(marks.HUE), colors.to_rgb(marks.OTHER)

    assert abs(hue[2] - other[2]) > 0.5


def luminance(color):
    """Return the relative luminance of a colour."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colors.to_rgb(color)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def test_dashboard_says_all_six():
    """One picture, six sentences, and the headline below."""
    drawn = dashboard({name: sample(name) for name in DASHBOARD}, sample("completion_rate", 1))

    assert all(f"{DRAWINGS[name].title}: 3 marks" in drawn.picture.text for name in DASHBOARD)
    assert drawn.table.columns[:3] == ("started", "completed", "rate")


# ------------------------------------------------------------------ the report


def report(*arguments):
    """Run `lessonlab report` in this process."""
    return CliRunner().invoke(cli.commands, ["report", *map(str, arguments)], prog_name="lessonlab")


@pytest.mark.slow
def test_report_is_one_file_without_script_or_network(tmp_path, small):
    """A course by its title, six pictures with words, their figures, whom to write to; an older one goes."""
    page = tmp_path / "a class.html"
    page.write_text(GENERATOR, encoding="utf-8")
    done = report("--html", page, "--dsn", small, "--course", "databases")
    text = page.read_text(encoding="utf-8")

    assert (done.exit_code, done.output) == (0, f"Databases, 54 learners: {page}\n")
    assert len(re.findall(r'<img src="data:image/png;base64,[^"]+" alt="[^"]*\w', text)) == len(DASHBOARD)
    assert text.count("<details>") == len(DASHBOARD)
    assert re.findall(r"<script|https?:|//[a-z]|@import|url\(", re.sub(r"base64,[^\"]+", "", text)) == []
    assert "Whom should we write to this week?" in text


@pytest.mark.slow
def test_report_names_nobody_when_asked(tmp_path, small):
    """Without names there is no list of people."""
    page = tmp_path / "class.html"
    report("--html", page, "--dsn", small, "--course", "Databases", "--without-names")

    with connect(small) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM users WHERE length(name) > 4")]
    text = re.sub(r"base64,[^\"]+", "", page.read_text(encoding="utf-8"))
    assert [name for name in names if name in text] == []


def test_courses_come_the_most_begun_first(small):
    """Without a title the report is on the course that most began."""
    with connect(small) as connection:
        known = courses(connection)

    assert [(course.title, course.learners) for course in known[:2]] == [
        ("Web Development", 79),
        ("Python", 55),
    ]
    assert choose(known, None) == known[0]


def test_report_reads_only(small):
    """The session of a report cannot write, whatever it is told."""
    with reading(small) as connection, pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        connection.execute("DELETE FROM lesson_progress")


@pytest.mark.slow
def test_report_of_a_course_that_nobody_began(tmp_path, dsn):
    """No rows, and a title that is not HTML: the page says so and shows the title as it is."""
    with connect(dsn) as connection:
        apply_set(connection, "schema")
        connection.execute("INSERT INTO courses (title, lesson_count) VALUES ('<b>R & D</b>', 3)")
    page = tmp_path / "class.html"
    done = report("--html", page, "--dsn", dsn)
    text = page.read_text(encoding="utf-8")

    assert done.exit_code == 0, done.output
    assert "&lt;b&gt;R &amp; D&lt;/b&gt;" in text
    assert "<b>R" not in text
    assert "nothing yet" in text
    assert "there are no rows" in text


def test_names_with_dollars_are_names(tmp_path, dsn):
    """What a school calls its lessons is not taken for mathematics."""
    with connect(dsn) as connection:
        apply_set(connection, "schema")
        connection.execute("INSERT INTO users (email, name) VALUES ('a@x.org', 'Mina')")
        connection.execute("INSERT INTO courses (title, lesson_count) VALUES ('Prices', 3)")
        connection.execute(
            r"""INSERT INTO lesson_progress (user_id, course_id, lesson_id)
                SELECT users.id, courses.id, '$$-to-$\frac$' FROM users, courses"""
        )
    result = report("--html", tmp_path / "class.html", "--dsn", dsn)

    assert 0 == result.exit_code
    assert r"$$-to-$\frac$" in (tmp_path / "class.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_report_of_our_own_class(tmp_path, server):
    """With no database named, a class of ours is cloned and dropped."""
    done = report("--html", tmp_path / "class.html")

    assert "A fresh small class of ours is reported on." in done.output
    with connect(server.dsn) as connection:
        left = connection.execute(
            "SELECT count(*) FROM pg_database WHERE datname LIKE 'lab\\_report%'"
        ).fetchone()
    assert left == (0,)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--course", "Databses"],
            "there is no course 'Databses', did you mean 'Databases'\nnext: --course 'Databases'",
        ),
        (["--notebook", "03"], "no notebook has 03_storage_models open\nnext: lessonlab start 03"),
        (["--notebook", "storag_models"], "did you mean '03_storage_models'"),
    ],
)
def test_report_says_what_is_wrong_and_what_next(tmp_path, small, arguments, said):
    """One of our errors, two lines, exit code 1, and no file."""
    done = report("--html", tmp_path / "class.html", "--dsn", small, *arguments)

    assert done.exit_code == 1
    assert said in done.output
    assert not (tmp_path / "class.html").exists()


def test_report_keeps_what_it_did_not_make(tmp_path):
    """A file of somebody's, a folder, and a folder that is not there are refused before any work."""
    notes = tmp_path / "notes.html"
    notes.write_text("mine", encoding="utf-8")

    assert "is not a report, and is kept" in report("--html", notes).output
    assert notes.read_text(encoding="utf-8") == "mine"
    assert "is a folder" in report("--html", tmp_path).output
    missing = tmp_path / "a b" / "c.html"
    assert f"next: mkdir -p '{missing.parent}'" in report("--html", missing).output.splitlines()


def test_tables_of_another_kind_are_our_error(tmp_path, dsn):
    """A database with the names but not the columns: what the server said, and what is needed."""
    with connect(dsn) as connection:
        connection.execute("CREATE TABLE users (); CREATE TABLE courses (); CREATE TABLE lesson_progress ()")
    done = report("--html", tmp_path / "class.html", "--dsn", dsn)

    assert done.exit_code == 1
    assert done.output.startswith("lessonlab: the server refused: column ")
    assert "next: the tables must be those of the course: sql/schema" in done.output


def test_course_is_chosen_by_title_or_id():
    """Case does not matter; two of one title are told apart by their ids."""
    one, two, three = (ReportedCourse(f"0000-{n}", title, n) for n, title in enumerate(("SQL", "SQL", "R")))

    assert choose([one, two, three], "r") == three
    assert choose([one, two, three], "0000-1") == two
    with pytest.raises(UnknownName, match="2 courses are called 'sql'") as caught:
        choose([one, two, three], "sql")
    assert caught.value.cure == "name one by its id: 0000-0, 0000-1"
    with pytest.raises(UnknownName, match="this database has no courses"):
        choose([], None)
