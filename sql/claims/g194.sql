--@ do hot_share: a copy of 20,000 rows with so much room on its pages, changed by a statement
--@ value hot_at_100: heartbeats on full pages
SELECT hot_share(100, 'SELECT 1', 'UPDATE beats SET last_accessed_at = now()');
--@ value hot_at_50: heartbeats on pages with room
SELECT hot_share(50, 'SELECT 1', 'UPDATE beats SET last_accessed_at = now()');
--@ value hot_completions_at_50: completions on pages with room
SELECT hot_share(50, 'SELECT 1', 'UPDATE beats SET completed = true, completed_at = now() WHERE NOT completed');
