"""A short notice over whatever is shown: why something was refused, or what was saved where.

It takes no input and goes away by itself, except a fault, which stays until the next key.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.canvas import Canvas
from game.ui.icons import icon
from game.ui.stage import Box
from game.ui.surfaces import Shadow, slip
from game.ui.text import BODY

SECONDS_AT_LEAST = 3.0
SECONDS_A_CHARACTER = 0.06


@dataclass
class Notice:
    """Words and how long they stay."""

    words: str
    is_fault: bool = False
    elapsed_s: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether it has stood long enough to be read; a fault stays."""
        wanted_s = max(SECONDS_AT_LEAST, SECONDS_A_CHARACTER * len(self.words))
        return not self.is_fault and self.elapsed_s >= wanted_s

    def draw(self, canvas: Canvas) -> None:
        """Draw the slip at the top, as wide as its words need."""
        stage = canvas.stage
        sign = 6.0 if self.is_fault else 0.0
        width = stage.width_vh - 40 - sign
        block = canvas.layout(self.words, BODY, width, balance=True)
        if len(block.lines) > 2:
            # Long words get a wider slip and are set smaller, to cover as little as they can.
            block = canvas.layout(self.words, BODY.sized(3.1), width + 16, balance=True)
        width = block.width_vh + sign + 7.0
        box = Box((stage.width_vh - width) / 2, 2.2, width, block.height_vh + 3.6)
        slip(canvas, box, shadow=Shadow.LIFTED)
        if self.is_fault:
            icon(canvas, "fault", box.x + 5.2, box.center_y, 4.4, canvas.theme.fault, hole=canvas.theme.slip)
        canvas.block(block, Box(box.x + 3.5 + sign, box.y, box.w - 7 - sign, box.h), valign="middle")
