"""The line mode: the whole reader as typed commands and printed lines, for people who hear the screen."""
