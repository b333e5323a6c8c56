-- Completed says that the lesson is done, not that its quiz was passed: the score says that.
-- says: extra rows
SELECT user_id, course_id, lesson_id FROM lesson_progress WHERE completed AND attempts = 1
