-- What the row was after each change: whether a try counts for one, and keeps the better score, shows in the steps, not in the end.
CREATE TABLE public.counted (at BIGINT GENERATED ALWAYS AS IDENTITY, user_id UUID, course_id UUID, lesson_id TEXT, attempts INTEGER, score INTEGER);
CREATE FUNCTION public.note_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.counted (user_id, course_id, lesson_id, attempts, score)
  VALUES (NEW.user_id, NEW.course_id, NEW.lesson_id, NEW.attempts, NEW.score);
  RETURN NULL;
END $$;
CREATE TRIGGER note_count AFTER INSERT OR UPDATE ON public.lesson_progress FOR EACH ROW EXECUTE FUNCTION public.note_count();
-- In every second order the tries reach 0 and 100, in every fourth 0 all three, in the others what is drawn: all
-- points are a score, and so are none.
CREATE FUNCTION public.reached(drawn INTEGER, outermost INTEGER) RETURNS INTEGER LANGUAGE sql STABLE AS $$
  SELECT CASE count(*) % 8 WHEN 2 THEN drawn WHEN 6 THEN 0 ELSE outermost END FROM public.users
$$;
