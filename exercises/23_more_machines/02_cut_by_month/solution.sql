-- A range for each month: from its first moment to the first of the next one, which is not in it. The moment is part of the key anyway, so the key can
-- be had. Without a DEFAULT part a row of another month is refused.
CREATE TABLE beat (
  user_id UUID NOT NULL,
  course_id UUID NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (user_id, course_id, at)
) PARTITION BY RANGE (at);

CREATE TABLE beat_2026_01 PARTITION OF beat FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-02-01 00:00+00');
CREATE TABLE beat_2026_02 PARTITION OF beat FOR VALUES FROM ('2026-02-01 00:00+00') TO ('2026-03-01 00:00+00');
CREATE TABLE beat_2026_03 PARTITION OF beat FOR VALUES FROM ('2026-03-01 00:00+00') TO ('2026-04-01 00:00+00');
