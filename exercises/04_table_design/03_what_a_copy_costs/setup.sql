CREATE TABLE course (id INT PRIMARY KEY, title TEXT);
CREATE TABLE progress (learner TEXT, course_id INT REFERENCES course, lesson INT);
INSERT INTO course VALUES (1, 'Databases'), (2, 'Art');
INSERT INTO progress SELECT who, 1, n FROM unnest(ARRAY['Ada', 'Bo', 'Chidi']) AS who, generate_series(1, 4) AS n;
INSERT INTO progress VALUES ('Dana', 2, 1);
CREATE TABLE flat AS SELECT learner, title, lesson FROM progress JOIN course ON id = course_id;
