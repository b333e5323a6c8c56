--@ value shown: the seconds of final-project, as the query has them
SELECT round(AVG(time_spent_seconds)) FROM lesson_progress WHERE completed = true
GROUP BY lesson_id HAVING lesson_id = 'final-project';
--@ value of_the_shortest: of the course in which it is quickest
SELECT round(AVG(time_spent_seconds)) FROM lesson_progress WHERE completed = true AND lesson_id = 'final-project'
GROUP BY course_id ORDER BY 1 LIMIT 1;
--@ value of_the_longest: and of the one in which it takes longest
SELECT round(AVG(time_spent_seconds)) FROM lesson_progress WHERE completed = true AND lesson_id = 'final-project'
GROUP BY course_id ORDER BY 1 DESC LIMIT 1;
