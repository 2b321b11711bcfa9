"""Where the reader is and what they may press: pure, shared by screen and commands, without Textual."""
