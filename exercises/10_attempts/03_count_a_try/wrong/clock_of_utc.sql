-- now() is an instant already. AT TIME ZONE makes of it what a clock shows in UTC, and the column takes that for a
-- time in the session's zone: another moment, unless that zone is UTC.
-- says: missing rows
-- says: extra rows
UPDATE lesson_progress AS lp
SET attempts = coalesce(lp.attempts, 0) + 1, score = 80, last_accessed_at = now() AT TIME ZONE 'UTC',
    completed = lp.completed OR 80 >= c.passing_score,
    completed_at = CASE WHEN lp.completed OR 80 < c.passing_score THEN lp.completed_at
                        ELSE now() AT TIME ZONE 'UTC' END
FROM courses AS c
WHERE c.id = lp.course_id AND lp.lesson_id = 'joins'
