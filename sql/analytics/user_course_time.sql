-- user_course_time: How long has this learner spent on this course?
-- takes user uuid: the learner
-- takes course uuid: the course
-- gives lessons bigint [lessons]: lessons opened
-- gives seconds bigint [seconds]: time spent in all of them
-- gives hours numeric [hours]: the same in hours, with two decimals
-- order one row
-- guide 9
-- index lesson_progress_user_id_course_id_lesson_id_key, idx_lesson_progress_user_course
-- reads learner
SELECT count(*) AS lessons,
       coalesce(sum(time_spent_seconds), 0) AS seconds,
       round(coalesce(sum(time_spent_seconds), 0) / 3600.0, 2) AS hours
FROM lesson_progress
WHERE user_id = :user AND course_id = :course
