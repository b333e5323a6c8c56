CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- TODO
  RETURN NULL;
END $$;
