"""All colours, by what they are for, in a light, a dark and a high-contrast theme.

Every pair of text and ground that is named here keeps at least 7:1. Colours are RGB triples. This
module draws nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

Color = tuple[int, int, int]

COLOR_NAMES = ("teal", "red", "blue", "brown", "plum", "green", "olive", "slate")
"""The names of a deck theme's colours, in the order in which they are dealt out."""


def rgb(code: str) -> Color:
    """The colour of a code such as `#17363C`."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(a: Color, b: Color, share_of_b: float) -> Color:
    """What b gives when it is laid over a with this opacity."""
    return (
        round(a[0] + (b[0] - a[0]) * share_of_b),
        round(a[1] + (b[1] - a[1]) * share_of_b),
        round(a[2] + (b[2] - a[2]) * share_of_b),
    )


def _luminance(color: Color) -> float:
    parts = [c / 255 for c in color]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(a: Color, b: Color) -> float:
    """The contrast of two colours as WCAG 2 counts it, 1 to 21."""
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True)
class ThemeColor:
    """A deck theme's colour on paper, and the colour of an icon that stands on it."""

    color: Color
    icon: Color


@dataclass(frozen=True)
class Theme:
    """The colours of one appearance of the program. `second_*` is the quieter ink of the same ground."""

    name: str
    has_texture: bool
    has_shadow: bool
    wood: Color
    linen: Color
    stripe: Color
    runner_edge: Color
    weave_a: Color
    weave_b: Color
    grain: Color
    joint: Color
    table_ink: Color
    paper: Color
    paper_edge: Color
    ink: Color
    second_ink: Color
    slip: Color
    slip_edge: Color
    slip_ink: Color
    slip_second: Color
    field: Color
    field_line: Color
    field_ink: Color
    band: Color
    band_ink: Color
    band_second: Color
    band_rim: Color | None
    lit: Color
    lit_pale: Color
    lit_ink: Color
    chosen: Color
    chosen_ink: Color
    ring_track: Color
    ring_right: Color
    ring_left: Color
    fault: Color
    shadow: Color
    back_ink: Color
    backs: tuple[Color, ...]
    colors: Mapping[str, ThemeColor]

    @property
    def is_contrast(self) -> bool:
        """Whether this is the high-contrast theme, where lines stand in for surfaces."""
        return not self.has_texture

    def color_named(self, name: str) -> ThemeColor:
        """The theme colour of that name; slate when there is none."""
        return self.colors.get(name, self.colors["slate"])

    def back_color(self, name_or_index: str | int) -> Color:
        """A deck's back by its number (it goes round) or by a theme colour's name."""
        if isinstance(name_or_index, int):
            return self.backs[name_or_index % len(self.backs)]
        if self.is_contrast:
            return self.backs[0]
        if name_or_index == "teal":
            return DECK_BACKS[0]
        return LIGHT.color_named(name_or_index).color


def _colors(icon: str, *codes: str) -> Mapping[str, ThemeColor]:
    pairs = zip(COLOR_NAMES, codes, strict=True)
    return MappingProxyType({name: ThemeColor(rgb(code), rgb(icon)) for name, code in pairs})


DECK_BACKS: tuple[Color, ...] = tuple(
    rgb(code) for code in ("#17363C", "#2C4474", "#2B5233", "#6B2E57", "#96301F", "#6A4318")
)

LIGHT = Theme(
    name="light",
    has_texture=True,
    has_shadow=True,
    wood=rgb("#DCC59E"),
    linen=rgb("#A9B9B5"),
    stripe=rgb("#F1ECDF"),
    runner_edge=rgb("#8FA19D"),
    weave_a=rgb("#B6C5C1"),
    weave_b=rgb("#9DAEAA"),
    grain=rgb("#A98A58"),
    joint=rgb("#B0925F"),
    table_ink=rgb("#1B2325"),
    paper=rgb("#FFFCF4"),
    paper_edge=rgb("#E2D8C2"),
    ink=rgb("#1B2325"),
    second_ink=rgb("#3F4A4A"),
    slip=rgb("#F7E8C2"),
    slip_edge=rgb("#DFCB98"),
    slip_ink=rgb("#1B2325"),
    slip_second=rgb("#3F4A4A"),
    field=rgb("#F4EEDF"),
    field_line=rgb("#CFC4AC"),
    field_ink=rgb("#1B2325"),
    band=rgb("#17363C"),
    band_ink=rgb("#F7F1E3"),
    band_second=rgb("#C9D6D2"),
    band_rim=None,
    lit=rgb("#F4BC3C"),
    lit_pale=rgb("#FFF3CF"),
    lit_ink=rgb("#1B2325"),
    chosen=rgb("#17363C"),
    chosen_ink=rgb("#FFFCF4"),
    ring_track=rgb("#DAD3C2"),
    ring_right=rgb("#17363C"),
    ring_left=rgb("#B8741A"),
    fault=rgb("#96301F"),
    shadow=rgb("#38280E"),
    back_ink=rgb("#F7F1E3"),
    backs=DECK_BACKS,
    colors=_colors(
        "#FFFCF4", "#0F5257", "#96301F", "#2C4474", "#6A4318", "#6B2E57", "#2B5233", "#55510F", "#3B4A57"
    ),
)

DARK = replace(
    LIGHT,
    name="dark",
    wood=rgb("#19130E"),
    linen=rgb("#1B292B"),
    stripe=rgb("#3C4E4F"),
    runner_edge=rgb("#0E1516"),
    weave_a=rgb("#203032"),
    weave_b=rgb("#172325"),
    grain=rgb("#3A2E20"),
    joint=rgb("#0B0806"),
    table_ink=rgb("#F6EEDD"),
    paper=rgb("#37322B"),
    paper_edge=rgb("#4A443B"),
    ink=rgb("#F6EEDD"),
    second_ink=rgb("#D9D0BE"),
    slip=rgb("#453A22"),
    slip_edge=rgb("#5C4E30"),
    slip_ink=rgb("#F6EEDD"),
    slip_second=rgb("#D9D0BE"),
    field=rgb("#2B2722"),
    field_line=rgb("#5A5347"),
    field_ink=rgb("#F6EEDD"),
    band_rim=rgb("#5C8A92"),
    chosen=rgb("#F4BC3C"),
    chosen_ink=rgb("#1B2325"),
    ring_track=rgb("#4B463E"),
    ring_right=rgb("#9DB9BC"),
    ring_left=rgb("#F4BC3C"),
    fault=rgb("#F6BCAB"),
    shadow=(0, 0, 0),
    colors=_colors(
        "#1B2325", "#8FD0CE", "#F6BCAB", "#B4C6F0", "#E3BE92", "#E5B3D4", "#AED4A6", "#D6D08A", "#C3D0DC"
    ),
)

_BLACK: Color = (0, 0, 0)
_WHITE: Color = (255, 255, 255)

CONTRAST = Theme(
    name="contrast",
    has_texture=False,
    has_shadow=False,
    wood=_BLACK,
    linen=_BLACK,
    stripe=_BLACK,
    runner_edge=_BLACK,
    weave_a=_BLACK,
    weave_b=_BLACK,
    grain=_BLACK,
    joint=_BLACK,
    table_ink=_WHITE,
    paper=_WHITE,
    paper_edge=_WHITE,
    ink=_BLACK,
    second_ink=_BLACK,
    slip=_WHITE,
    slip_edge=_WHITE,
    slip_ink=_BLACK,
    slip_second=_BLACK,
    field=_WHITE,
    field_line=_BLACK,
    field_ink=_BLACK,
    band=_BLACK,
    band_ink=_WHITE,
    band_second=_WHITE,
    band_rim=_WHITE,
    lit=rgb("#FFD400"),
    lit_pale=_WHITE,
    lit_ink=_BLACK,
    chosen=_BLACK,
    chosen_ink=_WHITE,
    ring_track=rgb("#BFBFBF"),
    ring_right=_BLACK,
    ring_left=_BLACK,
    fault=_BLACK,
    shadow=_BLACK,
    back_ink=_WHITE,
    backs=(_BLACK,) * 6,
    colors=_colors("#FFFFFF", *["#000000"] * 8),
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
"""The themes by the name that settings use."""
