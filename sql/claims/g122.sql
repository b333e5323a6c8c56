--@ do: what one learner did in a lesson: looked twice, and passed the first quiz
CREATE TEMP TABLE deeds (deed TEXT);
INSERT INTO deeds VALUES ('opened'), ('opened'), ('passed');
--@ value visits: attempts, if each access is one
SELECT count(*) FROM deeds WHERE deed = 'opened';
--@ value retries: attempts, if each trying again is one
SELECT greatest(count(*) - 1, 0) FROM deeds WHERE deed IN ('failed', 'passed');
