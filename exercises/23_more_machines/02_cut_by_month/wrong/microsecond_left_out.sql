-- says: refused, but should be accepted: the last moments of each month
-- says: One of the last moments of a month is refused: its part ends too early, a rule is too strict, or the time is rounded.
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (user_id, course_id, at)
) PARTITION BY RANGE (at);
CREATE TABLE beat_2026_01 PARTITION OF beat FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-01-31 23:59:59.999999+00');
CREATE TABLE beat_2026_02 PARTITION OF beat FOR VALUES FROM ('2026-02-01 00:00+00') TO ('2026-02-28 23:59:59.999999+00');
CREATE TABLE beat_2026_03 PARTITION OF beat FOR VALUES FROM ('2026-03-01 00:00+00') TO ('2026-03-31 23:59:59.999999+00');
