-- says: not so: nothing is sorted for a page
-- says: The plan has a Sort: the index does not give the rows in the order of the list.
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score, user_id, id)
