-- All four in the key: a little more than is needed, and as quick.
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score, id, user_id);
