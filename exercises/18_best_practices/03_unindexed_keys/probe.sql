--@ true: it has the columns child and foreign_key
SELECT string_agg(attname::text, ',' ORDER BY attnum) = 'child,foreign_key' FROM pg_attribute
WHERE attrelid = 'public.unindexed_key'::regclass AND attnum > 0;

--@ true: for the guide's schema it lists one key, course_progress_course_id_fkey
SELECT string_agg(child::text || '.' || foreign_key::text, ',') = 'course_progress.course_progress_course_id_fkey' FROM unindexed_key;

--@ do: a table that refers to both, and has no index
CREATE TABLE public.mark (user_id UUID CONSTRAINT mark_user REFERENCES users (id), course_id UUID CONSTRAINT mark_course REFERENCES courses (id));

--@ true: both of its keys are listed
SELECT count(*) = 2 FROM unindexed_key WHERE child::text = 'mark';

--@ do: an index that has course_id in the second place
CREATE INDEX ON mark (user_id, course_id);

--@ true: the first column of an index is served, the second is not
SELECT string_agg(foreign_key::text, ',') = 'mark_course' FROM unindexed_key WHERE child::text = 'mark';

--@ do: an index with a WHERE
CREATE INDEX ON mark (course_id) WHERE user_id IS NOT NULL;

--@ true: a partial index does not count
SELECT count(*) = 1 FROM unindexed_key WHERE child::text = 'mark';

--@ do: an index of its own
CREATE INDEX ON mark (course_id);

--@ true: with an index of its own it is listed no more
SELECT count(*) = 0 FROM unindexed_key WHERE child::text = 'mark';

--@ do: a key that carries the first column, and the child's first column is another
CREATE TABLE public.remark (id BIGINT PRIMARY KEY, user_id UUID CONSTRAINT remark_user REFERENCES users (id));

--@ true: an index on another column of the child does not count
SELECT count(*) = 1 FROM unindexed_key WHERE child::text = 'remark' AND foreign_key::text = 'remark_user';
