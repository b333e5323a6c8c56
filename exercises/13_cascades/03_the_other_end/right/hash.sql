-- A hash index answers = and nothing else, and = is all that the cascade asks.
CREATE INDEX ON note USING hash (progress_id);
CREATE INDEX ON certificate USING hash (user_id);
CREATE INDEX ON attempt USING hash (user_id);
