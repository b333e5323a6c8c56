-- The mean is cut to a whole number: a sum of integers divided by a count is an integer.
-- says: off by rounding
SELECT course_id, count(*), sum(score) / nullif(count(*), 0) FROM lesson_progress WHERE score IS NOT NULL GROUP BY ROLLUP (course_id)
