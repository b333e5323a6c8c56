-- large_lesson_progress: the story, lesson by lesson
INSERT INTO lesson_progress (
  id, user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score,
  first_started_at, last_accessed_at, completed_at, created_at, updated_at
)
TABLE seeding.story
