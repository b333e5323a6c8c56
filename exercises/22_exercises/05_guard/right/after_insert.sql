-- An AFTER trigger may refuse as well: the whole statement is taken back. Only the time needs BEFORE.
CREATE FUNCTION refuse_early() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE((SELECT progress_percentage FROM course_progress AS cp
               WHERE (cp.user_id, cp.course_id) = (NEW.user_id, NEW.course_id)), 0) < 100 THEN
    RAISE EXCEPTION 'too early' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_issued_at() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN NEW.issued_at := OLD.issued_at; RETURN NEW; END $$;
CREATE TRIGGER refuse_early AFTER INSERT OR UPDATE OF user_id, course_id ON certificate FOR EACH ROW EXECUTE FUNCTION refuse_early();
CREATE TRIGGER keep_issued_at BEFORE UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION keep_issued_at();
