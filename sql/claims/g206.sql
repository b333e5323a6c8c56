--@ do guido: the learner of the example, in a course of five lessons
--@ value average: his scores, those that are there
SELECT avg(p.score) FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id
WHERE u.email = 'guido@example.org';
