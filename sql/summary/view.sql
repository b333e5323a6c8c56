-- view: the counts and sums of each lesson, as of the last refresh
CREATE MATERIALIZED VIEW lesson_summary_view AS
SELECT course_id, lesson_id,
       count(*) AS started,
       count(*) FILTER (WHERE completed) AS completed,
       count(*) FILTER (WHERE attempts > 0) AS tried,
       coalesce(sum(attempts), 0) AS tries,
       count(score) AS scored,
       coalesce(sum(score), 0) AS score_sum,
       coalesce(sum(time_spent_seconds), 0) AS seconds
FROM lesson_progress
GROUP BY course_id, lesson_id;

CREATE UNIQUE INDEX lesson_summary_view_key ON lesson_summary_view (course_id, lesson_id);
