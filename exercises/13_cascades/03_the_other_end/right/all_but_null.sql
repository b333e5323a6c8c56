-- An index WHERE … IS NOT NULL holds all rows, as none of these columns takes NULL.
CREATE INDEX ON note (progress_id) WHERE progress_id IS NOT NULL;
CREATE INDEX ON certificate (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX ON attempt (user_id) WHERE user_id IS NOT NULL;
