-- says: columns differ
SELECT lesson_id, count(*), count(*) FILTER (WHERE completed) FROM lesson_progress GROUP BY lesson_id
