--@ value shown: the rate of final-project, as the query has it
SELECT ROUND(COUNT(*) FILTER (WHERE score >= 70)::NUMERIC / COUNT(*) * 100, 1) FROM lesson_progress
WHERE score IS NOT NULL GROUP BY lesson_id HAVING lesson_id = 'final-project';
--@ steps of_each_course: in each of its courses
SELECT ROUND(COUNT(*) FILTER (WHERE score >= 70)::NUMERIC / COUNT(*) * 100, 1) FROM lesson_progress
WHERE score IS NOT NULL AND lesson_id = 'final-project' GROUP BY course_id ORDER BY 1;
--@ value without_numeric: the same without ::NUMERIC
SELECT COUNT(*) FILTER (WHERE score >= 70) / COUNT(*) * 100 FROM lesson_progress
WHERE score IS NOT NULL GROUP BY lesson_id HAVING lesson_id = 'final-project';
--@ sqlstate as_a_float: and with ::FLOAT
SELECT ROUND(COUNT(*) FILTER (WHERE score >= 70)::FLOAT / COUNT(*) * 100, 1) FROM lesson_progress
WHERE score IS NOT NULL GROUP BY lesson_id;
