"""Read: pages, swapping, plain language, the picture, the language's label."""

from __future__ import annotations

import pygame
from pygame import Surface

from game.core.cards import Kind
from game.core.plan import Phase
from game.screens.base import Say
from game.screens.phases.card import page_corner, spot_for
from tests.builders import card, words
from tests.screens.table_pilot import Table, kinds

LONG = words(1100, "någon går över golvet igen och igen ")


def test_next_turns_pages_before_it_steps() -> None:
    """The first press shows page two and no step is given."""
    table = Table([card(text=LONG)]).to(Phase.READ)
    assert "1/" in table.written()
    assert table.press(pygame.K_SPACE) == ()
    assert "2/" in table.written()
    assert table.phase is Phase.READ


def test_back_turns_pages_before_it_steps() -> None:
    """From page two Back is page one, from page one it is the pile."""
    table = Table([card(text=LONG)]).to(Phase.READ)
    table.press(pygame.K_SPACE)
    assert table.press(pygame.K_PAGEUP) == ()
    assert kinds(table.press(pygame.K_PAGEUP)) == ["StepBack"]


def test_the_page_number_and_tab_turn_pages() -> None:
    """A press on the number, and Tab, go round through the pages."""
    table = Table([card(text=LONG)]).to(Phase.READ)
    spot = spot_for(table.stage, "read", table.scene)
    assert table.click_on(page_corner(spot)) == ()
    assert "2/" in table.written()
    before = table.written()
    table.press(pygame.K_TAB)
    assert table.written() != before


def test_pages_can_be_turned_in_think_too() -> None:
    """A text that is paged beside the ring is not lost."""
    table = Table([card(text=LONG)]).to(Phase.THINK)
    first = table.written()
    table.press(pygame.K_TAB)
    assert table.written() != first
    assert kinds(table.press(pygame.K_SPACE)) == ["Next"]


def test_down_and_up_turn_pages_and_stop_at_the_ends() -> None:
    """The arrows that nobody needs to be told of work in every phase with a long card."""
    for phase in (Phase.READ, Phase.THINK, Phase.TALK):
        table = Table([card(text=LONG)]).to(phase)
        first = table.written()
        assert table.press(pygame.K_UP) == ()
        assert table.written() == first
        table.press(pygame.K_DOWN)
        assert table.written() != first
        for _ in range(4):
            table.press(pygame.K_DOWN)
        last = table.written()
        table.press(pygame.K_UP)
        assert table.written() != last


def test_swapping_the_card() -> None:
    """S lays another card there."""
    table = Table([card(title="Ett"), card(title="Två")]).to(Phase.READ)
    assert "Ett" in table.written()
    assert kinds(table.char("s")) == ["SwapCard"]
    table.screen.settle()
    assert "Två" in table.written()


def test_the_last_card_cannot_be_swapped_and_it_is_said() -> None:
    """With an empty pile S only says so."""
    table = Table([card()]).to(Phase.READ)
    (answer,) = table.char("s")
    assert isinstance(answer, Say)


def test_passing_in_read() -> None:
    """P in read passes the turn."""
    assert kinds(Table().to(Phase.READ).char("p")) == ["PassTurn"]


def test_plain_language_on_and_off() -> None:
    """E shows the plain text, labelled, in every phase with the card; again shows the card's own."""
    table = Table([card(easy="Så här enkelt är det.")]).to(Phase.READ)
    assert table.char("e") == ()
    assert "Så här enkelt är det." in table.written()
    assert "lättläst" in table.written()
    table.space()
    table.screen.settle()
    assert table.phase is Phase.THINK
    assert "Så här enkelt är det." in table.written()
    table.char("e")
    assert "Så här enkelt är det." not in table.written()


def test_the_next_card_starts_in_its_own_words() -> None:
    """Plain language and the page are forgotten with the card."""
    table = Table([card(title="Ett", easy="Lätt ett."), card(title="Två", easy="Lätt två.")]).to(Phase.READ)
    table.char("e")
    table.char("s")
    table.screen.settle()
    assert "Lätt två." not in table.written()


def test_no_plain_text_no_change() -> None:
    """E means nothing on a card without a plain text."""
    table = Table([card(easy="")]).to(Phase.READ)
    before = table.frame()
    table.char("e")
    assert table.frame() == before


def test_the_picture_stands_beside_a_short_text() -> None:
    """A picture is drawn where the text leaves room for it."""
    table = Table([card(image="bild.png", text="En kort text.")])
    picture = Surface((60, 40))
    picture.fill((200, 30, 30))
    table.to(Phase.READ)
    without = table.frame()
    table.room.pictures["bild.png"] = picture
    assert table.frame() != without


def test_the_picture_gives_way_to_a_long_text() -> None:
    """Beside a text that needs the whole card there is no picture."""
    table = Table([card(image="bild.png", text=words(420))])
    table.to(Phase.READ)
    without = table.frame()
    table.room.pictures["bild.png"] = Surface((60, 40))
    assert table.frame() == without


def test_a_missing_picture_is_no_fault() -> None:
    """A picture that is not there leaves the card as it is."""
    table = Table([card(image="borta.png")]).to(Phase.READ)
    assert "Rakt över" in table.written()


def test_a_fact_goes_from_read_to_talk() -> None:
    """A fact has no thinking, vote or round."""
    table = Table([card(Kind.FACT)]).to(Phase.READ)
    assert "Fakta" in table.written()
    table.space()
    assert table.phase is Phase.TALK
