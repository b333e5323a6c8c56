-- small_course_progress: the JSONB copy of what lesson_progress says; the order of a course's lessons is seeding.lesson's
INSERT INTO course_progress (
  id, user_id, course_id, completed_lessons, progress_percentage, last_accessed_at, created_at, updated_at
)
SELECT seeding.uuid(1005, e.key), p.user_id, p.course_id,
       coalesce(jsonb_agg(p.lesson_id ORDER BY l.n) FILTER (WHERE p.completed), '[]'),
       round(100.0 * count(*) FILTER (WHERE p.completed) / c.lesson_count),
       max(p.last_accessed_at), min(p.first_started_at), max(p.last_accessed_at)
FROM seeding.enrolment AS e
JOIN courses AS c ON c.id = seeding.uuid(1003, e.course)
JOIN lesson_progress AS p
  ON p.user_id = seeding.uuid(1001, e.learner) AND p.course_id = seeding.uuid(1003, e.course)
JOIN seeding.lesson AS l ON l.course = e.course AND l.slug = p.lesson_id
GROUP BY e.key, p.user_id, p.course_id, c.lesson_count
ORDER BY min(p.first_started_at), e.key
