-- the tables of the corpus of plans: small, with a partitioned one, and names that want to do harm
CREATE TABLE users (id integer PRIMARY KEY, email text UNIQUE NOT NULL, name text NOT NULL);
CREATE TABLE progress (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE, lesson varchar(255) NOT NULL, score integer,
    completed boolean NOT NULL, tags integer[] NOT NULL, note text NOT NULL DEFAULT repeat('x', 60),
    UNIQUE (user_id, lesson));
INSERT INTO users SELECT g, 'learner' || g || '@example.org', 'N' || g % 50 FROM generate_series(1, 400) AS g;
INSERT INTO progress (user_id, lesson, score, completed, tags)
SELECT u, 'lesson-' || l, (u * l * 37) % 101, l % 2 = 0, ARRAY[l % 7, u % 11]
FROM generate_series(1, 400) AS u, generate_series(1, 50) AS l;
CREATE INDEX progress_score ON progress (score);
CREATE INDEX progress_lesson ON progress (lesson);
CREATE INDEX progress_tags ON progress USING gin (tags);
CREATE INDEX progress_done ON progress (completed, id);
CREATE TABLE event (at integer NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE event_a PARTITION OF event FOR VALUES FROM (0) TO (1000);
CREATE TABLE event_b PARTITION OF event FOR VALUES FROM (1000) TO (2000);
CREATE TABLE event_c PARTITION OF event FOR VALUES FROM (2000) TO (3000);
CREATE INDEX event_at ON event (at);
INSERT INTO event SELECT g, 'e' || g FROM generate_series(0, 2999) AS g;
CREATE TABLE days (day integer NOT NULL); INSERT INTO days SELECT g FROM generate_series(1, 20000) AS g;
CREATE INDEX days_brin ON days USING brin (day) WITH (pages_per_range = 4);
CREATE TABLE "<script>alert(1)</script>" ("a&b" integer); INSERT INTO "<script>alert(1)</script>" VALUES (1);
CREATE TABLE "שלום ⟨עולם⟩" (U&"\202Eoops" text); INSERT INTO "שלום ⟨עולם⟩" VALUES ('x');
CREATE TABLE a_table_whose_name_is_as_long_as_a_name_can_be_in_postgresql_63 (a integer);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch_progress BEFORE UPDATE ON progress FOR EACH ROW EXECUTE FUNCTION touch();
