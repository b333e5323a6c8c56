-- small_enrolments: who takes which course, how far each came, and when each was last there
-- Mina is settled by hand: 12 of 18 lessons of Web Development, all of Databases, the beginning of Statistics.
-- seen: seconds before the anchor, by the clock of seeding.ago; pace: seconds from one lesson to the next.

CREATE TABLE seeding.enrolment AS
WITH enrolled AS (
  SELECT u.n AS learner, c.n AS course, u.n * 100 + c.n AS key
  FROM seeding.learner AS u CROSS JOIN seeding.course AS c
  WHERE CASE WHEN u.n = 1 THEN c.n IN (1, 2, 5)
             WHEN u.n > 114 THEN false
             WHEN u.n > 111 THEN c.n = 7
             ELSE seeding.roll(u.n * 100 + c.n, 1, 100) < c.popularity END
), reached AS (
  SELECT e.learner, e.course, e.key, count(*) AS lessons,
         min(l.n) FILTER (WHERE seeding.roll(e.key * 100 + l.n, 2, 1000) < l.lost) AS lost_at
  FROM enrolled AS e JOIN seeding.lesson AS l ON l.course = e.course
  GROUP BY e.learner, e.course, e.key
), seen AS (
  SELECT learner, course, key, lessons,
         CASE WHEN learner = 1 THEN (ARRAY[13, NULL, NULL, NULL, 4])[course]
              WHEN learner > 111 THEN 1
              ELSE lost_at END AS lost_at,
         CASE WHEN learner = 1 THEN (ARRAY[7200, 8000000, NULL, NULL, 300000])[course]
              ELSE CASE seeding.roll(key, 3, 20)
                     WHEN 0 THEN seeding.roll(key, 4, 36000)
                     WHEN 1 THEN seeding.roll(key, 4, 36000)
                     WHEN 2 THEN 43200 + seeding.roll(key, 4, 432000)
                     WHEN 3 THEN 43200 + seeding.roll(key, 4, 432000)
                     WHEN 4 THEN 43200 + seeding.roll(key, 4, 432000)
                     WHEN 5 THEN 475200 + seeding.roll(key, 4, 1900800)
                     WHEN 6 THEN 475200 + seeding.roll(key, 4, 1900800)
                     WHEN 7 THEN 475200 + seeding.roll(key, 4, 1900800)
                     WHEN 8 THEN 475200 + seeding.roll(key, 4, 1900800)
                     WHEN 9 THEN 475200 + seeding.roll(key, 4, 1900800)
                     ELSE 2376000 + seeding.roll(key, 4, 17280000) END
         END AS seen,
         86400 + seeding.roll(key, 5, 345600) AS pace
  FROM reached
)
SELECT learner, course, key, lost_at, coalesce(lost_at, lessons) AS reach, seen, pace
FROM seen;
