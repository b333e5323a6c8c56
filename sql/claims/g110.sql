--@ do: three days of Mina's, by a clock that nobody sets
UPDATE lesson_progress SET first_started_at = '2025-11-01 15:00+00', completed_at = '2025-11-03 14:00+00'
WHERE user_id = :mina;
--@ value interval: from day 1 to day 3
SELECT (completed_at - first_started_at)::text FROM lesson_progress WHERE user_id = :mina;
--@ do: the same days by the clocks of New York, which go back in the first night
UPDATE lesson_progress SET first_started_at = TIMESTAMP '2025-11-01 15:00' AT TIME ZONE 'America/New_York',
                           completed_at = TIMESTAMP '2025-11-03 14:00' AT TIME ZONE 'America/New_York'
WHERE user_id = :mina;
--@ value interval_across_the_change: from day 1 to day 3 there
SELECT (completed_at - first_started_at)::text FROM lesson_progress WHERE user_id = :mina;
