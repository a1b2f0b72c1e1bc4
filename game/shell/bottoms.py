"""Which screen stands at the bottom of the stack: before a session, and for each of its stages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.core.plan import Stage
from game.screens.base import Screen
from game.screens.closing import ClosingScreen
from game.screens.follow_up import FollowUpScreen
from game.screens.opening import OpeningScreen
from game.screens.seats import SeatsScreen
from game.screens.setup import SetupScreen
from game.screens.summary import SummaryScreen
from game.screens.table import TableScreen
from game.screens.welcome import WelcomeScreen

_BEFORE: Final[Mapping[str, Callable[[], Screen]]] = {
    "welcome": WelcomeScreen,
    "seats": SeatsScreen,
    "setup": SetupScreen,
}

_FOR_STAGE: Final[Mapping[Stage, Callable[[], Screen]]] = {
    Stage.OPENING: OpeningScreen,
    Stage.PLAY: TableScreen,
    Stage.CLOSING: ClosingScreen,
    Stage.DONE: SummaryScreen,
    Stage.FOLLOW_UP: FollowUpScreen,
}


def before_session(name: str) -> Screen:
    """A new `welcome`, `seats` or `setup` screen."""
    return _BEFORE[name]()


def for_stage(stage: Stage) -> Screen:
    """A new screen for a stage of the session."""
    return _FOR_STAGE[stage]()
