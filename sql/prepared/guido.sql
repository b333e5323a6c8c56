-- guido: the learner of the example of chapter 20, in a course of five lessons
INSERT INTO users (email, name) VALUES ('guido@example.org', 'Guido');
INSERT INTO courses (title, lesson_count) VALUES ('Five Lessons', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, time_spent_seconds, attempts, score)
SELECT u.id, c.id, l.lesson_id, l.completed, CASE WHEN l.completed THEN now() END, l.seconds, l.attempts, l.score
FROM users AS u, courses AS c,
     (VALUES ('lesson-1', true, 180, 1, 90), ('lesson-2', true, 240, 2, 85), ('lesson-3', false, 120, 3, NULL))
       AS l (lesson_id, completed, seconds, attempts, score)
WHERE u.email = 'guido@example.org' AND c.title = 'Five Lessons';
