"""Pictures as a room will see them: sharp enough, no larger than is of use, and not a mere strip."""

from __future__ import annotations

from math import ceil
from pathlib import Path
from typing import Final

from game.core.cards import Card
from game.decks.fault_codes import FaultCode
from game.decks.pictures import PictureSize, picture_size
from game.decks.room_log import RoomLog, Values

PLACE_VH: Final = (64.5, 56.8)
"""The most room a picture gets beside a card's text, in hundredths of the screen's height (width, height)."""
COMMON_HEIGHT_PX, SHARPEST_HEIGHT_PX = 1080, 2160
MOST_ENLARGED: Final = 1.15
"""Up to this much larger than it is, a picture still looks sharp from a chair."""
HEAVY_MEGAPIXELS: Final = 6
"""Three and a half times what the sharpest screen shows; takes a tenth of a second to unpack."""
HEAVY_BYTES: Final = 2 * 1024 * 1024
MOST_TIMES: Final = 4
"""The longer side, in shorter ones: a strip of that shape is 14 vh wide at the most."""

STAYS: Final = 260
"""Characters of a text beside which a picture is shown on every screen, an old 4:3 one too."""
GIVES_WAY: Final = 335
"""Characters of a text beside which a 16:9 screen shows no picture, because the text needs the room."""
GIVES_WAY_UNTITLED: Final = 400
SLENDER: Final = 0.8
"""Width in heights; a more slender picture takes so little room that it may stay."""


class PictureCheck:
    """Checks the pictures of one deck; each file is looked at once, however many cards show it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sizes: dict[str, PictureSize | None] = {}

    def check(self, log: RoomLog, card: Card) -> None:
        """Warn of a card's picture when the room would see it badly or wait for it."""
        if card.image is None:
            return
        if card.image not in self._sizes:
            self._sizes[card.image] = picture_size(self._folder, card.image)
        size = self._sizes[card.image]
        if size is None or not size.width_px or not size.height_px:
            return  # Gone since the deck was read.
        seen: Values = {"value": card.image, "width": size.width_px, "height": size.height_px}
        most = GIVES_WAY if card.title else GIVES_WAY_UNTITLED
        if len(card.text) > most and size.width_px >= SLENDER * size.height_px:
            shorter: Values = {"value": card.image, "high": STAYS}
            log.about_card(card, FaultCode.PICTURE_GIVES_WAY, shorter, "image")
        if max(size.width_px, size.height_px) > MOST_TIMES * min(size.width_px, size.height_px):
            log.about_card(card, FaultCode.PICTURE_NARROW, {**seen, "times": MOST_TIMES}, "image")
        wide, tall = fitting(size, COMMON_HEIGHT_PX)
        if wide > MOST_ENLARGED * size.width_px:
            log.about_card(card, FaultCode.PICTURE_SMALL, {**seen, "wide": wide, "tall": tall}, "image")
        elif size.width_px * size.height_px > HEAVY_MEGAPIXELS * 1_000_000 or size.bytes > HEAVY_BYTES:
            wide, tall = fitting(size, SHARPEST_HEIGHT_PX)
            enough = {"wide": min(wide, size.width_px), "tall": min(tall, size.height_px)}
            heavy: Values = {**seen, **enough, "kilobytes": size.bytes // 1024}
            log.about_card(card, FaultCode.PICTURE_HEAVY, heavy, "image")


def fitting(size: PictureSize, screen_height_px: int) -> tuple[int, int]:
    """Width and height in pixels at which a picture of that shape is shown on a screen of that height."""
    width, height = (side * screen_height_px / 100 for side in PLACE_VH)
    scale = min(width / size.width_px, height / size.height_px)
    return ceil(size.width_px * scale), ceil(size.height_px * scale)
