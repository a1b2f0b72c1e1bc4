"""The reference: a bare window with the same library that shows a text and another one at each key."""

from __future__ import annotations

import os
import sys
import time

os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
import pygame

WORDS = "Klockan är tio i sju. Du står med städvagnen utanför sal 4. Dörren är stängd."


def main() -> None:
    """Run until the window is closed."""
    width, height = (int(number) for number in sys.argv[1].split("x"))
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode((width, height), pygame.NOFRAME)
    font = pygame.font.Font(None, 64)
    count, changed = 0, True
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                return
            if event.type == pygame.KEYDOWN:
                count, changed = count + 1, True
        if changed:
            surface.fill((255, 252, 244))
            surface.blit(font.render(f"{count} {WORDS}", True, (27, 35, 37)), (80, 300))
            pygame.display.flip()
            changed = False
        time.sleep(0.008)


if __name__ == "__main__":
    main()
