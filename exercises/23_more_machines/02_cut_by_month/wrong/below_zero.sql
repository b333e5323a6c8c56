-- Seconds below 0 are taken: a CHECK refuses them.
-- says: accepted, but should be refused: seconds below 0
-- says: accepted, but should be refused: a row of January with fewer than 0 seconds
-- says: accepted, but should be refused: a row of March with fewer than 0 seconds
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INTEGER NOT NULL, PRIMARY KEY (user_id, course_id, at)
) PARTITION BY RANGE (at);
CREATE TABLE beat_2026_01 PARTITION OF beat FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE beat_2026_02 PARTITION OF beat FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE beat_2026_03 PARTITION OF beat FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
