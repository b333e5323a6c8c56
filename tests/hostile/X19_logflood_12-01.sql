-- RAISE LOG goes to the log of the server, not to the client: 100 MB a line, at every UPDATE, fills the disk unseen
CREATE FUNCTION chatter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  FOR i IN 1..100000 LOOP RAISE LOG '%', repeat('x', 100000000) USING DETAIL = repeat('y', 100000000); END LOOP; RETURN NEW; END $$;
CREATE TRIGGER chatter BEFORE UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION chatter();
