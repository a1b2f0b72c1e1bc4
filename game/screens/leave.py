"""Asks before the table is left. Nothing is lost by leaving, and the dialog says so."""

from __future__ import annotations

from collections.abc import Sequence

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
