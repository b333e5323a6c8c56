-- guard: who may make schemas could install trusted extensions and publish: that is the instructor's
CREATE SCHEMA lessonlab_guard;
CREATE FUNCTION lessonlab_guard.refuse() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
    RAISE insufficient_privilege USING MESSAGE = tg_tag || ' is not for you on this server',
      HINT = 'It is your class''s: extensions and publications are your instructor''s to make.';
  END IF;
END
$$;
CREATE EVENT TRIGGER lessonlab_guard ON ddl_command_start
  WHEN TAG IN ('CREATE EXTENSION', 'ALTER EXTENSION', 'CREATE PUBLICATION', 'CREATE SUBSCRIPTION',
               'CREATE FOREIGN DATA WRAPPER', 'CREATE SERVER', 'CREATE LANGUAGE')
  EXECUTE FUNCTION lessonlab_guard.refuse()
