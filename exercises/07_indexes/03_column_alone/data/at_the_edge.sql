-- A view in the table's place, for its rows do not age: at each look one is a millisecond too old for the
-- seven days, and one was completed a millisecond ago. None is a little too young: a clock that is read later
-- than now() may leave it out. And none is too old by some seconds: whoever counts from the full minute would
-- get it or not, as the second is, and not be known again.
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count)
VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 200);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, first_started_at)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', title,
       true, now() - age, now() - INTERVAL '20 days'
FROM (VALUES ('too-old', INTERVAL '7 days 1 millisecond'), ('lately', INTERVAL '1 millisecond')) AS one (title, age);
ALTER TABLE lesson_progress RENAME TO put_in;
CREATE VIEW lesson_progress AS
SELECT id, user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score, first_started_at,
       last_accessed_at + age AS last_accessed_at, completed_at + age AS completed_at, created_at, updated_at
FROM put_in CROSS JOIN (SELECT now() - max(updated_at) AS age FROM put_in) AS since;
GRANT SELECT ON lesson_progress TO PUBLIC;
