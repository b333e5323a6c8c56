-- says: accepted, but should be refused: a row of March with fewer than 0 seconds
-- says: Seconds below 0 are accepted in the part of March: the rule belongs to the table, or to each of its parts.
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INTEGER NOT NULL,
  PRIMARY KEY (user_id, course_id, at)
) PARTITION BY RANGE (at);
CREATE TABLE beat_2026_01 PARTITION OF beat (CHECK (seconds >= 0)) FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-02-01 00:00+00');
CREATE TABLE beat_2026_02 PARTITION OF beat (CHECK (seconds >= 0)) FOR VALUES FROM ('2026-02-01 00:00+00') TO ('2026-03-01 00:00+00');
CREATE TABLE beat_2026_03 PARTITION OF beat FOR VALUES FROM ('2026-03-01 00:00+00') TO ('2026-04-01 00:00+00');
