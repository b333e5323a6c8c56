--@ value rows_without_a_score: there are some
SELECT count(*) > 0 FROM lesson_progress WHERE score IS NULL;
--@ value same_average: with and without the WHERE
SELECT avg(score) = (SELECT avg(score) FROM lesson_progress WHERE score IS NOT NULL) FROM lesson_progress;
