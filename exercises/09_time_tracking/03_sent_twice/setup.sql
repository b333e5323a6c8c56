CREATE TABLE public.message (name UUID PRIMARY KEY);
-- What each device did to the row: whether last_accessed_at moved alone cannot be seen in the end.
CREATE TABLE public.moved (device XID8, user_id UUID, seconds INTEGER, accessed BOOLEAN);
CREATE FUNCTION public.note_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.moved (device, user_id, seconds, accessed)
  VALUES (pg_current_xact_id(), NEW.user_id, NEW.time_spent_seconds - OLD.time_spent_seconds, NEW.last_accessed_at <> OLD.last_accessed_at);
  RETURN NULL;
END $$;
CREATE TRIGGER note_move AFTER UPDATE ON public.lesson_progress FOR EACH ROW EXECUTE FUNCTION public.note_move();
