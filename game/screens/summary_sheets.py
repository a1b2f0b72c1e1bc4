"""What the group takes with it, on three sheets: strengths, what to improve, what the manager gets.

Every line has a place: lines without a mark come under a heading of their own, and sheets that are
full go on to another page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.state import Mark, PromiseForm
from game.core.views import TableView, TakeawayView
from game.i18n import N_, Translator
from game.screens.base import Scene
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, slip
from game.ui.text import PANEL_HEADING, TextBlock, TextStyle, layout
from game.ui.theme import Color

NOTHING = N_("Inget den här gången.")
GAP_VH = 2.9
_HEAD_VH = 9.4
_COUNT = TextStyle(Face.BOLD, 5.2, 1.1)
_LINE = TextStyle(Face.REGULAR, 3.8, 1.26)
_REMARK = TextStyle(Face.REGULAR, 3.4, 1.26)
_LINE_PAD_VH = 3.0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a count, its lines, and a remark under them."""

    heading: str
    count: int
    lines: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What of a section stands on one page of its column."""

    section: Section
    lines: tuple[TextBlock, ...]
    remark: TextBlock | None
    height_vh: float


def columns_of(view: TableView, _: Translator) -> list[list[Section]]:
    """The three sheets; a fourth kind of line goes where there is most room."""
    takeaways = view.takeaways
    strengths = _section(_("Redan en styrka"), [t for t in takeaways if t.mark is Mark.STRENGTH], _)
    improve = _section(_("Att förbättra"), [t for t in takeaways if t.mark is Mark.IMPROVE], _)
    manager = _section(_("Till chefen"), [t for t in takeaways if t.needs_manager], _)
    columns = [[strengths], [improve], [manager, _promises(view, _)]]
    rest = [t for t in takeaways if t.mark is None and not t.needs_manager]
    if rest:
        shorter = 0 if _length(strengths) <= _length(improve) else 1
        columns[shorter].append(_section(_("Också med oss"), rest, _))
    return columns


def _section(heading: str, takeaways: list[TakeawayView], _: Translator) -> Section:
    lines = tuple(takeaway.text for takeaway in takeaways if takeaway.text)
    aloud = sum(1 for takeaway in takeaways if takeaway.text is None)
    remark = _.plural("{n} sades högt", "{n} sades högt", aloud) if aloud else ""
    if not takeaways:
        remark = _(NOTHING)
    return Section(heading, len(lines) + aloud, lines, remark)


def _promises(view: TableView, _: Translator) -> Section:
    forms = [promise.form for promise in view.promises]
    aloud, private = forms.count(PromiseForm.ALOUD), forms.count(PromiseForm.PRIVATE)
    said = [_("Vi frågar varandra hur det gick.") if forms else _(NOTHING)]
    if aloud:
        said.append(_.plural("{n} sades högt.", "{n} sades högt.", aloud))
    if private:
        said.append(
            _.plural("{n} behåller sitt för sig själv.", "{n} behåller sina för sig själva.", private)
        )
    return Section(_("Löften"), len(forms), (), " ".join(said))


def _length(section: Section) -> int:
    return sum(len(line) + 20 for line in section.lines)


# --- pages


def pages_of(scene: Scene, stage: Stage) -> list[list[list[Part]]]:
    """Pages of three columns of parts."""
    width = _text_width(stage)
    flows = [
        _flow(sections, stage, width, scene.look.language) for sections in columns_of(scene.table, scene._)
    ]
    return [[flow[i] if i < len(flow) else [] for flow in flows] for i in range(max(map(len, flows)))]


def _column_width(stage: Stage) -> float:
    return (stage.content.w - 2 * GAP_VH) / 3


def sheet_box(stage: Stage, index: int) -> Box:
    """One of the three sheets; on narrow stages they are higher, because lines are shorter."""
    width = _column_width(stage)
    x = stage.content.x + index * (width + GAP_VH)
    return Box(x, 14.4, width, 71.6) if stage.is_narrow else Box(x, 19.0, width, 62.0)


def _padding(stage: Stage) -> float:
    return 3.0 if stage.is_narrow else 4.5


def _text_width(stage: Stage) -> float:
    return _column_width(stage) - 2 * _padding(stage)


def _flow(sections: list[Section], stage: Stage, width: float, language: str) -> list[list[Part]]:
    """A column's parts, page by page. A heading is never left alone at the foot of a sheet."""
    size = 3.4 if stage.is_narrow else _LINE.size_vh
    room = sheet_box(stage, 0).h - 5.2
    pages: list[list[Part]] = [[]]
    free = room
    for section in sections:
        blocks = [
            layout(stage, line, _LINE.sized(size), width, language, balance=True) for line in section.lines
        ]
        remark = layout(stage, section.remark, _REMARK, width, language) if section.remark else None
        heights = [block.height_vh + _LINE_PAD_VH for block in blocks]
        if remark is not None:
            heights.append(remark.height_vh + _LINE_PAD_VH)
        start = 0
        is_first = True
        while is_first or start < len(heights):
            least = _HEAD_VH + (heights[start] if heights else 0.0)
            if pages[-1] and least > free:
                pages.append([])
                free = room
            end, used = start, _HEAD_VH
            while end < len(heights) and (end == start or used + heights[end] <= free):
                used += heights[end]
                end += 1
            has_remark = remark is not None and end == len(heights)
            lines = tuple(blocks[start : min(end, len(blocks))])
            pages[-1].append(Part(section, lines, remark if has_remark else None, used))
            free -= used
            start, is_first = end, False
    return pages


def draw_sheets(canvas: Canvas, page: list[list[Part]]) -> None:
    """One page: three sheets, the third of the yellowish paper."""
    stage, theme = canvas.stage, canvas.theme
    padding = _padding(stage)
    heading = _heading_style(canvas, [part.section.heading for parts in page for part in parts])
    for index, parts in enumerate(page):
        if not parts:
            continue
        box = sheet_box(stage, index)
        on_slip = index == 2
        (slip if on_slip else panel)(canvas, box)
        ink = theme.slip_ink if on_slip else theme.ink
        y = box.y + 2.6
        for place, part in enumerate(parts):
            if place and place == len(parts) - 1:
                # The last of several stands at the foot of the sheet.
                y = max(y, box.bottom - 2.6 - part.height_vh)
            _draw_part(
                canvas, Box(box.x + padding, y, box.w - 2 * padding, part.height_vh), part, heading, ink
            )
            y += part.height_vh


def _heading_style(canvas: Canvas, headings: Sequence[str]) -> TextStyle:
    """The largest size in which every heading stands beside its count, so that all are alike."""
    room = _text_width(canvas.stage) - canvas.width("88", _COUNT) - 1.0
    size = PANEL_HEADING.size_vh
    while size > 3.0 and any(canvas.width(heading, PANEL_HEADING.sized(size)) > room for heading in headings):
        size = round(size - 0.1, 2)
    return PANEL_HEADING.sized(size)


def _draw_part(canvas: Canvas, box: Box, part: Part, heading: TextStyle, ink: Color) -> None:
    theme = canvas.theme
    count = _COUNT.colored(ink)
    number = str(part.section.count)
    room = box.w - canvas.width(number, count) - 1
    y = box.y + 6.6 - heading.line_vh
    canvas.text(part.section.heading, box.x, y, heading.colored(ink), max_width_vh=room)
    canvas.text(number, box.right, box.y + 0.9, count, align="right")
    canvas.hline(box.x, box.y + 7.4, box.w, 0.3, ink)
    y = box.y + _HEAD_VH - 0.6
    blocks = [*part.lines, *([part.remark] if part.remark is not None else [])]
    for index, block in enumerate(blocks):
        if index:
            canvas.hline(box.x, y - _LINE_PAD_VH / 2 + 0.2, box.w, 0.14, theme.slip_edge)
        style = block.style.colored(ink)
        colored = TextBlock(block.lines, block.tops_vh, style, block.width_vh, block.height_vh, block.is_cut)
        canvas.block(colored, Box(box.x, y, box.w, block.height_vh))
        y += block.height_vh + _LINE_PAD_VH
