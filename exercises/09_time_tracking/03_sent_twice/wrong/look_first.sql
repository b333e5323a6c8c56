-- Both looked for the name before either had noted it, and both added.
-- says: not so: 30 seconds more are there (where they overlap)
BEGIN;
CREATE TEMPORARY TABLE seen AS SELECT count(*) AS times FROM message WHERE name = :uuid_m;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' AND (SELECT times FROM seen) = 0;
INSERT INTO message VALUES (:uuid_m) ON CONFLICT DO NOTHING;
COMMIT;
