--@ true: it has the columns child and foreign_key
-- The view is to have two columns, child and foreign_key, in this order.
SELECT string_agg(attname::text, ',' ORDER BY attnum) = 'child,foreign_key' FROM pg_attribute
WHERE attrelid = 'public.unindexed_key'::regclass AND attnum > 0;

--@ true: both are of type text or name
-- A column has another type than text or name: a regclass looks like a name and is a number. Take relname.
SELECT bool_and(atttypid IN ('text'::regtype, 'name'::regtype, 'varchar'::regtype)) FROM pg_attribute
WHERE attrelid = 'public.unindexed_key'::regclass AND attnum > 0;

--@ true: for the guide's schema it lists one key, course_progress_course_id_fkey
-- In the guide's schema one key has no index that begins with its column: course_progress_course_id_fkey of course_progress.
SELECT string_agg(child::text || '.' || foreign_key::text, ',') = 'course_progress.course_progress_course_id_fkey' FROM unindexed_key;

--@ do: a table with a drawn name that refers to both, and has no index
CREATE TABLE public.:name_mark (id INTEGER, user_id UUID CONSTRAINT :name_user REFERENCES users (id), course_id UUID CONSTRAINT :name_course REFERENCES courses (id));

--@ true: both of its keys are listed, by their names
-- A new table has two keys and no index: both must be listed, under the names of the table and of the constraint. A view that asks the catalog knows them.
SELECT count(*) = 2 AND bool_and(foreign_key::text IN (:quoted_user, :quoted_course)) FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: the first column of an index is served, the second is not
-- An index serves the column that it begins with, and no other one.
CREATE INDEX ON public.:name_mark (user_id, course_id);
SELECT string_agg(foreign_key::text, ',') = :quoted_course FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: the other way round as well
-- An index serves the column that it begins with, and no other one.
CREATE INDEX ON public.:name_mark (course_id, user_id);
SELECT string_agg(foreign_key::text, ',') = :quoted_user FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: an index that goes on with an expression counts
-- What comes behind the first column of an index does not matter, be it an expression: the column is served.
CREATE INDEX ON public.:name_mark (user_id, (id + 1));
SELECT string_agg(foreign_key::text, ',') = :quoted_course FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: a partial index does not count
-- An index with a WHERE does not hold all rows, so it serves no key, and the key must still be listed.
CREATE INDEX ON public.:name_mark (course_id) WHERE id IS NOT NULL;
SELECT count(*) = 2 FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: an index with another condition does not count either
-- An index with a WHERE does not hold all rows, so it serves no key, and the key must still be listed.
CREATE INDEX ON public.:name_mark (user_id) WHERE course_id IS NULL;
SELECT count(*) = 2 FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: an index that is not valid does not count
-- An index that is not valid is kept up and never asked (indisvalid is false), so the key must still be listed.
CREATE TABLE public.:name_remark (id INTEGER, user_id UUID CONSTRAINT :name_user REFERENCES users (id)) PARTITION BY LIST (id);
CREATE TABLE public.:name_other PARTITION OF public.:name_remark FOR VALUES IN (1);
CREATE INDEX ON ONLY public.:name_remark (user_id);
SELECT count(*) = 1 FROM unindexed_key WHERE child::text = :quoted_remark;

--@ true: with an index of its own it is listed no more
-- Both columns have an index of their own now, so neither key may be listed.
CREATE INDEX ON public.:name_mark (course_id);
CREATE INDEX ON public.:name_mark (user_id);
SELECT count(*) = 0 FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: a hash index counts
-- A hash index finds the rows of a key as a B-tree does. Of which kind an index is does not matter.
CREATE INDEX ON public.:name_mark (course_id);
CREATE INDEX ON public.:name_mark USING hash (user_id);
SELECT count(*) = 0 FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: two indexes on one key list nothing, and no index lists a key once
-- Each key is to stand there once, however many indexes the table has.
CREATE INDEX ON public.:name_mark (id);
CREATE INDEX ON public.:name_mark (id, user_id);
SELECT count(*) = 2 AND count(DISTINCT foreign_key) = 2 FROM unindexed_key WHERE child::text = :quoted_mark;

--@ true: the index of a key or of UNIQUE counts
-- The index of a PRIMARY KEY or of UNIQUE is an index like any other.
CREATE TABLE public.:name_remark (user_id UUID PRIMARY KEY CONSTRAINT :name_user REFERENCES users (id), course_id UUID UNIQUE CONSTRAINT :name_course REFERENCES courses (id));
SELECT count(*) = 0 FROM unindexed_key WHERE child::text = :quoted_remark;

--@ true: an index on another column of the child, or of another table, does not count
-- An index on some other column, or on some other table, serves no key of this table. What must agree is the table, and the number of the column.
CREATE TABLE public.:name_remark (id BIGINT PRIMARY KEY, user_id UUID CONSTRAINT :name_user REFERENCES users (id));
CREATE TABLE public.:name_other (a INTEGER, b INTEGER);
CREATE INDEX ON public.:name_other (b);
SELECT string_agg(foreign_key::text, ',') = :quoted_user FROM unindexed_key WHERE child::text = :quoted_remark;

--@ true: an index on a column whose number, or name, begins alike does not count
-- An index on column 10, or on one whose name begins with that of the key, serves some other column: numbers and names must be equal, and not only begin alike.
CREATE TABLE public.:name_remark (u UUID CONSTRAINT :name_user REFERENCES users (id), c2 INTEGER, c3 INTEGER, c4 INTEGER, c5 INTEGER, c6 INTEGER, c7 INTEGER, c8 INTEGER, c9 INTEGER, u10 INTEGER);
CREATE INDEX ON public.:name_remark (u10);
SELECT string_agg(foreign_key::text, ',') = :quoted_user FROM unindexed_key WHERE child::text = :quoted_remark;

--@ true: a column whose name is quoted has its index too
-- An index on a column whose name is quoted when one types it serves its key: compare numbers, not what is printed.
CREATE TABLE public."Quiz Try" (id INTEGER, "User" UUID CONSTRAINT "Whose Try" REFERENCES users (id));
CREATE INDEX ON public."Quiz Try" ("User");
SELECT count(*) = 0 FROM unindexed_key WHERE foreign_key::text = 'Whose Try';

--@ true: the child is called as its table is
-- A table whose name has capitals or blanks is listed under another name: regclass writes quotes around it.
-- Take relname.
CREATE TABLE public."Quiz Try" (user_id UUID CONSTRAINT :name_whose REFERENCES users (id));
SELECT count(*) = 0 FROM unindexed_key WHERE foreign_key::text = :quoted_whose AND child::text <> 'Quiz Try';

--@ true: keys of several columns do not count
-- A key of several columns is listed, and the question leaves these out.
CREATE TABLE public.:name_parent (a INTEGER, b INTEGER, PRIMARY KEY (a, b));
CREATE TABLE public.:name_child (a INTEGER, b INTEGER, CONSTRAINT :name_pair FOREIGN KEY (a, b) REFERENCES public.:name_parent);
SELECT count(*) = 0 FROM unindexed_key WHERE child::text = :quoted_child;

--@ true: keys of other schemas do not count
-- A key of a table in another schema is listed: the question asks for the schema public.
CREATE TEMP TABLE :name_parent (a INTEGER PRIMARY KEY);
CREATE TEMP TABLE :name_child (a INTEGER CONSTRAINT :name_up REFERENCES :name_parent);
SELECT count(*) = 0 FROM unindexed_key WHERE foreign_key::text = :quoted_up;

--@ true: each table has names of its own for its keys
-- Two tables have a key of one name, and one of them has an index: the other's is to be listed. A constraint is known by its table and its name.
CREATE TABLE public.:name_child (user_id UUID CONSTRAINT :name_own REFERENCES users (id));
CREATE TABLE public.:name_other (user_id UUID CONSTRAINT :name_own REFERENCES users (id));
CREATE INDEX ON public.:name_other (user_id);
SELECT string_agg(child::text, ',') = :quoted_child FROM unindexed_key WHERE foreign_key::text = :quoted_own;

--@ true: an index on a table of the same name elsewhere does not count
-- A table of another schema is called as the child is, and has the index: that serves no key of public. Compare numbers of tables, not their names.
CREATE TABLE public.:name_child (user_id UUID CONSTRAINT :name_user REFERENCES users (id));
CREATE TEMP TABLE :name_child (user_id UUID);
CREATE INDEX ON pg_temp.:name_child (user_id);
SELECT count(*) = 1 FROM unindexed_key WHERE child::text = :quoted_child;

--@ true: two keys on one column are two
-- A column refers to two tables, and has no index: both of its keys are to be listed.
CREATE TABLE public.:name_parent (id UUID PRIMARY KEY);
CREATE TABLE public.:name_child (user_id UUID CONSTRAINT :name_user REFERENCES users (id) CONSTRAINT :name_up REFERENCES public.:name_parent);
SELECT count(*) = 2 FROM unindexed_key WHERE child::text = :quoted_child AND foreign_key::text IN (:quoted_user, :quoted_up);

--@ true: a key that is not valid, or that is checked at the end, is a key
-- Of a table two keys are to be listed: one that is NOT VALID, for its older rows were not looked at, and one
-- that is DEFERRABLE. Both are foreign keys like any other.
CREATE TABLE public.:name_child (
  user_id UUID,
  course_id UUID CONSTRAINT :name_course REFERENCES courses (id)
    ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE public.:name_child
  ADD CONSTRAINT :name_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE NOT VALID;
SELECT count(*) = 2 AND bool_and(foreign_key::text IN (:quoted_user, :quoted_course))
FROM unindexed_key WHERE child::text = :quoted_child;

--@ true: other constraints are no foreign keys
-- A table without any foreign key is listed.
CREATE TABLE public.:name_child (a INTEGER CHECK (a > 0), b INTEGER UNIQUE, c INTEGER PRIMARY KEY);
SELECT count(*) = 0 FROM unindexed_key WHERE child::text = :quoted_child;

--@ true: a key of a table whose parent is itself
-- A table may refer to itself: its key is one like any other, and is to be listed by the child's column.
CREATE TABLE public.:name_child (id INTEGER PRIMARY KEY, above INTEGER CONSTRAINT :name_up REFERENCES public.:name_child);
SELECT string_agg(foreign_key::text, ',') = :quoted_up FROM unindexed_key WHERE child::text = :quoted_child;
