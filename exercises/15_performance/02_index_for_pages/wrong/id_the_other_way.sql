-- score runs down and id up: rows of one score come in the wrong order, and are sorted for each page. Both
-- columns run the same way.
-- has: id asc
-- says: not so: nothing is sorted for a page
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score DESC, id ASC) INCLUDE (user_id)
