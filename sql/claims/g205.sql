--@ do guido: the learner of the example, in a course of five lessons
--@ value minutes: the seconds of lesson-1 as minutes
SELECT p.time_spent_seconds / 60 FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id
WHERE u.email = 'guido@example.org' AND p.lesson_id = 'lesson-1';
