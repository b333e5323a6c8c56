-- WHERE leaves a part of the key out: rows of another lesson, course or learner have grown too. Learner, course and lesson say which row.
-- says: something else changes: another row (in every order)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds WHERE user_id = :uuid_u AND course_id = :uuid_c;
