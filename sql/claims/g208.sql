--@ do: who started lately, and who completed anything lately
CREATE VIEW started AS SELECT DISTINCT user_id FROM lesson_progress WHERE first_started_at > now() - INTERVAL '30 days';
CREATE VIEW done AS SELECT user_id FROM lesson_progress WHERE completed_at > now() - INTERVAL '30 days';
--@ value same_as_not_exists: whether both ways find the same people
SELECT count(*) = 0 FROM (
  SELECT user_id FROM started WHERE user_id NOT IN (SELECT user_id FROM done)
  EXCEPT
  SELECT user_id FROM started WHERE NOT EXISTS (SELECT FROM done WHERE done.user_id = started.user_id)
) AS only_in_one;
--@ true: they find somebody
SELECT count(*) > 0 FROM started WHERE user_id NOT IN (SELECT user_id FROM done);
--@ value rows_with_one_null: people that are found when the list has one NULL
SELECT count(*) FROM started WHERE user_id NOT IN (SELECT user_id FROM done UNION ALL SELECT NULL);
