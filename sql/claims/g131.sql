--@ do: an afternoon: Ada looks twice and passes at once, Dora fails once and passes
CREATE TEMP TABLE deeds (learner TEXT, deed TEXT);
INSERT INTO deeds VALUES ('Ada', 'opened'), ('Ada', 'opened'), ('Ada', 'passed'),
                         ('Dora', 'opened'), ('Dora', 'failed'), ('Dora', 'passed');
--@ value badge_by_visits: who has exactly one, counting accesses
SELECT string_agg(learner, ', ' ORDER BY learner) FROM (
  SELECT learner FROM deeds GROUP BY learner HAVING count(*) FILTER (WHERE deed = 'opened') = 1) AS one;
--@ value badge_by_failures: counting failures
SELECT string_agg(learner, ', ' ORDER BY learner) FROM (
  SELECT learner FROM deeds GROUP BY learner HAVING count(*) FILTER (WHERE deed = 'failed') = 1) AS one;
--@ value badge_by_tries: counting tries
SELECT string_agg(learner, ', ' ORDER BY learner) FROM (
  SELECT learner FROM deeds GROUP BY learner HAVING count(*) FILTER (WHERE deed IN ('failed', 'passed')) = 1) AS one;
