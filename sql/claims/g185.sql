--@ do: one learner, a course, and two lessons of which one has no score yet
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score)
VALUES (:jack, :databases, 'g185-scored', 85), (:jack, :databases, 'g185-open', NULL);
--@ value average_with_coalesce: no score counted as 0
SELECT avg(coalesce(score, 0)) FROM lesson_progress WHERE lesson_id LIKE 'g185-%';
--@ value average_of_scores: no score left out
SELECT avg(score) FROM lesson_progress WHERE lesson_id LIKE 'g185-%';
