-- That is the number of lessons. Several of one day are one day.
-- says: missing rows
-- says: extra rows
SELECT user_id, count(*) FROM lesson_progress WHERE completed GROUP BY user_id
