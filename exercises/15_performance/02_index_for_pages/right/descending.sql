-- In the order of the page, instead of read backwards.
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score DESC, id DESC) INCLUDE (user_id);
