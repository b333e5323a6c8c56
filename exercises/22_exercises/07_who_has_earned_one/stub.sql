-- user_id, course_id and average of who has earned a certificate
SELECT lp.user_id, lp.course_id  -- TODO
FROM lesson_progress AS lp
