-- Contract: apps enter lessons themselves now, and a misspelt slug is refused.
SET LOCAL lock_timeout = '500ms';

DROP TRIGGER enter_lesson ON lesson_progress;
DROP FUNCTION enter_lesson();
