"""Write: an own card. The group types in its situation, or tells it aloud, and then nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.core.cards import OWN_CARD_CHARACTERS
from game.core.commands import WriteOwnCard
from game.i18n import N_
from game.screens.base import Answer, SaveDraft, Scene
from game.screens.keys import Key
from game.screens.phases.card import CardReading, Spot, spot_for
from game.screens.phases.panel import Tool
from game.screens.phases.takeaway import NO_NAMES
from game.screens.phases.writing import WritingPanel
from game.ui.band import HINT_GAP_VH, KeyHint, hint_width, key_hints
from game.ui.canvas import Canvas
from game.ui.cards import card_box, side_box
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.text import PHASE_TITLE, TextStyle
from game.ui.textfield import TextField
from game.ui.widgets import checkbox

FIELD_VH = 4.6
NARROW = 0.76
"""How much of its width the card keeps on a narrow stage."""


class WritePanel(WritingPanel):
    """The invitation on its card, and a field for the situation."""

    status = N_("skriver")
    name = "own"

    def __init__(self, reading: CardReading) -> None:
        blank = Box(0, 0, 10, 10)
        field = TextField(
            "own",
            blank,
            "",
            OWN_CARD_CHARACTERS,
            size_vh=FIELD_VH,
            is_multiline=True,
            is_paper=True,
            leading=1.22,
            padding_x=3.4,
            min_size_vh=3.0,
        )
        super().__init__(reading, field)
        self._keep: bool | None = None
        self._known: tuple[str, bool] = ("", False)
        """The words that the session has, and whether they may be kept."""

    def spot(self, stage: Stage, scene: Scene) -> Spot | None:
        """The card at the left; on a narrow stage it leaves more room to the field."""
        spot = spot_for(stage, "vote", scene)
        if not stage.is_narrow:
            return spot
        measures = replace(spot.measures, margin_left=9.6, margin_right=3.2, title_vh=4.8)
        return Spot(Box(spot.box.x, spot.box.y, spot.box.w * NARROW, spot.box.h), measures)

    def side(self, stage: Stage) -> Box:
        """The column beside the card."""
        side = side_box(stage, "vote")
        if not stage.is_narrow:
            return side
        more = card_box(stage, "vote").w * (1 - NARROW)
        return Box(side.x - more, side.y, side.w + more, side.h)

    def field_box(self, stage: Stage) -> Box:
        """Beside the card."""
        side = self.side(stage)
        return Box(side.x, 14.6, side.w, 37.0)

    def choices(self, stage: Stage) -> dict[str, Box]:
        """Whether the card may be kept."""
        side = self.side(stage)
        return {"keep": Box(side.x, 53.6, side.w, 10.4)}

    def recorded(self, scene: Scene) -> str:
        """The situation that the session has."""
        own = self.turn(scene).own
        return (own.text or "") if own is not None else ""

    def changed(self, scene: Scene) -> None:
        """What undo or another hand changed counts, and not what was ticked before it."""
        super().changed(scene)
        own = self.turn(scene).own
        known = (self.recorded(scene), own is not None and own.keep)
        if known != self._known:
            self._known = known
            self._keep = None

    def keeps(self, scene: Scene) -> bool:
        """Whether the group said that the card may be kept."""
        if self._keep is not None:
            return self._keep
        own = self.turn(scene).own
        return own is not None and own.keep

    def has_unsaved(self, scene: Scene) -> bool:
        """Whether the words or the answer about keeping are others than the session's."""
        own = self.turn(scene).own
        is_kept = own is not None and own.keep
        has_words = bool(self.field.text.strip())
        return super().has_unsaved(scene) or (has_words and self.keeps(scene) != is_kept)

    def record(self, scene: Scene) -> Sequence[Answer]:
        """The situation, and whether it may be kept."""
        text = self.field.text.strip()
        words = scene.new_text(text) if text else None
        return (WriteOwnCard(self.turn(scene).number, words, bool(text) and self.keeps(scene)),)

    def choose(self, choice: str, scene: Scene) -> Sequence[Answer]:
        """Ask for the card to be kept, or not; recorded at once when there are words."""
        self._keep = not self.keeps(scene)
        return (*self.record(scene), SaveDraft({})) if self.field.text.strip() else ()

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """Title, field, whether to keep it, the note and the keys."""
        _, stage = scene._, canvas.stage
        side, ink = self.side(stage), canvas.theme.table_ink
        room = Box(side.x, 5.0, side.w, PHASE_TITLE.line_vh)
        title = PHASE_TITLE.colored(ink)
        canvas.fit_text(_("Er egen situation"), room, title, 3.4, 5.2, valign="middle")
        self.field.box = self.field_box(stage)
        self.field.size_vh = FIELD_VH * max(1.0, scene.look.text_scale)
        self.field.placeholder = _("Skriv vad som hände, eller berätta det för varandra.")
        self.field.draw(canvas, is_focused=self.is_tabbing and self.focus == "field")
        is_focused = self.is_tabbing and not self.field.is_open and self.focus == "keep"
        checkbox(
            canvas,
            self.choices(stage)["keep"],
            _("Vi vill spara kortet"),
            _("i leken Egna kort på datorn") if self.keeps(scene) else _("annars raderas texten efteråt"),
            is_on=self.keeps(scene),
            is_focused=is_focused,
        )
        bottom = self._keys(canvas, scene, side)
        note = TextStyle(Face.MEDIUM, 3.0, 1.2, ink)
        canvas.wrapped(_(NO_NAMES), Box(side.x, bottom, side.w, 7.6), note, max_lines=2)

    def _keys(self, canvas: Canvas, scene: Scene, side: Box) -> float:
        """The keys, in one row or two; returns where they end."""
        _ = scene._
        if self.field.is_open:
            hints = (KeyHint(("↵",), _("sparar och går vidare")), KeyHint(("Esc",), _("lämnar texten")))
        else:
            on = _("går vidare") if self.field.text.strip() else _("vi berättar i stället")
            hints = (KeyHint(("T",), _.context("tangent", "skriver")), KeyHint((_("Mellanslag"),), on))
        whole = sum(hint_width(canvas, hint) for hint in hints) + HINT_GAP_VH
        rows = [hints] if whole <= side.w else [(hint,) for hint in hints]
        for index, row in enumerate(rows):
            key_hints(canvas, row, x=side.x, cy=67.6 + 5.4 * index, on="table", max_width_vh=side.w)
        return 70.6 + 5.4 * (len(rows) - 1)

    def tools(self, scene: Scene) -> Sequence[Tool]:
        """Writing."""
        return (Tool(Key.OPEN_TEXT, "T", N_("skriv")), *super().tools(scene))
