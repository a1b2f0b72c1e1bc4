"""The screens of the game: view in, commands and intents out. No rules, no files, no clock."""
