-- :learner gets in, if there is room
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner  -- TODO
