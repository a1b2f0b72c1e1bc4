"""Leafing through a deck: keys, pointer, what is wrong, and that everything keeps to its place."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.screens.base import Pop, Push, SaveFile
from game.screens.preview import Face, NextSize, PreviewFaults, PreviewScreen
from game.screens.preview_foot import foot_button
from game.screens.preview_help import GROUPS, PreviewHelp
from game.screens.preview_table import scene_of
from game.screens.table import TableScreen
from game.shell.preview_source import DeckFile, DeckSource
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage
from game.ui.theme import THEMES
from tests.builders import PROMPTS, SITUATION, words
from tests.screens.front_pilot import CTRL, Front

EIGHT = "".join(f'      - "{prompt}"\n' for prompt in (*PROMPTS, *PROMPTS[:3]))
NOTE = "Kan komma upp: att det bara är att säga till. Parkera: scheman och avtal. " * 26
CARDS = f"""\
format: 1
id: prov
title: Provleken
themes:
  vagen: {{name: Sängar och vagnar i korridoren, color: blue, icon: bed}}
cards:
  - id: ett
    theme: vagen
    title: Rakt över det blöta
    text: {SITUATION}
    easy: En läkare går över golvet.
    prompts:
{EIGHT}    note: Bara för dig som leder.
  - id: tva
    kind: dilemma
    theme: vagen
    title: {words(60)}
    text: {SITUATION}
    options: [Jag svarar., Jag väntar., Jag frågar., Jag går., Jag ringer., Jag stannar.]
    prompts: ["Vem kan det vara?"]
    note: "{NOTE[:1990]}"
  - id: tre
    kind: statement
    title: Alla hälsar
    text: Vi hälsar på alla vi möter.
    prompts: ["Vilka?"]
  - id: fyra
    kind: fact
    title: Det som gäller
    text: Det här är ett faktum.
  - id: fem
    title: Den långa
    text: {(SITUATION + " ") * 3}
"""
ENGLISH = CARDS.replace("title: Alla hälsar", "title: Everybody says hello").replace(
    "Provleken", "The trial deck"
)


class Desk(Front):
    """Somebody who makes a deck, with its preview on the screen."""

    def __init__(self, folder: Path, *, place: str = "", content: str = CARDS, english: str = "") -> None:
        self.path = folder / "prov.sv.yaml"
        self.path.write_text(content, encoding="utf-8")
        if english:
            (folder / "prov.en.yaml").write_text(english, encoding="utf-8")
        self.preview = PreviewScreen(DeckSource(DeckFile(self.path).listing), place=place)
        super().__init__(self.preview)

    def save(self, content: str) -> None:
        """Save the deck in another program, as the watch then tells."""
        self.path.write_text(content, encoding="utf-8")
        self.preview.shown(self.scene)

    def go(self, *keys: int) -> str:
        """Press keys; the id of the card and its face."""
        for key in keys:
            self.press(key, chr(key) if 32 <= key < 127 else "")
        return f"{self.preview.card_id} {self.preview.face}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The deck in two languages."""
    return Desk(tmp_path, english=ENGLISH)


# --- leafing


def test_arrows_and_pages_go_from_card_to_card(desk: Desk) -> None:
    """Right and PageDown go on, Left and PageUp back, and both stop at the ends."""
    assert desk.go(pygame.K_LEFT) == "ett card"
    assert desk.go(pygame.K_RIGHT, pygame.K_PAGEDOWN) == "tre card"
    assert desk.go(pygame.K_PAGEUP, pygame.K_LEFT) == "ett card"
    assert desk.go(pygame.K_END) == "fem card"
    assert desk.go(pygame.K_RIGHT) == "fem card"
    assert desk.go(pygame.K_HOME) == "ett card"


def test_the_wheel_goes_from_card_to_card(desk: Desk) -> None:
    """Scrolling down is the next card, up the one before."""
    for y, card in ((-1, "tva"), (-1, "tre"), (1, "tva")):
        desk.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=y, flipped=False))
        assert desk.preview.card_id == card


def test_a_number_and_enter_go_to_the_card(desk: Desk) -> None:
    """Digits are shown as they are typed; Enter goes, Backspace takes one away, Esc lets it be."""
    desk.go(pygame.K_3)
    assert "Gå till kort 3" in desk.words()
    assert desk.go(pygame.K_RETURN) == "tre card"
    assert desk.go(pygame.K_9, pygame.K_BACKSPACE, pygame.K_2, pygame.K_KP_ENTER) == "tva card"
    assert desk.go(pygame.K_9, pygame.K_9, pygame.K_RETURN) == "fem card"
    assert desk.go(pygame.K_2, pygame.K_ESCAPE) == "fem card"
    assert desk.last == ()
    assert "Gå till" not in desk.words()
    assert desk.go(pygame.K_0, pygame.K_RETURN) == "ett card"


def test_space_turns_from_front_to_options_to_prompts(desk: Desk) -> None:
    """A dilemma has three faces, a situation two, and a fact one, after which the next card comes."""
    assert desk.go(pygame.K_SPACE) == "ett prompts"
    assert desk.go(pygame.K_SPACE) == "ett card"
    desk.go(pygame.K_RIGHT)
    faces = [desk.go(pygame.K_SPACE) for _ in range(3)]
    assert faces == ["tva vote", "tva prompts", "tva card"]
    assert desk.go(pygame.K_4, pygame.K_RETURN) == "fyra card"
    assert desk.go(pygame.K_SPACE) == "fem card"


def test_each_face_is_drawn_with_what_belongs_to_it(desk: Desk) -> None:
    """The options stand on the vote and the prompts, all open, in talk; the front has neither."""
    desk.go(pygame.K_RIGHT)
    seen = []
    for _ in range(3):
        seen.append(desk.words())
        desk.go(pygame.K_SPACE)
    assert ["Jag ringer." in words for words in seen] == [False, True, False]
    assert ["Vem kan det vara?" in words for words in seen] == [False, False, True]
    assert ["Visa svaren" in seen[0], "Visa följdfrågorna" in seen[1], "Visa kortet" in seen[2]] == [True] * 3


def test_a_long_text_is_turned_page_by_page(desk: Desk) -> None:
    """Space shows every page before it goes on; Up and Down turn them too."""
    desk.go(pygame.K_END)
    assert "1/3" in desk.words()
    assert "Nästa sida" in desk.words()
    desk.go(pygame.K_SPACE)
    assert "2/3" in desk.words()
    desk.go(pygame.K_DOWN, pygame.K_DOWN)
    assert "3/3" in desk.words()
    desk.go(pygame.K_UP)
    assert "2/3" in desk.words()


def test_plain_language_stays_while_leafing(desk: Desk) -> None:
    """E shows the plain-language text where a card has one, and again after another card."""
    desk.go(pygame.K_e)
    assert "En läkare går" in desk.words()
    desk.go(pygame.K_RIGHT)
    assert "lättläst" not in desk.words()
    desk.go(pygame.K_LEFT)
    assert "En läkare går" in desk.words()
    desk.go(pygame.K_e)
    assert "En läkare går" not in desk.words()


def test_the_language_changes_the_card_and_not_the_band(desk: Desk) -> None:
    """L shows the same card as an English room would see it; what is said to the maker stays."""
    desk.go(pygame.K_3, pygame.K_RETURN, pygame.K_SPACE)
    assert "Håller helt med" in desk.words()
    assert desk.go(pygame.K_l) == "tre vote"
    assert desk.last == ()
    shown = desk.words()
    assert "Everybody says hello" in shown
    assert "Håller helt med" not in shown
    assert "på svenska" in shown
    assert "Kort 3 av 5" in shown


def test_the_note_is_shown_when_asked_for(desk: Desk) -> None:
    """N lays the note over the table, labelled; N or Esc takes it away, and only then Esc closes."""
    assert "Bara för dig som leder." not in desk.words()
    desk.go(pygame.K_n)
    assert "visas aldrig för rummet" in desk.words()
    assert "Bara för dig som leder." in desk.words()
    assert desk.press(pygame.K_ESCAPE) == ()
    assert "Bara för dig som leder." not in desk.words()
    assert desk.press(pygame.K_ESCAPE) == (Pop(),)


def test_a_long_note_has_pages(desk: Desk) -> None:
    """Down shows what did not fit, and stops at the last page."""
    desk.go(pygame.K_RIGHT, pygame.K_n)
    assert "sida 1 av 2" in desk.words()
    desk.go(*[pygame.K_DOWN] * 5)
    assert "sida 2 av 2" in desk.words()
    desk.go(pygame.K_UP)
    assert "sida 1 av 2" in desk.words()
    desk.go(pygame.K_END)
    assert "visas aldrig" not in desk.words()


def test_sizes_are_asked_for_only_where_there_are_some(tmp_path: Path) -> None:
    """S asks for the next size in a window of its own; in the game it means nothing."""
    assert Desk(tmp_path).press(pygame.K_s, "s") == ()
    desk = Desk(tmp_path, place="1024 × 768")
    assert "1024 × 768" in desk.words()
    assert desk.press(pygame.K_s, "s") == (NextSize(1),)
    assert desk.press(pygame.K_s, "S", pygame.KMOD_LSHIFT) == (NextSize(-1),)


def test_help_lists_the_keys_of_the_preview(desk: Desk) -> None:
    """? opens a help of its own."""
    (pushed,) = desk.press(pygame.K_PLUS, "?")
    assert isinstance(pushed, Push)
    assert isinstance(pushed.screen, PreviewHelp)
    shown = Front(pushed.screen)
    assert all(heading in shown.words() for heading, _rows in GROUPS)
    assert shown.misplaced() == []


def test_other_keys_mean_nothing(desk: Desk) -> None:
    """Keys of the game, and undo, change nothing here."""
    for key, letter, mod in ((pygame.K_z, "z", CTRL), (pygame.K_p, "p", 0), (pygame.K_b, "b", 0)):
        assert desk.press(key, letter, mod) == ()
    assert desk.go() == "ett card"


# --- the pointer


def test_a_click_on_the_table_turns_and_on_the_band_is_its_key(desk: Desk) -> None:
    """Every key on the band can be pressed with a mouse or a finger."""
    faces = []
    for box in (Box(60, 30, 10, 10), foot_button(desk.stage)):
        desk.paint()
        desk.click(box)
        faces.append(desk.preview.face)
    assert faces == [Face.PROMPTS, Face.FRONT]
    desk.paint()
    pressed = {hint.keys[0]: box for box, hint in desk.preview._foot._places}
    assert {"N", "E", "L", "←", "Esc", "?"} <= set(pressed)
    desk.touch(pressed["N"])
    assert "Bara för dig som leder." in desk.words()
    desk.touch(pressed["N"])
    desk.click(pressed["←"])
    assert desk.preview.card_id == "tva"
    desk.paint()
    assert desk.click(pressed["Esc"]) == (Pop(),)


def test_a_click_on_an_option_counts_nothing(desk: Desk) -> None:
    """The tally belongs to a session: in a preview a click there turns on as anywhere."""
    desk.go(pygame.K_RIGHT, pygame.K_SPACE)
    desk.click(Box(120, 20, 10, 4))
    assert desk.last == ()
    assert desk.preview.face is Face.PROMPTS


# --- editing


def test_the_card_stays_when_the_file_is_edited(desk: Desk) -> None:
    """Cards that come and go before it do not move the reader off the card."""
    desk.go(pygame.K_3, pygame.K_RETURN, pygame.K_SPACE)
    new = "cards:\n  - id: ny\n    title: Ny\n    text: En ny.\n"
    desk.save(CARDS.replace("cards:\n", new).replace("Alla hälsar", "Alla hejar"))
    assert desk.go() == "tre vote"
    assert "Alla hejar" in desk.words()
    assert "Kort 4 av 6" in desk.words()


def test_a_removed_card_leaves_its_place_to_the_next(tmp_path: Path) -> None:
    """When the shown card is deleted the one that took its place is shown."""
    desk = Desk(tmp_path)
    desk.go(pygame.K_4, pygame.K_RETURN)
    start, end = CARDS.index("  - id: fyra"), CARDS.index("  - id: fem")
    desk.save(CARDS[:start] + CARDS[end:])
    assert desk.go() == "fem card"


def test_a_face_that_is_gone_gives_way_to_the_front(tmp_path: Path) -> None:
    """When the prompts of the shown card are deleted, its front is shown."""
    desk = Desk(tmp_path)
    desk.go(pygame.K_3, pygame.K_RETURN, pygame.K_SPACE, pygame.K_SPACE)
    assert desk.preview.face is Face.PROMPTS
    desk.save(CARDS.replace('    prompts: ["Vilka?"]\n', ""))
    assert desk.go() == "tre card"


def test_a_fault_is_told_beside_the_card_until_it_is_mended(tmp_path: Path) -> None:
    """The slip says line and column; the card stays as it was; mended, the slip is gone."""
    desk = Desk(tmp_path)
    desk.save(CARDS.replace("title: Rakt", 'title: "Rakt'))
    assert "Rakt över det blöta" in desk.words()
    assert "kolumn" in desk.words()
    assert "prov.sv.yaml" in desk.words()
    desk.save(CARDS)
    assert "kolumn" not in desk.words()


def test_everything_to_mend_is_listed(tmp_path: Path) -> None:
    """F, or a press on the slip, lists all faults with their places, follows the file, and can be kept."""
    desk = Desk(tmp_path, content=CARDS.replace("kind: fact", "kind: fakt"))
    desk.paint()
    assert desk.preview._strip is not None
    for (answer,) in (desk.click(desk.preview._strip), desk.press(pygame.K_f, "f")):
        assert isinstance(answer, Push)
        screen = answer.screen
        assert isinstance(screen, PreviewFaults)
    listing = Front(screen)
    assert "fakt" in listing.words()
    (saved,) = listing.press(pygame.K_s, "s")
    assert isinstance(saved, SaveFile)
    assert "prov.sv.yaml, rad" in saved.text
    desk.path.write_text(CARDS.replace("kind: fact", "kind: fahkt"), encoding="utf-8")
    screen.shown(listing.scene)
    assert "fahkt" in listing.words()


def test_advice_is_told_where_nothing_is_wrong(desk: Desk) -> None:
    """A card without prompts has its advice on the slip, and the fault of a card goes before it."""
    desk.go(pygame.K_END)
    assert "råd om kortet" in desk.words()
    desk.save(CARDS.replace("kind: fact", "kind: fakt"))
    assert "råd om kortet" not in desk.words()


def test_nothing_to_show_is_said_and_waited_for(tmp_path: Path) -> None:
    """A refused deck shows why; keys do no harm; mended, the first card is there."""
    desk = Desk(tmp_path, content="title: [")
    assert "Det finns inget kort att visa ännu" in desk.words()
    assert "Väntar på filen" in desk.words()
    keys = (pygame.K_SPACE, pygame.K_RIGHT, pygame.K_n, pygame.K_e, pygame.K_l, pygame.K_DOWN, pygame.K_END)
    assert desk.go(*keys, pygame.K_3, pygame.K_RETURN, pygame.K_TAB) == " card"
    desk.click(Box(60, 30, 10, 10))
    desk.save(CARDS)
    assert desk.go() == "ett card"


# --- how it looks


@pytest.mark.parametrize("number", range(1, 6))
def test_every_text_keeps_to_its_place(tmp_path: Path, number: int) -> None:
    """Every face of every card, the note and the slip, in every size, theme and language."""
    wrong = CARDS.replace("minutes", "minuter").replace("format: 1", "format: 1\nfärg: blå")
    for content in (CARDS, wrong):
        desk = Desk(tmp_path, place="3840 × 2160", content=content, english=ENGLISH)
        desk.go(pygame.K_0 + number, pygame.K_RETURN)
        for _ in range(3):
            assert desk.misplaced() == []
            desk.go(pygame.K_SPACE)
    desk.go(pygame.K_0 + number, pygame.K_RETURN, pygame.K_n)
    assert desk.misplaced() == []


def test_the_empty_table_keeps_its_text_in_place(tmp_path: Path) -> None:
    """The longest fault of a refused deck stays on its sheet."""
    desk = Desk(tmp_path, place="3840 × 2160", content="title: [")
    assert desk.misplaced() == []
    assert not any(line.endswith("…") for line in desk.words().split("\n"))


def test_a_preview_drawn_twice_is_the_same(desk: Desk) -> None:
    """Drawing changes nothing that is drawn."""
    desk.go(pygame.K_RIGHT, pygame.K_SPACE, pygame.K_n)
    frames = [pygame.image.tobytes(desk.paint((1280, 720))[0], "RGB") for _ in range(2)]
    assert frames[0] == frames[1]


def test_the_card_is_drawn_as_in_play(desk: Desk) -> None:
    """What lies above the band's strip is, pixel for pixel, what the table screen draws for the view."""
    size = (1280, 720)
    desk.go(pygame.K_RIGHT, pygame.K_SPACE)
    picture = desk.paint(size)[0]
    assert desk.preview._on_table is not None
    played = pygame.Surface(size, 0, 32)
    scene = scene_of(desk.scene, desk.preview._source, desk.preview._on_table.view)
    TableScreen().draw(Canvas(played, Stage(*size), THEMES["light"]), scene)
    part = (0, 0, 1280, int(7.2 * 79))
    alike = [pygame.image.tobytes(one.subsurface(part), "RGB") for one in (picture, played)]
    assert alike[0] == alike[1]


def test_the_note_has_an_edge_on_a_white_card(desk: Desk) -> None:
    """In high contrast, where nothing has a shadow, a black line parts the note from the card under it."""
    desk.go(pygame.K_n)
    picture = desk.paint((1280, 720), "contrast")[0]
    xs = range(int(7.2 * 30), int(7.2 * 140))
    ys = range(int(7.2 * 40), int(7.2 * 78))
    assert any(all(sum(picture.get_at((x, y))[:3]) < 120 for x in xs) for y in ys)
