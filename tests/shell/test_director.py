"""The director: commands to the host, refusals and faults to notices, words never lost."""

from __future__ import annotations

import resource
from pathlib import Path

import pygame
import pytest

from game.core.plan import Phase, Stage
from game.screens.base import Look
from game.screens.leave import LeaveScreen
from game.screens.welcome import WelcomeScreen
from tests.shell.piloting import Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Pilot:
    """A game at its opening."""
    pygame.display.init()
    pygame.font.init()
    made = Pilot(tmp_path)
    made.start()
    return made


def test_a_key_becomes_a_command_and_a_new_version(pilot: Pilot) -> None:
    """Space accepts the talk rules, and the table is shown."""
    pilot.space()
    assert pilot.version == 2
    assert pilot.director.scene.table.stage is Stage.PLAY


def test_what_opens_a_field_is_not_its_first_letter(pilot: Pilot) -> None:
    """T opens the field; the words in it begin with what is typed next."""
    pilot.to_takeaway()
    pilot.press(pygame.K_t, "t")
    pilot.write("Vi säger hej.")
    pilot.press(pygame.K_RETURN)
    takeaway = pilot.state.past[0].takeaway
    assert takeaway is not None
    assert takeaway.text is not None
    assert takeaway.text.words == "Vi säger hej."


def test_a_draft_is_on_disk_a_second_after_the_last_key(pilot: Pilot) -> None:
    """Words in an open field are offered again when the machine died under them."""
    pilot.to_takeaway()
    pilot.press(pygame.K_t, "t")
    pilot.write("Halva mening")
    pilot.director.advance(1.1)
    host = pilot.director.host
    assert host is not None
    assert "Halva mening" in host.draft.values()


def test_a_draft_is_saved_when_the_game_is_left(pilot: Pilot, tmp_path: Path) -> None:
    """Closing does not wait for the second to pass, and resuming offers the words."""
    pilot.to_takeaway()
    pilot.press(pygame.K_t, "t")
    pilot.write("Halva mening")
    session = str(pilot.state.session)
    pilot.director.close()
    again = Pilot(tmp_path)
    assert again.director.resume(session)
    assert "Halva mening" in again.director.scene.draft.values()


def test_undo_and_redo_work_from_every_phase(pilot: Pilot) -> None:
    """Ctrl+Z takes the last step back and pauses the clock; Ctrl+Y takes it again."""
    pilot.space(2)
    assert pilot.phase() is Phase.READ
    pilot.press(pygame.K_z, "z", pygame.KMOD_CTRL)
    assert pilot.phase() is Phase.DRAW
    assert pilot.is_paused()
    pilot.press(pygame.K_y, "y", pygame.KMOD_CTRL)
    assert pilot.phase() is Phase.READ


def test_a_refusal_is_shown_and_changes_nothing(pilot: Pilot) -> None:
    """Back with nothing to take back is answered in words."""
    pilot.space()
    before, version = pygame.image.tobytes(pilot.picture(), "RGB"), pilot.version
    pilot.press(pygame.K_PAGEUP)
    assert pilot.version == version
    assert pygame.image.tobytes(pilot.picture(), "RGB") != before


def test_a_full_disk_leaves_the_screen_at_the_old_state(pilot: Pilot) -> None:
    """A command that cannot be saved is not shown; when there is room again the game goes on."""
    pilot.space()
    version = pilot.version
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    import signal

    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        pilot.space()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, old)
    assert pilot.version == version
    assert pilot.phase() is Phase.DRAW
    pilot.space()
    assert pilot.version == version + 1


def test_blank_hides_everything_and_any_key_brings_it_back(pilot: Pilot) -> None:
    """B makes the screen black; the next key shows it again and does nothing else."""
    version = pilot.version
    pilot.press(pygame.K_b, "b")
    assert pilot.picture().get_at((640, 360))[:3] == (0, 0, 0)
    pilot.space()
    assert pilot.picture().get_at((640, 360))[:3] != (0, 0, 0)
    assert pilot.version == version


def test_closing_the_window_asks_first(pilot: Pilot) -> None:
    """The window's cross asks in a session; a second one closes, and everything is kept."""
    pilot.director.handle(pygame.Event(pygame.QUIT), pilot.stage)
    assert isinstance(pilot.director.top, LeaveScreen)
    before = pilot.director.wants_quit
    pilot.director.handle(pygame.Event(pygame.QUIT), pilot.stage)
    assert (before, pilot.director.wants_quit) == (False, True)
    assert pilot.storage.stored("sv")[0].kind == "unfinished"


def test_the_language_can_change_in_mid_session(pilot: Pilot) -> None:
    """L shows the same version in English."""
    pilot.space(2)
    version = pilot.version
    pilot.press(pygame.K_l, "l")
    assert pilot.director.look.language == "en"
    assert pilot.director.scene.table.language == "en"
    assert pilot.version == version


def test_the_look_is_kept_for_the_next_time(pilot: Pilot, tmp_path: Path) -> None:
    """A changed language is the settings' language from then on."""
    pilot.press(pygame.K_l, "l")
    assert Pilot(tmp_path).storage.look.language == "en"


def test_f11_asks_the_window(pilot: Pilot) -> None:
    """Full screen is the window's business."""
    pilot.press(pygame.K_F11)
    assert pilot.window.full_screen_toggles == 1


def test_a_dialog_takes_every_key_but_full_screen(pilot: Pilot) -> None:
    """In front of a question no other screen opens and nothing goes black; F11 still works."""
    pilot.director.handle(pygame.Event(pygame.QUIT), pilot.stage)
    dialog = pilot.director.top
    lit = pilot.picture().get_at((640, 360))
    version, language = pilot.version, pilot.director.look.language
    for key, letter in ((pygame.K_b, "b"), (pygame.K_F1, ""), (pygame.K_d, "d"), (pygame.K_l, "l")):
        pilot.press(key, letter)
    assert pilot.director.top is dialog
    assert pilot.picture().get_at((640, 360)) == lit
    assert (pilot.version, pilot.director.look.language) == (version, language)
    pilot.press(pygame.K_F11)
    assert pilot.window.full_screen_toggles == 1


def test_names_and_words_are_not_in_the_log(pilot: Pilot, tmp_path: Path) -> None:
    """The log tells versions and commands, never who or what."""
    pilot.to_takeaway()
    pilot.press(pygame.K_t, "t")
    pilot.write("Hemliga ord")
    pilot.press(pygame.K_RETURN)
    text = (tmp_path / "bemotande.log").read_text(encoding="utf-8")
    assert "RecordTakeaway" in text
    assert not any(word in text for word in ("Åsa", "Björn", "Hemliga"))


def test_space_alone_plays_from_the_opening_to_the_welcome_screen(tmp_path: Path) -> None:
    """A clicker's Next is enough: opening, cards, closing, summary, thanks, and the session is kept."""
    pilot = Pilot(tmp_path, look=Look(is_motion_reduced=True))
    pilot.start()
    for _ in range(100):
        if isinstance(pilot.director.top, WelcomeScreen):
            break
        pilot.press(pygame.K_PAGEDOWN)
    assert isinstance(pilot.director.top, WelcomeScreen)
    assert [one.kind for one in pilot.storage.stored("sv")] == ["kept"]


def test_a_quiet_room_draws_the_ring_alone(pilot: Pilot) -> None:
    """Time in talk asks for no whole picture, only now and then for the part that shows it."""
    pilot.space(4)
    assert pilot.phase() is Phase.TALK
    pilot.director.settle()
    pilot.picture()
    parts = []
    for _ in range(30 * 30):
        pilot.director.advance(1 / 30)
        assert not pilot.director.needs_drawing
        part = pilot.director.stale(pilot.stage)
        if part is not None:
            parts.append(part)
            pilot.picture()
    assert 5 < len(parts) < 25
    assert all(part.w < 60 and part.h < 60 for part in parts)


def test_a_blank_screen_shows_no_time(pilot: Pilot) -> None:
    """While the screen is blank the ring is not drawn, and a key brings it as it stands then."""
    pilot.space(4)
    pilot.picture()
    pilot.press(pygame.K_b, "b")
    pilot.picture()
    pilot.director.advance(30)
    assert pilot.director.stale(pilot.stage) is None
    pilot.press(pygame.K_b, "b")
    assert pilot.director.needs_drawing
