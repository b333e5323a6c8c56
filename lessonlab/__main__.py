"""`python -m lessonlab`."""

from lessonlab.cli import main

if __name__ == "__main__":
    main()
