-- One try may have failed. The badge is for one try that passed.
-- says: extra rows
SELECT user_id, course_id, lesson_id FROM lesson_progress WHERE attempts = 1
