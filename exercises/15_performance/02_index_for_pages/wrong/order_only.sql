-- says: too many pages: a page in the middle of the list
-- says: too many pages: the first page
-- says: not so: score and id are both in its key
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score)
