-- small_lesson_progress: what each learner did in each lesson that was opened, the dated course first, by time
-- state: completed, or left (opened, not completed). Times count back by the clock of seeding.ago; in the dated
-- course each learner sits down on a Sunday evening of the autumn of 2025, by the clock on the wall.
INSERT INTO lesson_progress (
  id, user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score,
  first_started_at, last_accessed_at, completed_at, created_at, updated_at
)
WITH opened AS (
  SELECT e.learner, e.course, l.n, l.slug, l.minutes, l.tries, l.spread, e.seen, e.pace, e.reach,
         e.key * 100 + l.n AS key,
         NOT (l.n = e.lost_at OR (e.learner > 1 AND seeding.roll(e.key * 100 + l.n, 10, 100) < 5)) AS completed
         -- lost_at is NULL for those who reached the end
  FROM seeding.enrolment AS e JOIN seeding.lesson AS l ON l.course = e.course AND l.n <= e.reach
), tried AS (
  SELECT *, coalesce(completed, true) AS done,
         CASE WHEN tries = 0 THEN 0
              WHEN coalesce(completed, true)
                THEN 1 + (seeding.roll(key, 11, tries) + seeding.roll(key, 12, tries)) / 2
              WHEN learner > 1 AND seeding.roll(key, 13, 100) < 30 THEN 0
              ELSE tries - tries / 3 + seeding.roll(key, 12, tries) END AS attempts
  FROM opened
), spent AS (
  SELECT *,
         CASE WHEN learner > 111 OR (learner > 1 AND seeding.roll(key, 14, 100) < 4) THEN 0
              ELSE minutes * (24 + seeding.roll(key, 15, 60)) * (CASE WHEN done THEN 1.0 ELSE 0.4 END)
                   + minutes * 6 * greatest(attempts - 1, 0) END::INTEGER AS seconds,
         CASE WHEN attempts = 0 THEN NULL
              WHEN done THEN 70 + seeding.roll(key, 16, spread)
              WHEN seeding.roll(key, 17, 8) = 0 THEN 0
              ELSE 20 + seeding.roll(key, 18, 50) END AS score
  FROM tried
), ended AS (
  SELECT *,
         seen + (reach - n) * pace + seeding.roll(key, 20, pace / 8) AS last_seen,
         CASE WHEN done AND seeding.roll(key, 21, 5) = 0 THEN seeding.roll(key, 22, pace / 8) ELSE 0 END AS came_back,
         seconds + CASE WHEN seeding.roll(key, 23, 5) < 2 THEN seeding.roll(key, 24, pace / 3) ELSE 0 END AS took
  FROM spent
), begun AS (
  SELECT *, last_seen + came_back + took AS first_seen FROM ended
), together AS (
  SELECT *,
         -- one in twelve opened the first lessons all at once: the times of their beginnings are equal
         CASE WHEN n <= 3 AND seeding.roll(key / 100, 25, 12) = 0
              THEN max(first_seen) OVER (PARTITION BY learner, course) ELSE first_seen END AS began
  FROM begun
), timed AS (
  SELECT t.*, c.dated, d.first_started_at,
         CASE WHEN c.dated THEN d.first_started_at + took * INTERVAL '1 second'
              ELSE %(anchor)s::TIMESTAMPTZ - seeding.ago(last_seen) END AS last_accessed_at,
         CASE WHEN NOT done THEN NULL
              WHEN c.dated THEN d.first_started_at + took * INTERVAL '1 second'
              ELSE %(anchor)s::TIMESTAMPTZ - seeding.ago(last_seen + came_back) END AS completed_at
  FROM together AS t
  JOIN seeding.course AS c ON c.n = t.course
  JOIN seeding.learner AS u ON u.n = t.learner
  CROSS JOIN LATERAL (
    SELECT CASE WHEN c.dated
                THEN (TIMESTAMP '2025-10-12 20:00' + (t.n - 1) * INTERVAL '7 days'
                      + seeding.roll(t.key, 26, 40) * INTERVAL '1 minute') AT TIME ZONE u.time_zone
                ELSE %(anchor)s::TIMESTAMPTZ - seeding.ago(t.began) END AS first_started_at
  ) AS d
)
SELECT seeding.uuid(1007, key), seeding.uuid(1001, learner), seeding.uuid(1003, course),
       slug, done, seconds, attempts, score,
       first_started_at, last_accessed_at, completed_at, first_started_at, last_accessed_at
FROM timed
ORDER BY dated DESC, first_started_at, key
