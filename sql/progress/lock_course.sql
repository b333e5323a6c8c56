-- lock_course: the learner's row of the course, made if there is none, and locked; nothing is written to one that is there
-- Everything that records progress begins here, so that two changes of one learner in one course come one after the other.
-- SELECT ... FOR UPDATE could not lock a row that does not exist yet; DO UPDATE ... WHERE false locks either way.
INSERT INTO course_progress AS p (user_id, course_id)
VALUES (%(user_id)s, %(course_id)s)
ON CONFLICT (user_id, course_id) DO UPDATE SET updated_at = p.updated_at WHERE false
