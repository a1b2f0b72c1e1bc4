"""Start the game from a checkout: `python main.py` does what the command `bemotande` does."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
