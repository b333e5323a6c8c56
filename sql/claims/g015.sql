--@ do: the three rows of the guide's example
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score)
VALUES (:mina, :databases, 'g015-1', true, 180, 1, 90), (:mina, :databases, 'g015-2', true, 240, 2, 85),
       (:mina, :databases, 'g015-3', false, 120, 3, NULL);
--@ value average_seconds: AVG
SELECT avg(time_spent_seconds) FROM lesson_progress WHERE lesson_id LIKE 'g015-%';
--@ value most_attempts: MAX
SELECT max(attempts) FROM lesson_progress WHERE lesson_id LIKE 'g015-%';
--@ value sum_of_scores: SUM
SELECT sum(score) FROM lesson_progress WHERE lesson_id LIKE 'g015-%';
--@ value sum_without_a_score: rows, and the sum of a lesson that nobody was marked in
SELECT concat(count(*), ' row, ', coalesce(sum(score)::text, 'NULL'))
FROM lesson_progress WHERE lesson_id = 'g015-3';
