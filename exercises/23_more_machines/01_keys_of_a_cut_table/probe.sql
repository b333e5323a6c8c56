--@ sqlstate a: a key of the whole without the time
ALTER TABLE visit ADD PRIMARY KEY (id);

--@ sqlstate b: a key with it
ALTER TABLE visit ADD PRIMARY KEY (visited_at, id);

--@ sqlstate c: one visit a lesson
ALTER TABLE visit ADD UNIQUE (user_id, lesson_id);

--@ sqlstate d: one visit a lesson, in January
ALTER TABLE visit_2024_01 ADD UNIQUE (user_id, lesson_id);

--@ sqlstate e: one id in two months
ALTER TABLE visit ADD PRIMARY KEY (visited_at, id);
INSERT INTO visit (id, user_id, lesson_id, visited_at)
VALUES (:uuid_i, :uuid_u, 'joins', '2024-01-15'), (:uuid_i, :uuid_u, 'joins', '2024-02-15');

--@ sqlstate f: a month without a part
INSERT INTO visit (id, user_id, lesson_id, visited_at) VALUES (:uuid_i, :uuid_u, 'joins', '2024-03-01');
