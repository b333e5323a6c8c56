BEGIN;
-- the locks of both rows, in one order  -- TODO
-- :at_first more for :first, and :at_second more for :second
COMMIT;
