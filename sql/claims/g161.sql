--@ value of_started: completed of the lessons that somebody opened
SELECT round(count(*) FILTER (WHERE completed = true)::NUMERIC / count(*) * 100, 1)
FROM lesson_progress WHERE course_id = :databases;
--@ value of_the_course: completed of learners times lessons
SELECT round(100.0 * count(*) FILTER (WHERE p.completed) / (count(DISTINCT p.user_id) * c.lesson_count), 1)
FROM lesson_progress AS p JOIN courses AS c ON c.id = p.course_id
WHERE p.course_id = :databases GROUP BY c.lesson_count;
