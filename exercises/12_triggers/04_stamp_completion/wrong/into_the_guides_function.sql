-- says: not so
CREATE OR REPLACE FUNCTION update_updated_at_column() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); IF NEW.completed THEN NEW.completed_at := now(); END IF; RETURN NEW; END $$;
