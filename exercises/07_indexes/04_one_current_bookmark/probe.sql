--@ true: all bookmarks are still there
-- Bookmarks are gone or changed: the rule asks nothing of those that were there.
SELECT count(*) = 3 AND count(*) FILTER (WHERE current) = 2 FROM bookmark;

--@ true: the table has its four columns
-- The columns of the table are not what they were: nothing but the rule is wanted.
SELECT string_agg(attname || ' ' || atttypid::regtype || ' ' || attnotnull, ', ' ORDER BY attnum)
  = 'user_id uuid true, course_id uuid true, lesson_id text true, current boolean true'
FROM pg_attribute WHERE attrelid = 'bookmark'::regclass AND attnum > 0 AND NOT attisdropped;

--@ accepted: a first current bookmark
-- A learner's first current bookmark in a course is refused.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, true);

--@ refused 23505 or 23P01: a second current bookmark in a course
-- Two bookmarks of a learner in a course are current.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :int_l::text, true), (:uuid_a, :uuid_c, :words_m, true);

--@ refused 23505 or 23P01: the same lesson, current twice
-- Two bookmarks in one lesson are current.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, true), (:uuid_a, :uuid_c, :text_l, true);

--@ refused 23505 or 23P01: another one is made current
-- A bookmark was made current while another was: the rule has to look at an UPDATE, too.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, true), (:uuid_a, :uuid_c, :text_m, false);
UPDATE bookmark SET current = true WHERE user_id = :uuid_a AND lesson_id = :text_m;

--@ accepted: one that is current beside one that is not
-- A bookmark that is not current stands in no one's way.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, true), (:uuid_a, :uuid_c, :text_m, false);

--@ accepted: many that are not current
-- A learner has as many bookmarks as they like; only one of them is current.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, true), (:uuid_a, :uuid_c, :text_m, false), (:uuid_a, :uuid_c, :text_n, false);

--@ accepted: several in one lesson
-- Several bookmarks may be in one lesson.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, false), (:uuid_a, :uuid_c, :text_l, false), (:uuid_a, :uuid_c, :text_l, true);

--@ accepted: a course without a current one
-- No bookmark needs to be the current one.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_a, :uuid_c, :text_l), (:uuid_a, :uuid_c, :text_m);

--@ accepted: a current one in each of two courses
-- In each course there may be a current bookmark: the course belongs to the key, with the whole of its id.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, true), (:uuid_a, :uuid_d, :text_l, true);
INSERT INTO bookmark  -- 32 courses whose ids differ from the first in one digit only
SELECT :uuid_a, overlay(id PLACING CASE substr(id, place, 1) WHEN '7' THEN '3' ELSE '7' END FROM place)::uuid,
       :text_l, true
FROM CAST(:uuid_c AS text) AS id, generate_series(1, 36) AS place WHERE substr(id, place, 1) <> '-';

--@ accepted: a current one of each of two learners
-- Each learner has a current bookmark of their own: the learner belongs to the key, with the whole of the id.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, true), (:uuid_b, :uuid_c, :text_l, true);
INSERT INTO bookmark  -- 32 learners whose ids differ from the first in one digit only
SELECT overlay(id PLACING CASE substr(id, place, 1) WHEN '7' THEN '3' ELSE '7' END FROM place)::uuid, :uuid_c,
       :text_l, true
FROM CAST(:uuid_a AS text) AS id, generate_series(1, 36) AS place WHERE substr(id, place, 1) <> '-';

--@ accepted: the next one is current, after the last one no more
-- Moving on must be possible: the old one is no longer current, then the new one is.
INSERT INTO bookmark VALUES (:uuid_a, :uuid_c, :text_l, true), (:uuid_a, :uuid_c, :text_m, false);
UPDATE bookmark SET current = false WHERE user_id = :uuid_a AND lesson_id = :text_l;
UPDATE bookmark SET current = true WHERE user_id = :uuid_a AND lesson_id = :text_m;
