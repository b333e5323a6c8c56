-- large_story: a hundred lessons of each learner, in the order in which they were begun
-- Innermost: who, which lesson, when, by the clock of seeding.ago, put in order; then, bit by bit from one hash, how
-- it went; outermost the row. OFFSET 0 keeps a figure from being worked out more than once, and the arrays stand in
-- for joins, which could change the order.
CREATE VIEW seeding.story (
  id, user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score,
  first_started_at, last_accessed_at, completed_at, created_at, updated_at
) AS
SELECT seeding.uuid(1007, key),
       (SELECT array_agg(seeding.uuid(1001, n) ORDER BY n) FROM generate_series(1, %(learners)s) AS n)[key / 128],
       (SELECT array_agg(seeding.uuid(1003, c) ORDER BY c) FROM generate_series(1, 50) AS c)[(place - 1) / 20 + 1],
       (SELECT array_agg(slug::NAME ORDER BY place) FROM seeding.lesson)[place],
       done, seconds, attempts,
       CASE WHEN attempts = 0 THEN NULL
            WHEN done THEN 70 + (h >> 24 & 31) * 30 / 31
            WHEN h >> 24 & 31 = 0 THEN 0
            ELSE 69 * (h >> 26 & 31) / 31 END,
       began_at, seen_at, done_at, began_at, seen_at
FROM (
  SELECT key, place, done, h, seconds, attempts,
         %(anchor)s::TIMESTAMPTZ - seeding.ago(began) AS began_at,
         %(anchor)s::TIMESTAMPTZ - seeding.ago(accessed) AS seen_at,
         CASE WHEN done THEN %(anchor)s::TIMESTAMPTZ - seeding.ago(finished) END AS done_at
  FROM (
    SELECT key, place, done, h, seconds, attempts, began, finished,
           CASE WHEN h >> 32 & 7 < 2 THEN finished - (h >> 35 & 1023) * (finished - seen) / 1024
                ELSE finished END AS accessed
    FROM (
      SELECT key, place, done, h, seen, seconds, began,
             began - seconds - CASE WHEN h >> 45 & 3 = 0 THEN (h >> 47 & 1023) * pace / 4096 ELSE 0 END AS finished,
             CASE WHEN tries = 0 THEN 0
                  WHEN done THEN 1 + (h >> 10 & 15) * tries / 16
                  WHEN h >> 14 & 7 < 4 THEN 0
                  ELSE 1 + (h >> 17 & 15) * tries / 10 END AS attempts
      FROM (
        SELECT key, place, done, h, seen, pace, began,
               CASE WHEN h & 15 = 0 THEN 0
                    ELSE (SELECT array_agg(minutes ORDER BY place) FROM seeding.lesson)[place]
                         * (CASE WHEN done THEN 24 ELSE 6 END + (h >> 4 & 63)) END AS seconds,
               (SELECT array_agg(tries ORDER BY place) FROM seeding.lesson)[place] AS tries
        FROM (
          SELECT p.n * 128 + j.step AS key, mod(p.n + p.stride * j.slot, 50) * 20 + j.n AS place,
                 (j.slot = 0 AND j.n <= p.fully) OR (j.slot = 1 AND j.n <= p.partly) AS done,
                 p.seen, p.pace, hashint8extended(p.n * 128 + j.step, 68) AS h,
                 p.seen + (99 - j.step) * p.pace + p.pace / 2
                   + seeding.roll(p.n * 128 + j.step, 69, p.pace / 4) AS began
          FROM seeding.pupil AS p JOIN seeding.journey AS j ON j.way = p.way
          ORDER BY began DESC, key
        ) AS ordered
        OFFSET 0
      ) AS tried
      OFFSET 0
    ) AS ended
    OFFSET 0
  ) AS timed
  OFFSET 0
) AS dated
