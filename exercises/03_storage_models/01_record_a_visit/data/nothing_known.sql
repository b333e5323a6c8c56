-- a row of which hardly anything is known: what is NULL stays NULL
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, attempts, first_started_at, last_accessed_at, created_at)
VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c1', 'joins', 40, NULL, NULL, NULL, NULL);
