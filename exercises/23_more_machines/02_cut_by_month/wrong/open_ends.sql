-- The first part has no beginning, and the last one no end: they take other months than their own.
-- has: MAXVALUE
-- says: accepted, but should be refused: a row of April
-- says: accepted, but should be refused: a row of December
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (user_id, course_id, at)
) PARTITION BY RANGE (at);
CREATE TABLE beat_2026_01 PARTITION OF beat FOR VALUES FROM (MINVALUE) TO ('2026-02-01 00:00+00');
CREATE TABLE beat_2026_02 PARTITION OF beat FOR VALUES FROM ('2026-02-01 00:00+00') TO ('2026-03-01 00:00+00');
CREATE TABLE beat_2026_03 PARTITION OF beat FOR VALUES FROM ('2026-03-01 00:00+00') TO (MAXVALUE);
