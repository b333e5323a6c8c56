-- says: could not create unique index
DELETE FROM bookmark WHERE added_at IN ('2026-01-05 10:00:02+00', '2026-01-05 10:00:03+00', '2026-01-05 12:00:00.2+00');
ALTER TABLE bookmark ADD UNIQUE (user_id, course_id, lesson_id),
  DROP CONSTRAINT bookmark_user_id_fkey, ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice ALTER user_id DROP NOT NULL, DROP CONSTRAINT invoice_user_id_fkey,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
