-- A learner may have two courses open at one moment: the course belongs to the key.
-- says: refused, but should be accepted: the same moment in another course
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (user_id, at)
) PARTITION BY RANGE (at);
CREATE TABLE beat_2026_01 PARTITION OF beat FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE beat_2026_02 PARTITION OF beat FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE beat_2026_03 PARTITION OF beat FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
