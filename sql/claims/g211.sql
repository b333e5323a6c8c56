--@ value distinct_scores: different scores in all rows
SELECT count(DISTINCT score) FROM lesson_progress;
--@ true: in as many rows as a column can tell apart
SELECT count(score) > 10000 FROM lesson_progress;
