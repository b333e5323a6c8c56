-- large_lessons: what the large class is made with: 50 courses of 20 lessons, and 16 ways to go through ten of them

-- The lessons by 20 * course + number: minutes it takes, and the most tries at its quiz, 0 for a lesson without one.
CREATE TABLE seeding.lesson AS
SELECT c AS course, n, 20 * c + n AS place,
       CASE n WHEN 1 THEN 'introduction' WHEN 20 THEN 'final-project'
              ELSE (ARRAY['web', 'sql', 'python', 'data', 'stats', 'algo', 'design', 'net', 'cloud', 'music'])[mod(c, 10) + 1]
                   || '-' || c / 10 + 1 || '-lesson-' || n END AS slug,
       10 + seeding.roll(20 * c + n, 50, 40) AS minutes,
       CASE WHEN n IN (1, 7, 14) THEN 0
            WHEN seeding.roll(20 * c + n, 51, 10) = 0 THEN 9
            ELSE 1 + seeding.roll(20 * c + n, 52, 4) END AS tries
FROM generate_series(0, 49) AS c, generate_series(1, 20) AS n;

-- How far somebody comes in each of ten courses: each line adds up to 100 lessons.
CREATE TABLE seeding.journey AS
WITH journey AS (
  SELECT w AS way, slot, reach,
         row_number() OVER (PARTITION BY w ORDER BY seeding.roll(w * 16 + slot, 53, 1000000), slot) - 1 AS turn
  FROM generate_series(0, 15) AS w
  CROSS JOIN LATERAL (
    SELECT slot - 1 AS slot,
           (ARRAY[[20, 19, 17, 13, 10, 8, 6, 4, 2, 1],
                  [20, 20, 18, 15, 11, 7, 4, 2, 2, 1],
                  [20, 18, 16, 12, 10, 8, 7, 5, 3, 1],
                  [20, 16, 14, 12, 10, 9, 8, 6, 4, 1]])[mod(w, 4) + 1][slot] AS reach
    FROM generate_series(1, 10) AS slot
  ) AS s
)
SELECT way, slot, n, row_number() OVER (PARTITION BY way ORDER BY turn, n) - 1 AS step
FROM journey CROSS JOIN LATERAL generate_series(1, reach) AS n;
