-- Users of equal time have no order in your answer: it may be another one next time. user_id breaks the tie.
-- says: order differs
SELECT user_id, count(*) AS lessons, round(sum(time_spent_seconds) / 3600.0, 2) AS hours FROM lesson_progress GROUP BY user_id ORDER BY sum(time_spent_seconds) DESC NULLS LAST
