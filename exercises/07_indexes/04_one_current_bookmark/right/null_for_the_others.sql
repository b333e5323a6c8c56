-- NULL is unequal to NULL: what is not current has no key that could be there twice.
CREATE UNIQUE INDEX bookmark_current ON bookmark (
  (CASE WHEN current THEN user_id END), (CASE WHEN current THEN course_id END)
);
