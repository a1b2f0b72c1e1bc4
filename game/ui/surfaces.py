"""The table and the plain papers that lie on it: sheets, slips, fields, options, the coaster.

The table is drawn once for a size and a theme and kept as one surface. It knows no cards
(`game.ui.cards`) and no people.
"""

from __future__ import annotations

import random
from itertools import pairwise

import pygame
from pygame import Rect, Surface

from game.ui.caching import allow_for
from game.ui.canvas import Canvas
from game.ui.shadows import Shadow, disc_shadow, shadow
from game.ui.shapes import disc, rounded
from game.ui.stage import Box, Stage
from game.ui.theme import Color, Theme, mix

__all__ = [
    "RUNNER_BOTTOM_VH",
    "RUNNER_TOP_VH",
    "Shadow",
    "coaster",
    "disc_shadow",
    "field",
    "flat_ground",
    "option",
    "panel",
    "shadow",
    "slip",
    "table",
    "veil",
]

PLANK_VH = 100 / 6
RUNNER_TOP_VH = 14.0
RUNNER_BOTTOM_VH = 79.5
_PLANK_TINTS = (0.0, -0.008, 0.012, 0.016, -0.012, 0.02)
_STRIPES = ((1.6, 0.45), (2.7, 1.5), (4.85, 0.45))
_STRIPES_UP = ((2.05, 0.45), (4.2, 1.5), (5.3, 0.45))
_SEED = 11

_table_kept: dict[tuple[int, int, str], Surface] = {}


def table(canvas: Canvas) -> None:
    """Cover the whole window with the table: planks, and the runner across it."""
    stage, theme = canvas.stage, canvas.theme
    key = (stage.width_px, stage.height_px, theme.name)
    kept = _table_kept.get(key)
    if kept is None:
        _table_kept.clear()
        allow_for(stage.height_px)
        kept = _table_kept[key] = table_surface(stage, theme, canvas.surface)
    canvas.surface.blit(kept, (0, 0))


def forget_table() -> None:
    """Free the table's surface."""
    _table_kept.clear()


def flat_ground(canvas: Canvas) -> None:
    """Cover the whole window with plain linen."""
    canvas.surface.fill(canvas.theme.linen)


def table_surface(stage: Stage, theme: Theme, like: Surface | None = None) -> Surface:
    """The table as one opaque surface of the window's size, in the pixel format of `like`."""
    size = (stage.width_px, stage.height_px)
    ground = Surface(size, 0, like) if like is not None else Surface(size, 0, 32)
    ground.fill(theme.wood)
    if not theme.has_texture:
        return ground
    _planks(ground, stage, theme)
    _runner(ground, stage, theme)
    return ground


def _tinted(color: Color, tint: float) -> Color:
    return (
        min(255, round(color[0] * (1 + tint))),
        min(255, round(color[1] * (1 + tint))),
        min(255, round(color[2] * (1 + tint))),
    )


def _planks(ground: Surface, stage: Stage, theme: Theme) -> None:
    chance = random.Random(_SEED)
    window = stage.window
    for index, tint in enumerate(_PLANK_TINTS):
        top = index * PLANK_VH
        wood = _tinted(theme.wood, tint)
        ground.fill(wood, Rect(0, stage.y_px(top), stage.width_px, stage.y_px(top + PLANK_VH)))
        for _ in range(11):
            _grain(ground, stage, chance, window, top, wood, theme.grain)
        joint = mix(wood, theme.joint, 0.55)
        ground.fill(joint, (0, stage.y_px(top), stage.width_px, stage.line_px(0.2)))


def _grain(
    ground: Surface, stage: Stage, chance: random.Random, window: Box, top: float, wood: Color, grain: Color
) -> None:
    """One line of grain: a shallow curve whose opacity follows its width at the thin end."""
    length = chance.uniform(30, 140)
    x = chance.uniform(-20, 177.78 - 20)
    y = top + chance.uniform(1.0, PLANK_VH - 1.0)
    bend, drop = chance.uniform(-0.7, 0.7), chance.uniform(-0.5, 0.5)
    width, opacity = chance.uniform(0.09, 0.25), chance.uniform(0.10, 0.22)
    if x > window.right or RUNNER_TOP_VH + 1.5 < y < RUNNER_BOTTOM_VH - 1.5:
        # Outside the window, or under the runner.
        return
    color = mix(wood, grain, opacity)
    points: list[tuple[float, float]] = []
    for step in range(13):
        t = step / 12
        curve_y = y + 2 * bend * t * (1 - t) + drop * t
        points.append((stage.origin_px + (x + length * t) * stage.scale, curve_y * stage.scale))
    width_px = max(1, round(width * stage.scale))
    for start, end in pairwise(points):
        pygame.draw.aaline(ground, color, start, end, width_px)


def _runner(ground: Surface, stage: Stage, theme: Theme) -> None:
    top, bottom = stage.y_px(RUNNER_TOP_VH), stage.y_px(RUNNER_BOTTOM_VH)
    shade = Surface((stage.width_px, stage.line_px(0.5)), pygame.SRCALPHA, 32)
    shade.fill((*theme.shadow, round(255 * 0.18)))
    ground.blit(shade, (0, bottom))
    tile = _weave(stage, theme)
    side = tile.get_width()
    row = Surface((stage.width_px, side), 0, ground)
    for x in range(0, stage.width_px, side):
        row.blit(tile, (x, 0))
    ground.set_clip((0, top, stage.width_px, bottom - top))
    for y in range(top, bottom, side):
        ground.blit(row, (0, y))
    for offset, height in _STRIPES:
        _stripe(ground, stage, theme, RUNNER_TOP_VH + offset, height)
    for offset, height in _STRIPES_UP:
        _stripe(ground, stage, theme, RUNNER_BOTTOM_VH - offset, height)
    edge = stage.line_px(0.25)
    ground.fill(theme.runner_edge, (0, top, stage.width_px, edge))
    ground.fill(theme.runner_edge, (0, bottom - edge, stage.width_px, edge))
    ground.set_clip(None)


def _stripe(ground: Surface, stage: Stage, theme: Theme, y: float, height: float) -> None:
    band = Surface((stage.width_px, stage.line_px(height)), 0, ground)
    band.fill(theme.stripe)
    band.set_alpha(round(255 * 0.9))
    ground.blit(band, (0, stage.y_px(y)))


def _weave(stage: Stage, theme: Theme) -> Surface:
    """A block of the weave, 16 tiles wide; small tiles are drawn larger and scaled, so that none vanish."""
    side = max(3, stage.px(0.556))
    large = 12
    tile = Surface((large, large), 0, 32)
    tile.fill(theme.linen)
    third = large // 3
    tile.fill(mix(theme.linen, theme.weave_a, 0.5), (0, 0, large, third))
    tile.fill(mix(theme.linen, theme.weave_b, 0.35), (large // 2, large // 2, third, large // 2))
    small = pygame.transform.smoothscale(tile, (side, side))
    block = Surface((side * 16, side * 16), 0, 32)
    for row in range(16):
        for column in range(16):
            block.blit(small, (column * side, row * side))
    return block


def panel(canvas: Canvas, box: Box, *, radius: float = 2.2, shadow: Shadow = Shadow.RESTING) -> None:
    """A sheet of paper."""
    _sheet(canvas, box, radius, canvas.theme.paper, canvas.theme.paper_edge, shadow)


def slip(canvas: Canvas, box: Box, *, radius: float = 1.4, shadow: Shadow = Shadow.SLIP) -> None:
    """A slip of the yellowish paper."""
    _sheet(canvas, box, radius, canvas.theme.slip, canvas.theme.slip_edge, shadow)


_shadow = shadow


def _sheet(canvas: Canvas, box: Box, radius: float, fill: Color, edge: Color, kind: Shadow) -> None:
    _shadow(canvas, box, radius, kind)
    rounded(canvas, box, radius, fill, line=0.14, line_color=edge)


def field(canvas: Canvas, box: Box, *, radius: float = 1.4) -> None:
    """A place to write or choose, sunk into paper."""
    line = 0.3 if canvas.theme.is_contrast else 0.1
    rounded(canvas, box, radius, canvas.theme.field, line=line, line_color=canvas.theme.field_line)


def option(canvas: Canvas, box: Box, *, is_chosen: bool = False, radius: float = 1.6) -> None:
    """A sheet that can be chosen; the chosen one is filled (the tick is the caller's)."""
    theme = canvas.theme
    if not is_chosen:
        _sheet(canvas, box, radius, theme.paper, theme.paper_edge, Shadow.SLIP)
        return
    shadow(canvas, box, radius, Shadow.SLIP)
    line_color = theme.chosen_ink if theme.is_contrast else None
    rounded(canvas, box, radius, theme.chosen, line=0.4, line_color=line_color)


def coaster(canvas: Canvas, cx: float, cy: float, r: float = 25.5) -> None:
    """A round sheet of paper for the ring and its words."""
    disc_shadow(canvas, cx, cy, r, Shadow.RESTING)
    disc(canvas, cx, cy, r, canvas.theme.paper)


def veil(canvas: Canvas, share: float = 0.55) -> None:
    """Darken everything drawn so far, for a dialog in front of it."""
    color: Color = (0, 0, 0) if canvas.theme.is_contrast else mix(canvas.theme.band, (0, 0, 0), 0.5)
    cover = Surface(canvas.surface.get_size(), 0, canvas.surface)
    cover.fill(color)
    cover.set_alpha(round(255 * share))
    canvas.surface.blit(cover, (0, 0))
