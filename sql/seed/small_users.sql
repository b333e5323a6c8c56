-- small_users: the 120 learners, signed up before they began; those of the dated course before that
INSERT INTO users (id, email, name, time_zone, created_at)
SELECT seeding.uuid(1001, u.n), u.address || '@example.org', u.name, u.time_zone,
       least(
         %(anchor)s::TIMESTAMPTZ - seeding.ago(coalesce(e.first_seen, 3000000) + 86400 + seeding.roll(u.n, 6, 864000)),
         CASE WHEN e.dated THEN TIMESTAMPTZ '2025-09-15 12:00+00' + seeding.roll(u.n, 6, 864000) * INTERVAL '1 second' END
       )
FROM seeding.learner AS u
LEFT JOIN (
  SELECT m.learner, bool_or(c.dated) AS dated, max(m.seen + (m.reach + 1) * m.pace) AS first_seen
  FROM seeding.enrolment AS m JOIN seeding.course AS c ON c.n = m.course
  GROUP BY m.learner
) AS e ON e.learner = u.n
ORDER BY u.n
