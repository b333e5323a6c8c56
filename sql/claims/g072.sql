--@ sqlstate unknown_uuid: a learner whom nobody knows
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :photo, 'light');
