--@ sqlstate as_printed: with its dots
INSERT INTO lesson_progress (..., score) VALUES (..., NULL);
--@ sqlstate written_out: with what a row needs
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score)
VALUES (:mina, :photo, 'a video', NULL), (:mina, :photo, 'a failed quiz', 0),
       (:mina, :photo, 'a passed quiz', 85);
