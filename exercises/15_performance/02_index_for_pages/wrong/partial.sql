-- That (score, id) < (…, …) is never true without a score is so, and the planner does not prove it of a comparison of rows: it may not use
-- this index.
-- has: score IS NOT NULL
-- says: too many pages: a page in the middle of the list
-- says: too many pages: the first page
-- says: not so: nothing is sorted for a page
-- says: not so: it has no condition
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score, id) INCLUDE (user_id) WHERE score IS NOT NULL
