-- large_learners: who began, half of all who signed up; fifty neighbours go the same way through different courses
-- seen: seconds before the anchor by the clock of seeding.ago; pace: seconds from one lesson to the next; fully and
-- partly: how many lessons each completed in the two courses that went best, 20 for two neighbours together.
CREATE TABLE seeding.pupil AS
SELECT n, pace,
       CASE WHEN n = 1 THEN 1800
            WHEN class < 25 THEN mod(die, 36000)
            WHEN class < 60 THEN 43200 + mod(die, 432000)
            WHEN class < 80 THEN 475200 + mod(die, 1900800)
            ELSE 2376000 + mod(die, 17280000) END AS seen,
       way, stride, total - partly AS fully, partly
FROM (
  SELECT n, pace, class, die, way, stride, total,
         CASE WHEN seeding.roll(n, 60, 2) = 0 THEN 0 ELSE total * 3 / 10 END AS partly
  FROM (
    SELECT n, 17280 + seeding.roll(n, 61, 51840) AS pace, seeding.roll(n, 62, 100) AS class,
           seeding.roll(n, 63, 1000000000) AS die, seeding.roll((n - 1) / 50, 64, 16) AS way,
           (ARRAY[1, 3, 7, 9, 11, 13, 17, 19, 21, 23])[seeding.roll((n - 1) / 50, 65, 10) + 1] AS stride,
           CASE mod(n, 2) WHEN 1 THEN seeding.roll((n - 1) / 2, 66, 21)
                ELSE 20 - seeding.roll((n - 1) / 2, 66, 21) END AS total
    FROM generate_series(1, %(learners)s) AS n
  ) AS rolled
) AS parted
