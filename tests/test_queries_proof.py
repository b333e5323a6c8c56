"""
Each query of `sql/analytics` against a computation of its own over the raw rows, on every server version.

The rows of a data set live in one transaction that is rolled back, in which now() stands still: so rows may
lie exactly on the boundary of "the last 7 days".  Rounding is exact on both sides.
"""

from __future__ import annotations

import itertools
import math
import uuid
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from zoneinfo import ZoneInfo

import pandas as pd
import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from psycopg import conninfo, sql

from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect
from lessonlab.postgres.templates import create_statement
from lessonlab.queries import find, queries, run

MAJORS = (15, 16, 17, 18)
USERS = {
    uuid.UUID(int=n): zone for n, zone in enumerate(("UTC", "Asia/Tehran", "America/New_York", "UTC"), 1)
}
COURSES = {uuid.UUID(int=11): (4, 70), uuid.UUID(int=12): (2, 55)}  # lessons, passing score
ANN, BEN, CAS, DAN = USERS
ONE, TWO = COURSES
LESSONS = ("introduction", "joins", "keys", "views")
DAY = timedelta(days=1)
TRIED = 4


def row(
    user, course, lesson, *, done=False, seconds=0, attempts=0, score=None, first=None, last=None, at=None
):
    """Return a row of progress; times are days before now."""
    return {
        "user": user, "course": course, "lesson": lesson, "done": done, "seconds": seconds,
        "attempts": attempts, "score": score, "first": first, "last": last, "at": at,
    }  # fmt: skip


NULLS = {"seconds": None, "attempts": None, "score": None}
DATA = {
    "empty": [],
    "one row": [row(ANN, ONE, "joins", done=True, seconds=3600, attempts=1, score=70, first=9, last=8, at=8)],
    "ties": [
        row(user, ONE, lesson, done=user != CAS, seconds=600, attempts=4, score=70, first=30, last=7, at=29)
        for user in (ANN, BEN, CAS)
        for lesson in LESSONS[:3]
    ],
    "all NULL": [row(user, ONE, lesson, **NULLS) for user in USERS for lesson in LESSONS[:2]],
    "duplicates across courses": [
        row(
            user,
            course,
            lesson,
            done=course == ONE,
            seconds=900 + n,
            attempts=n,
            score=10 * n,
            first=20 - n,
            last=10,
            at=15 - n if course == ONE else None,
        )
        for n, (user, course, lesson) in enumerate(itertools.product(USERS, COURSES, LESSONS[:1]))
    ],
    "a full class": [
        row(
            user,
            course,
            lesson,
            done=n % 3 > 0,
            seconds=(n * 997) % 5000,
            attempts=n % 7,
            score=(n * n * 37 + 11 * n) % 101,
            first=40 - n,
            last=35 - n * 0.9,
            at=38 - n if n % 3 else None,
        )
        for n, (user, course, lesson) in enumerate(itertools.product(USERS, COURSES, LESSONS))
    ],
    "two lessons at one moment": [  # the one after them is the third, not the second
        *(row(ANN, ONE, lesson, first=20, last=9) for lesson in LESSONS[:2]),
        row(ANN, ONE, "keys", first=10, last=9),
        row(BEN, ONE, "introduction", first=20, last=9),
        row(BEN, ONE, "views", first=10, last=9),
    ],
    "on the boundaries": [
        row(ANN, ONE, "joins", attempts=4, score=69, seconds=1, first=30, last=7),
        row(ANN, ONE, "keys", attempts=3, score=0, first=30, last=30),
        row(BEN, ONE, "joins", attempts=5, score=100, first=60, last=30),
        row(CAS, ONE, "joins", done=True, attempts=10, score=90, seconds=3599, first=1, last=1, at=1.5),
        row(DAN, ONE, "views", attempts=4, score=9, seconds=3601, first=7, last=0),
        row(DAN, TWO, "joins", done=True, score=55, first=21, last=14, at=None),
    ],
}

ago = st.sampled_from((None, 0, 0.01, 0.5, 1, 1.25, 3, 6.9, 7, 7.1, 14, 21.3, 29.9, 30, 30.1, 45, 61.7))
progress = st.builds(
    row,
    st.sampled_from(list(USERS)),
    st.sampled_from(list(COURSES)),
    st.sampled_from(LESSONS),
    done=st.booleans(),
    seconds=st.sampled_from((None, 0, 1, 59, 600, 601, 3599, 3600, 100_000)),
    attempts=st.sampled_from((None, 0, 1, 2, 3, 4, 5, 11)),
    score=st.sampled_from((None, 0, 9, 10, 54, 55, 69, 70, 71, 99, 100)),
    first=ago,
    last=ago,
    at=ago,
)
classes = st.lists(progress, max_size=24, unique_by=lambda r: (r["user"], r["course"], r["lesson"]))


@pytest.fixture(scope="module", params=MAJORS, ids=lambda major: f"pg{major}")
def school(request, servers):
    """Yield a connection to a database with the schema, four learners and two courses."""
    server = servers(request.param)
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute(create_statement(name, admin.info.server_version))
        try:
            with connect(conninfo.make_conninfo(server.dsn, dbname=name)) as inside:
                apply_set(inside, "schema")
                people(inside)
                yield inside
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def people(connection):
    """Put the learners and the courses in."""
    for n, (user, zone) in enumerate(USERS.items()):
        connection.execute(
            "INSERT INTO users (id, email, name, time_zone) VALUES (%s, %s, %s, %s)",
            [user, f"{n}@example.org", f"learner {n}", zone],
        )
    for course, (lessons, passing) in COURSES.items():
        connection.execute(
            "INSERT INTO courses (id, title, lesson_count, passing_score) VALUES (%s, %s, %s, %s)",
            [course, f"course {course.int}", lessons, passing],
        )


def put(connection, rows):
    """Insert *rows*, and return them as a frame with their times, and the time that it is."""
    now = connection.execute("SELECT now()").fetchone()[0]
    known = [
        r | {key: None if r[key] is None else now - r[key] * DAY for key in ("first", "last", "at")}
        for r in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            """INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, time_spent_seconds,
                 attempts, score, first_started_at, last_accessed_at, completed_at)
               VALUES (%(user)s, %(course)s, %(lesson)s, %(done)s, %(seconds)s, %(attempts)s, %(score)s,
                       %(first)s, %(last)s, %(at)s)""",
            known,
        )
    columns = ["user", "course", "lesson", "done", "seconds", "attempts", "score", "first", "last", "at"]
    return pd.DataFrame(known, columns=columns, dtype=object), now


# ------------------------------------------------------------------ the computations


def half_up(value, places):
    """Return a fraction rounded as SQL rounds numeric."""
    if value is None:
        return None
    with localcontext(prec=60):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return float(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def percent(part, whole):
    """Return *part* of *whole* in per cent, `None` of nothing."""
    return half_up(Fraction(100 * part, whole), 1) if whole else None


def known(values):
    """Return *values* without the missing ones, in order."""
    return sorted(value for value in values if not missing(value))


def missing(value):
    """Say whether *value* is NULL."""
    return (
        value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value))
    )


def mean(values, by=1):
    """Return the exact mean of *values*, divided by *by*."""
    values = known(values)
    return Fraction(sum(values), len(values) * by) if values else None


def quantile(values, share, by=1):
    """Return the interpolated quantile, exactly."""
    values = known(values)
    if not values:
        return None
    place = Fraction(share) * (len(values) - 1)
    low = values[int(place)]
    high = values[math.ceil(place)]
    return (low + (high - low) * (place - int(place))) / by


def middle(spans):
    """Return the median of time spans."""
    spans = known(spans)
    return (spans[(len(spans) - 1) // 2] + spans[len(spans) // 2]) / 2 if spans else None


def deviation(values):
    """Return the sample standard deviation."""
    values = known(values)
    n = len(values)
    if n < 2:
        return None
    square = Fraction(n * sum(v * v for v in values) - sum(values) ** 2, n * (n - 1))
    with localcontext(prec=60):
        exact = (Decimal(square.numerator) / Decimal(square.denominator)).sqrt()
        return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def last_first(value):
    """Return a key that sorts NULL last."""
    return (missing(value), 0 if missing(value) else value)


def newest(value):
    """Return a key that sorts the newest first, NULL last."""
    return (missing(value), 0 if missing(value) else -value.timestamp())


def total(values):
    """Return the sum of what is known."""
    return sum(known(values))


def lessons_of(frame, course):
    """Yield each lesson of *course* with its rows."""
    yield from frame[frame.course == course].groupby("lesson", sort=True)


def name_of(user):
    return f"learner {list(USERS).index(user)}"


def user_progress_summary(frame, _now, user, course):
    mine = frame[(frame.user == user) & (frame.course == course)]
    found = (
        mine[["lesson", "done", "seconds", "attempts", "score", "first", "last", "at"]].to_numpy().tolist()
    )
    return sorted(found, key=lambda r: (last_first(r[5]), r[0]))


def user_course_time(frame, _now, user, course):
    mine = frame[(frame.user == user) & (frame.course == course)]
    seconds = total(mine.seconds)
    return [(len(mine), seconds, half_up(Fraction(seconds, 3600), 2))]


def user_activity_timeline(frame, _now, user, course):
    events = []
    for r in frame[frame.user == user].itertuples():
        if course is None or r.course == course:
            seen = None if r.last in {r.first, r.at} else r.last
            times = enumerate(zip(("started", "completed", "seen"), (r.first, r.at, seen), strict=True))
            events += [(t, r.course, r.lesson, n, what) for n, (what, t) in times if not missing(t)]
    events.sort()
    before = [None, *(event[0] for event in events)]
    return [
        (t, what, str(c), lesson, t - p if p else None)
        for (t, c, lesson, _, what), p in zip(events, before, strict=False)
    ]


def completion_rate(frame, _now, course):
    mine = frame[frame.course == course]
    done, learners = int(sum(mine.done)), mine.user.nunique()
    lessons = COURSES[course][0] if course in COURSES else None
    return [
        (
            len(mine),
            done,
            percent(done, len(mine)),
            learners,
            lessons,
            percent(done, learners * (lessons or 0)),
        )
    ]


def difficult_lessons(frame, _now, course, least, top):
    found = []
    for lesson, rows in lessons_of(frame, course):
        tried = rows[[not missing(a) and a > 0 for a in rows.attempts]]
        if len(tried) >= max(least, 1):
            done = tried[tried.done.astype(bool)]
            found.append((
                -mean(tried.attempts), lesson, len(tried), len(done), half_up(mean(tried.attempts), 2),
                half_up(mean(done.attempts), 2), half_up(mean(tried.seconds, 60), 1),
            ))  # fmt: skip
    return [r[1:] for r in sorted(found)[:top]]


def time_to_complete(frame, _now, course):
    found = []
    for lesson, rows in lessons_of(frame, course):
        done = rows[rows.done.astype(bool)]
        spans = [
            b - a
            for a, b in zip(done["first"], done["at"], strict=False)
            if not missing(a) and not missing(b) and b >= a
        ]
        if len(done):
            each = (
                [middle(spans), sum(spans, timedelta()) / len(spans), min(spans), max(spans)]
                if spans
                else [None] * 4
            )
            found.append((lesson, len(done), len(spans), *each))
    return sorted(found, key=lambda r: (r[3] is None, -r[3] if r[3] is not None else 0, r[0]))


def user_engagement(frame, _now, course, top):
    mine = frame if course is None else frame[frame.course == course]
    found = [
        (-total(rows.seconds), user, len(rows), int(sum(rows.done))) for user, rows in mine.groupby("user")
    ]
    found.sort()
    places = [1 + sum(other[0] < one[0] for other in found) for one in found]
    return [
        (place, name_of(user), half_up(Fraction(-seconds, 3600), 2), -seconds, started, done, str(user))
        for place, (seconds, user, started, done) in zip(places, found, strict=False)
        if place <= top
    ]


def scored(frame, course):
    """Yield each lesson of *course* with the scores in it."""
    for lesson, rows in lessons_of(frame, course):
        scores = known(rows.score)
        if scores:
            yield lesson, scores


def quiz_performance(frame, _now, course):
    found = [
        (
            mean(s),
            lesson,
            len(s),
            half_up(mean(s), 1),
            half_up(quantile(s, 0.5), 1),
            min(s),
            max(s),
            deviation(s),
        )
        for lesson, s in scored(frame, course)
    ]
    return [r[1:] for r in sorted(found, key=lambda r: r[:2])]


def recent_activity(frame, now, within, top):
    lately = [r for r in frame.itertuples() if not missing(r.last) and r.last > now - within]
    lately.sort(key=lambda r: (newest(r.last), r.user, r.course, r.lesson))
    return [
        (r.last, name_of(r.user), f"course {r.course.int}", r.lesson, r.done, str(r.user))
        for r in lately[:top]
    ]


def dropout(frame, now, course, idle):
    found = []
    for lesson, rows in lessons_of(frame, course):
        done = int(sum(rows.done))
        left = sum(
            not d and not missing(t) and t < now - idle for d, t in zip(rows.done, rows["last"], strict=False)
        )
        key = (-Fraction(left, len(rows)), lesson)
        found.append(
            (key, (lesson, len(rows), done, left, len(rows) - done - left, percent(left, len(rows))))
        )
    return [r for _, r in sorted(found)]


def average_time_per_lesson(frame, _now, course):
    found = []
    for lesson, rows in lessons_of(frame, course):
        done = rows[rows.done.astype(bool)]
        times = [s for s in known(done.seconds) if s]
        if len(done):
            average = mean(times)
            figures = (half_up(average, 1), half_up(mean(times, 60), 1), half_up(quantile(times, 0.5, 60), 1))
            found.append(
                ((average is None, -(average or 0), lesson), (lesson, len(done), len(times), *figures))
            )
    return [r for _, r in sorted(found)]


def struggling_users(frame, _now, course, tries):
    mine = frame[(frame.course == course)]
    found = [r for r in mine.itertuples() if not r.done and not missing(r.attempts) and r.attempts >= tries]
    found.sort(key=lambda r: (-r.attempts, r.lesson, r.user))
    return [(name_of(r.user), r.lesson, r.attempts, r.score, r.last, str(r.user)) for r in found]


def score_summary(frame, _now, course):
    def line(lesson, scores):
        quartiles = (half_up(quantile(scores, Fraction(n, 4)), 2) for n in (1, 2, 3))
        return (lesson, lesson is None, len(scores), half_up(mean(scores), 1), *quartiles)

    every = list(scored(frame, course))
    return [*(line(*one) for one in every), line(None, sorted(s for _, scores in every for s in scores))]


def pass_rate(frame, _now, course):
    found = []
    for lesson, scores in scored(frame, course):
        mark = COURSES[course][1]
        passed = sum(s >= mark for s in scores)
        key = (Fraction(passed, len(scores)), lesson)
        found.append((key, (lesson, mark, len(scores), passed, percent(passed, len(scores)))))
    return [r for _, r in sorted(found)]


def score_distribution(frame, _now, course, lesson):
    mine = frame[(frame.course == course) & ((frame.lesson == lesson) | (lesson is None))]
    tens = Counter(min(s // 10, 9) for s in known(mine.score))
    return [
        (10 * n, 100 if n == 9 else 10 * n + 9, tens[n], percent(tens[n], tens.total())) for n in range(10)
    ]


def started_never_completed(frame, now, course, within):
    found = []
    for user, rows in frame[frame.course == course].groupby("user"):
        first, last = known(rows["first"]), known(rows["last"])
        if not any(rows.done) and (within is None or (first and first[0] > now - within)):
            seen = last[-1] if last else None
            figures = (len(rows), total(rows.attempts), first[0] if first else None, seen)
            found.append(((newest(seen), user), (name_of(user), *figures, str(user))))
    return [r for _, r in sorted(found)]


def funnel(frame, _now, course):
    mine = frame[frame.course == course]
    places, opened, done = defaultdict(list), Counter(), Counter()
    for _, rows in mine.groupby("user"):
        for r in rows.itertuples():
            places[r.lesson].append(1 + sum(last_first(t) < last_first(r.first) for t in rows["first"]))
            opened[r.lesson] += 1
            done[r.lesson] += r.done
    order = sorted(places, key=lambda name: (quantile(places[name], 0.5), -opened[name], name))
    learners = mine.user.nunique()
    before = [None, *order]
    return [
        (n, name, opened[name], done[name], percent(opened[name], learners), percent(done[name], learners),
         opened[p] - opened[name] if p else None)
        for n, (name, p) in enumerate(zip(order, before, strict=False), 1)
    ]  # fmt: skip


def monday(moment, zone):
    """Return the Monday of the week in which *moment* lies in *zone*."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    return day - timedelta(days=day.weekday())


def weekly_cohort_retention(frame, now, course, weeks, zone):
    visits = defaultdict(set)
    for r in frame[frame.course == course].itertuples():
        visits[r.user] |= {monday(t, zone) for t in (r.first, r.at, r.last) if not missing(t)}
    cohorts = defaultdict(list)
    for mondays in visits.values():
        if mondays:
            cohorts[min(mondays)].append(mondays)
    today = now.astimezone(ZoneInfo(zone)).date()
    return [
        (cohort, week, len(them), active, percent(active, len(them)))
        for cohort, them in sorted(cohorts.items())
        for week in range(weeks + 1)
        if cohort + timedelta(days=7 * week + 7) <= today
        for active in [sum(cohort + timedelta(days=7 * week) in mondays for mondays in them)]
    ]


def activity_by_hour(frame, _now, course, zone):
    begun = Counter()
    for r in frame[frame.course == course].itertuples():
        if not missing(r.first):
            wall = r.first.astimezone(ZoneInfo(zone or USERS[r.user]))
            begun[wall.isoweekday(), wall.hour] += 1
    return [(day, hour, begun[day, hour]) for day in range(1, 8) for hour in range(24)]


def item_discrimination(frame, _now, course, least):
    mine = frame[(frame.course == course)]
    scores = [(r.user, r.lesson, r.score) for r in mine.itertuples() if not missing(r.score)]
    pairs = defaultdict(list)
    for user, lesson, score in scores:
        rest = [s for u, name, s in scores if u == user and name != lesson]
        if rest:
            pairs[lesson].append((score, sum(rest) / len(rest)))
    found = []
    for lesson, both in pairs.items():
        here, there = (pd.Series(side, dtype=float) for side in zip(*both, strict=True))
        varies = here.min() < here.max() and there.min() < there.max()
        if len(both) >= max(least, 1):
            figure = here.corr(there) if varies else None
            found.append((lesson, len(both), half_up(mean([s for s, _ in both]), 1), figure))
    return found  # in no order: a correlation is only nearly equal, see `compare`


def learners_at_risk(frame, now, course, quiet, gone, tries):  # noqa: PLR0917 - the query's own
    found = []
    for user, rows in frame[frame.course == course].groupby("user"):
        last, done = known(rows["last"]), int(sum(rows.done))
        stuck = [(-r.attempts, r.lesson) for r in rows.itertuples()
                 if not r.done and not missing(r.attempts) and r.attempts >= tries]  # fmt: skip
        if not last or done >= COURSES[course][0] or last[-1] <= now - gone:
            continue
        words = [word for word, so in (("silent", last[-1] <= now - quiet), ("stuck", bool(stuck))) if so]
        if words:
            least = min(stuck, default=(None, None))
            figures = (done, COURSES[course][0], now - last[-1], least[1], -least[0] if stuck else None)
            found.append(((last[-1], user), (name_of(user), " and ".join(words), *figures, str(user))))
    return [r for _, r in sorted(found)]


COMPUTED = {
    function.__name__: function
    for function in (
        user_progress_summary, user_course_time, user_activity_timeline, completion_rate, difficult_lessons,
        time_to_complete, user_engagement, quiz_performance, recent_activity, dropout,
        average_time_per_lesson, struggling_users, score_summary, pass_rate, score_distribution,
        started_never_completed, funnel,
        weekly_cohort_retention, activity_by_hour, item_discrimination, learners_at_risk,
    )
}  # fmt: skip
ASKED = {  # each query's parameters, more than one set where it matters
    "user_progress_summary": [{"user": ANN, "course": ONE}, {"user": CAS, "course": TWO}],
    "user_course_time": [{"user": ANN, "course": ONE}, {"user": DAN, "course": ONE}],
    "user_activity_timeline": [{"user": ANN, "course": None}, {"user": DAN, "course": ONE}],
    "completion_rate": [{"course": ONE}, {"course": TWO}, {"course": uuid.UUID(int=99)}],
    "difficult_lessons": [{"course": ONE, "least": 1, "top": 10}, {"course": ONE, "least": 3, "top": 1}],
    "time_to_complete": [{"course": ONE}],
    "user_engagement": [{"course": None, "top": 2}, {"course": ONE, "top": 10}],
    "quiz_performance": [{"course": ONE}, {"course": TWO}],
    "recent_activity": [{"within": DAY, "top": 50}, {"within": 7 * DAY, "top": 2}],
    "dropout": [{"course": ONE, "idle": 30 * DAY}, {"course": ONE, "idle": 7 * DAY}],
    "average_time_per_lesson": [{"course": ONE}],
    "struggling_users": [{"course": ONE, "tries": TRIED}],
    "score_summary": [{"course": ONE}],
    "pass_rate": [{"course": ONE}, {"course": TWO}],
    "score_distribution": [{"course": ONE, "lesson": None}, {"course": ONE, "lesson": "joins"}],
    "started_never_completed": [{"course": ONE, "within": None}, {"course": ONE, "within": 30 * DAY}],
    "funnel": [{"course": ONE}],
    "weekly_cohort_retention": [
        {"course": ONE, "weeks": 8, "zone": "UTC"},
        {"course": ONE, "weeks": 2, "zone": "Pacific/Apia"},
    ],
    "activity_by_hour": [{"course": ONE, "zone": None}, {"course": ONE, "zone": "Asia/Tehran"}],
    "item_discrimination": [{"course": ONE, "least": 2}],
    "learners_at_risk": [{"course": ONE, "quiet": 7 * DAY, "gone": 30 * DAY, "tries": TRIED}],
}


DEFAULTS = {  # what a query takes when nothing is said
    "activity_by_hour": {"zone": None},
    "difficult_lessons": {"least": 10, "top": 10},
    "dropout": {"idle": 30 * DAY},
    "item_discrimination": {"least": 10},
    "learners_at_risk": {"quiet": 7 * DAY, "gone": 30 * DAY, "tries": 4},
    "recent_activity": {"within": DAY, "top": 50},
    "score_distribution": {"lesson": None},
    "started_never_completed": {"within": None},
    "struggling_users": {"tries": 4},
    "user_activity_timeline": {"course": None},
    "user_engagement": {"course": None, "top": 10},
    "weekly_cohort_retention": {"weeks": 8, "zone": "UTC"},
}


def plain(value):
    """Return a cell of a frame as a plain Python value."""
    if missing(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    if isinstance(value, pd.Timedelta):
        return value.to_pytimedelta()
    return value


def plain_rows(frame):
    """Return *frame* as lists of plain values."""
    return [[plain(value) for value in row] for row in frame.astype(object).itertuples(index=False)]


def is_same(have, want, close):
    """Say whether two cells are equal; spans to the microsecond, *close* figures to three decimals."""
    if isinstance(want, timedelta) and isinstance(have, timedelta):
        return abs(have - want) <= timedelta(microseconds=1)
    if isinstance(want, date) and not isinstance(want, datetime):
        return have == datetime(want.year, want.month, want.day)  # noqa: DTZ001 - a date has no zone
    if close and isinstance(want, float) and isinstance(have, float):
        return abs(have - want) <= 0.00051
    return plain(want) == have and isinstance(have, bool) == isinstance(plain(want), bool)


def compare(name, frame, want):
    """Hold the rows that came against the rows that were computed."""
    have = plain_rows(frame)
    close = name == "item_discrimination"
    if close:
        keys = [(row[3] is None, row[3] or 0, row[0]) for row in have]
        assert keys == sorted(keys)
        have, want = sorted(have, key=lambda r: r[0]), sorted(want, key=lambda r: r[0])
    same = len(have) == len(want) and all(
        len(a) == len(b) and all(is_same(x, y, close) for x, y in zip(a, b, strict=True))
        for a, b in zip(have, want, strict=True)
    )
    assert same, f"{name}: have\n{have}\nwant\n{[[plain(v) for v in row] for row in want]}"


def prove(connection, rows, names=tuple(COMPUTED)):
    """Put *rows* in, ask everything, compare, and take them back."""
    with connection.transaction(force_rollback=True):
        frame, now = put(connection, rows)
        for name in names:
            for parameters in ASKED[name]:
                compare(
                    name, run(connection, find(name), parameters), COMPUTED[name](frame, now, **parameters)
                )


def test_every_query_has_a_computation_and_something_to_ask():
    """No query of the folder goes unproved."""
    known = {query.name for query in queries()}

    assert known - set(COMPUTED) == set(), "queries that COMPUTED has no Python computation for"
    assert known - set(ASKED) == set(), "queries that ASKED has no parameters for"
    assert set(COMPUTED) | set(ASKED) == known, "COMPUTED and ASKED name queries that are not there"


def test_what_is_not_said_is_what_was_meant():
    """A header's defaults are said here once more: one that was changed by mistake differs."""
    have = {q.name: {p.name: p.default for p in q.parameters if not p.required} for q in queries()}

    assert {name: taken for name, taken in have.items() if taken} == DEFAULTS


@pytest.mark.parametrize("data", DATA)
def test_queries_agree_with_the_raw_rows(school, data):
    """Empty, one row, ties, all NULL, the same lessons in two courses, rows on a boundary."""
    prove(school, DATA[data])


@pytest.mark.slow
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # to shrink a failure is minutes of asking a server
    suppress_health_check=list(HealthCheck),
)
@given(rows=classes)
def test_queries_agree_on_random_classes(school, rows):
    """Rows that nobody thought of; the same ones in every run."""
    prove(school, rows)


def test_what_is_compared_can_differ():
    """A figure off by its last digit, a NULL for a 0 and another order are each seen."""
    query = find("dropout")
    from lessonlab.queries.frame import frame  # noqa: PLC0415

    want = [("a", 4, 2, 1, 1, 25.0), ("b", 3, 3, 0, 0, 0.0)]
    compare("dropout", frame(query, want), want)
    for wrong in (
        [want[1], want[0]],
        want[:1],
        [(*want[0][:5], 25.1), want[1]],
        [want[0], (*want[1][:5], None)],
    ):
        with pytest.raises(AssertionError):
            compare("dropout", frame(query, wrong), want)
