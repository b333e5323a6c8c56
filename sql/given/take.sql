-- take: note which page has the database from now on, in an empty public
CREATE SCHEMA IF NOT EXISTS public;
CREATE SCHEMA IF NOT EXISTS lessonlab_record;
CREATE TABLE lessonlab_record.open_page (page TEXT NOT NULL, mark TEXT NOT NULL);
COMMENT ON TABLE lessonlab_record.open_page IS
  'The page that was opened in this database last: on a class''s server a person has one, and a page fills it anew.'
