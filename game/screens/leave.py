"""Asks before the table is left, by all or by one seat. Nothing is lost by it, and the dialog says so."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.commands import RemoveSeat
from game.core.views import SeatView
from game.screens.base import Answer, LeaveSession, Pop, QuitGame, Scene
from game.screens.dialog import Dialog


class LeaveScreen(Dialog):
    """Leave to the start, or quit the program. Staying has the focus."""

    def __init__(self, is_quitting: bool = False) -> None:
        super().__init__()
        self.is_quitting = is_quitting

    def title(self, scene: Scene) -> str:
        """What is about to be left."""
        if self.is_quitting:
            return scene._("Vill ni stänga programmet?")
        return scene._("Vill ni lämna bordet?")

    def body(self, scene: Scene) -> str:
        """That everything is saved, and how to go on later."""
        _ = scene._
        if scene.view is None:
            return _("Inget har börjat än, så inget går förlorat.")
        return _(
            "Allt är sparat, till och med sista ordet. När ni vill fortsätta väljer ni spelet "
            "på startbilden. Då ligger korten som nu."
        )

    def labels(self, scene: Scene) -> tuple[str, str]:
        """Stay, or go."""
        _ = scene._
        return _("Stanna kvar"), _("Stäng programmet") if self.is_quitting else _("Lämna bordet")

    def yes(self, scene: Scene) -> Sequence[Answer]:
        """Go. What is open is saved by the shell."""
        if self.is_quitting:
            return (QuitGame(),)
        return (Pop(), LeaveSession())


class SeatLeavesScreen(Dialog):
    """Asks before a seat leaves for the day."""

    def __init__(self, seat: SeatView) -> None:
        super().__init__()
        self._seat = seat

    def title(self, scene: Scene) -> str:
        """The question."""
        return scene._("Går {name} för i dag?", name=self._seat.name)

    def body(self, scene: Scene) -> str:
        """What stays, and how to undo it."""
        return scene._("Det som redan är sagt och skrivet står kvar. Med Ctrl+Z kommer platsen tillbaka.")

    def labels(self, scene: Scene) -> tuple[str, str]:
        """Stay, or leave."""
        return scene._("Nej, stannar"), scene._("Ja, går för i dag")

    def yes(self, scene: Scene) -> Sequence[Answer]:
        """The seat leaves."""
        return (Pop(), RemoveSeat(self._seat.id))
