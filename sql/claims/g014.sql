--@ value courses_mixed: courses in the answer to one lesson_id
SELECT count(DISTINCT course_id) FROM lesson_progress WHERE lesson_id = 'introduction';
