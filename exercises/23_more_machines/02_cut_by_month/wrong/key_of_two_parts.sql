-- says: accepted, but should be refused: the same beat again, in March
-- says: at one moment of March: the key belongs to the table, or to each of its parts.
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds >= 0)
) PARTITION BY RANGE (at);
CREATE TABLE beat_2026_01 PARTITION OF beat (PRIMARY KEY (user_id, course_id, at))
FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2026-02-01 00:00+00');
CREATE TABLE beat_2026_02 PARTITION OF beat (PRIMARY KEY (user_id, course_id, at))
FOR VALUES FROM ('2026-02-01 00:00+00') TO ('2026-03-01 00:00+00');
CREATE TABLE beat_2026_03 PARTITION OF beat
FOR VALUES FROM ('2026-03-01 00:00+00') TO ('2026-04-01 00:00+00');
