"""The service of chapters 19 and 20, and the caches of chapter 15."""
