-- The course narrows to one stretch, which lies in the order of the list; (score, id) < (…, …) says where to enter it. user_id is shown
-- and not searched by, so it is only carried along.
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score, id) INCLUDE (user_id);
