-- table: the same counts and sums in a table that triggers keep, filled from the rows that are there
CREATE TABLE lesson_summary (
  course_id UUID NOT NULL,
  lesson_id VARCHAR(255) NOT NULL,
  started BIGINT NOT NULL,
  completed BIGINT NOT NULL,
  tried BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  scored BIGINT NOT NULL,
  score_sum BIGINT NOT NULL,
  seconds BIGINT NOT NULL,
  PRIMARY KEY (course_id, lesson_id)
) WITH (fillfactor = 50);

INSERT INTO lesson_summary
SELECT course_id, lesson_id,
       count(*),
       count(*) FILTER (WHERE completed),
       count(*) FILTER (WHERE attempts > 0),
       coalesce(sum(attempts), 0),
       count(score),
       coalesce(sum(score), 0),
       coalesce(sum(time_spent_seconds), 0)
FROM lesson_progress
GROUP BY course_id, lesson_id;
