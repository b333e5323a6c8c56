-- A key on each part does as well: a moment lies in one part, so what is there once in its part is there once in all.
CREATE TABLE beat (user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INT NOT NULL CHECK (seconds >= 0))
PARTITION BY RANGE (at);
CREATE TABLE beat_2026_01 PARTITION OF beat (UNIQUE (user_id, course_id, at)) FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE beat_2026_02 PARTITION OF beat (UNIQUE (user_id, course_id, at)) FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE beat_2026_03 PARTITION OF beat (UNIQUE (user_id, course_id, at)) FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
