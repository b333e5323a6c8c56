-- The course is found. But score and id are not both in the key, so its rows do not lie in the order of the list and are sorted for each page.
-- says: too many pages: a page in the middle of the list
-- says: too many pages: the first page
-- says: not so: nothing is sorted for a page
-- says: not so: score and id are both in its key
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id) INCLUDE (score, id, user_id)
