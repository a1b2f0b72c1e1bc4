"""Directs a game: input goes to the top screen, its commands to the host, and what the host
accepted comes back as a new scene. It is the same in a window and in the demo; it reads no
clock and knows no window, whose wishes it only passes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.core import commands as cmd
from game.core.plan import Stage as SessionStage
from game.core.refusals import Refused
from game.core.viewing import table_view
from game.core.views import TableView
from game.i18n import translator
from game.screens import base
from game.screens.everywhere import answer_everywhere
from game.screens.keys import ALWAYS, key_of
from game.screens.leave import LeaveScreen
from game.screens.refusals import words_for
from game.screens.welcome import WelcomeScreen
from game.session.faults import WORDS as FAULT_WORDS
from game.session.faults import JournalError
from game.session.host import Host, NotSaved
from game.shell.bottoms import before_session, for_stage
from game.shell.contract import Begin, Shell
from game.shell.deck_work import DeckWork
from game.shell.held_draft import HeldDraft
from game.shell.library import Decks
from game.shell.log import Log
from game.shell.own_cards import OwnCards
from game.shell.phase_clock import PhaseClock
from game.shell.scenes import make_scene
from game.shell.shown_notice import ShownNotice
from game.shell.stack import Stack
from game.shell.storage import Storage
from game.shell.sums import setup_sum
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage


class Director:
    """One game from the welcome screen to the end, whatever shows it."""

    def __init__(
        self, decks: Decks, storage: Storage, shell: Shell, log: Log, look: base.Look, begin: Begin
    ) -> None:
        self._decks, self._storage, self._shell, self._log = decks, storage, shell, log
        self._deck_work = DeckWork(decks, storage, shell)
        self._own_cards = OwnCards(decks.own_folder)
        self._look = look
        self._preparation = begin.preparation
        self._host: Host | None = None
        self._view: TableView | None = None
        self._clock = PhaseClock()
        self._notice = ShownNotice()
        self._draft = HeldDraft()
        self._is_blank = False
        self._swallowed = ""
        self._stored = storage.stored(look.language)
        self.wants_quit = False
        self.needs_drawing = True
        self._scene = self._make_scene()
        self._stack = Stack(before_session(begin.screen))
        self._stack.show(self._scene)

    # --- what the loop asks

    @property
    def is_moving(self) -> bool:
        """Whether something moves, so that frames are wanted often."""
        return not self._is_blank and self._stack.is_moving

    @property
    def takes_text(self) -> bool:
        """Whether a text field is open."""
        return self._stack.top.takes_text

    @property
    def look(self) -> base.Look:
        """How the screen looks now."""
        return self._look

    @property
    def host(self) -> Host | None:
        """The open session's host; None outside a session."""
        return self._host

    @property
    def scene(self) -> base.Scene:
        """What the screens are shown now."""
        return self._scene

    @property
    def top(self) -> base.Screen:
        """The screen that gets the input."""
        return self._stack.top

    def advance(self, dt_s: float) -> None:
        """Let time pass: the clock, motion, the notice, the draft that waits to be saved."""
        if self._clock.advance(dt_s):
            self._scene = replace(self._scene, clock=self._clock.view)
        if self._stack.advance(dt_s, self._scene) and not self._is_blank:
            self.needs_drawing = True
        if self._notice.advance(dt_s):
            self.needs_drawing = True
        if self._draft.is_due(dt_s):
            self._save_draft()
        is_at_welcome = isinstance(self._stack.bottom, WelcomeScreen)
        self.answer(self._deck_work.advance(dt_s, self._scene, is_at_welcome=is_at_welcome))

    def finish_errands(self) -> None:
        """Wait until decks that are being read or written are there."""
        self.answer(self._deck_work.finish(self._scene))

    def stale(self, stage: Stage) -> Box | None:
        """The part of the window that shows the time and should be drawn again when nothing else is."""
        return None if self._is_blank else self._stack.stale(self._scene, stage)

    def settle(self) -> None:
        """Finish every animation, for pictures."""
        self._stack.settle()
        self.needs_drawing = True

    def redraw(self) -> None:
        """The window wants to be drawn again."""
        self.needs_drawing = True

    def draw(self, canvas: Canvas) -> None:
        """Draw what is shown now."""
        self.needs_drawing = False
        if self._is_blank:
            canvas.surface.fill((0, 0, 0))
            return
        self._stack.draw(canvas, self._scene)
        self._notice.draw(canvas)

    def handle(self, event: pygame.Event, stage: Stage) -> None:
        """Answer one event."""
        if event.type == pygame.QUIT:
            self._ask_to_leave()
            return
        if event.type == pygame.DROPFILE:
            self._deck_work.drop(event.file)
            return
        if self._is_blank:
            if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN):
                self._is_blank = False
                self.needs_drawing = True
            return
        if event.type == pygame.TEXTINPUT and self._swallowed and event.text == self._swallowed:
            # The key that opened the field is not the first letter in it.
            self._swallowed = ""
            return
        if event.type == pygame.KEYDOWN:
            self._swallowed = ""
            self._notice.forget(is_fault=True)
        had_text = self.takes_text
        answers = self._stack.top.handle(event, self._scene, stage)
        # A modal screen lets few of the keys through that mean the same everywhere.
        is_let_through = not self._stack.top.is_modal or key_of(event) in ALWAYS
        if not answers and not had_text and not self.takes_text and is_let_through:
            answers = answer_everywhere(event, self._scene)
        self.answer(answers)
        if event.type == pygame.KEYDOWN and self.takes_text and not had_text:
            self._swallowed = event.unicode
        if event.type != pygame.MOUSEMOTION or answers:
            self.needs_drawing = True

    def answer(self, answers: Sequence[base.Answer]) -> bool:
        """Carry out answers in order; stops at the first refusal and returns False then."""
        for answer in answers:
            if isinstance(answer, cmd.Command):
                if not self.submit(answer):
                    return False
            else:
                self._carry_out(answer)
        return True

    # --- the session

    def submit(self, command: cmd.Command) -> bool:
        """Hand a command to the host; a refusal or a failing disk becomes a notice."""
        if self._host is None:
            return False
        if isinstance(command, (cmd.Step, cmd.Undo, cmd.Redo)):
            self._save_draft()
        answer = self._host.submit(command)
        name = type(command).__name__
        if isinstance(answer, Refused):
            self._log.refused(name, answer.reason, self._host.version)
            self.say(words_for(answer, self._scene._))
            return False
        if isinstance(answer, NotSaved):
            self._log.not_saved(name, answer.fault, self._host.version)
            self.say(self._scene._(answer.words), is_fault=True)
            return False
        self._log.accepted(name, answer.version)
        self._notice.forget(is_fault=False)
        self._look_again(paused=isinstance(command, (cmd.Undo, cmd.Redo)))
        if words := self._own_cards.follow(self._host.state, self._scene._):
            self.say(words[0], is_fault=words[1])
        return True

    def start(self, preparation: base.Preparation, *, is_asked: bool = True) -> bool:
        """Open a session from a preparation; False when it was refused."""
        cards = self._decks.cards(preparation.deck)
        total = setup_sum(preparation, cards)
        host = self._storage.new_host()
        opening = self._decks.opening(host, preparation, total, self._look.language)
        if opening is None:
            self.say(self._scene._("Leken finns inte längre på sin plats. Välj en annan."), is_fault=True)
            return False
        self._host = host
        self._own_cards.begin(None)
        if not self.submit(opening):
            self._host = None
            return False
        return True

    def resume(self, session: str) -> bool:
        """Open a stored session where it stood; a kept one at its follow-up."""
        try:
            host = self._storage.resume(session)
        except JournalError as error:
            self.say(self._scene._(FAULT_WORDS[error.fault]), is_fault=True)
            self._stored = self._storage.stored(self._look.language)
            self._refresh()
            return False
        self._host = host
        self._draft.forget()
        self._view = None
        state = host.state
        self._own_cards.begin(state)
        if state is not None and state.keep is not None and state.stage is SessionStage.DONE:
            host.submit(cmd.BeginFollowUp())
        self._look_again(paused=True)
        return True

    def stop(self) -> None:
        """End everything, for the program's end; an open session is kept as it stands."""
        self.close()
        self._deck_work.stop()

    def close(self) -> None:
        """Close the session, which is kept as it stands."""
        if self._host is None:
            return
        self._save_draft()
        fault = self._host.close()
        if fault is not None:
            self._log.not_saved("close", fault.fault, self._host.version)
        self._host = None
        self._view = None

    def _look_again(self, *, paused: bool = False) -> None:
        """Show the session's present version, on the screen that its stage has."""
        assert self._host is not None, "called with a session open"
        before = None if self._view is None else self._view.stage
        self._view = table_view(self._host.timeline, self._look.language)
        if self._view.turn is not None:
            self._decks.load_picture(self._view.turn.card)
        self._clock.follow(self._view, paused=paused)
        self._scene = self._make_scene()
        if self._view.stage is not before:
            bottom = for_stage(self._view.stage)
            if before is None:
                self._stack.replace_all(bottom, self._scene)
            else:
                self._stack.replace_bottom(bottom, self._scene)
        else:
            self._stack.show(self._scene)
        self.needs_drawing = True

    # --- drafts

    def _save_draft(self) -> None:
        if (fault := self._draft.save(self._host)) is not None:
            self.say(self._scene._(fault.words), is_fault=True)

    # --- intents

    def _carry_out(self, intent: base.Intent) -> None:
        match intent:
            case base.Push(screen):
                self._stack.push(screen, self._scene)
            case base.Pop(result):
                self.answer(self._stack.pop(result, self._scene))
            case base.Prepare(preparation):
                self._preparation = preparation
                self._refresh()
            case base.GoTo(name):
                self._stack.replace_all(before_session(name), self._scene)
            case base.StartSession():
                self.start(self._preparation)
            case base.ResumeSession(session):
                self.resume(session)
            case base.DeleteSession(session):
                self._delete(session)
            case base.LeaveSession():
                self.close()
                self._to_welcome()
            case base.QuitGame():
                self.close()
                self.wants_quit = True
            case base.ChangeLook(look):
                self._change_look(look)
            case base.SaveDraft(draft):
                self._draft.hold(draft)
                self._scene = replace(self._scene, draft=dict(draft))
            case base.ToggleClock():
                self._clock.toggle()
                self._refresh()
            case base.ToggleFullScreen():
                self._shell.toggle_full_screen()
            case base.Blank():
                self._is_blank = True
            case base.Say(words, is_fault):
                self.say(words, is_fault=is_fault)
            case base.SaveFile(name, text):
                self.answer((self._storage.save_in_words(name, text, self._scene._),))
            case base.ShowAnew():
                self._refresh()
            case base.DeckIntent():
                self.answer(self._deck_work.carry_out(intent, self._scene))
        self.needs_drawing = True

    def _change_look(self, look: base.Look) -> None:
        self._look = look
        if not self._storage.save_look(look):
            self.say(translator(look.language)("Valet gäller nu, men kunde inte sparas till nästa gång."))
        if self._host is not None:
            self._view = table_view(self._host.timeline, look.language)
        self._stored = self._storage.stored(look.language)
        self._refresh()

    def _delete(self, session: str) -> None:
        if session:
            if words := self._storage.delete(session):
                self.say(self._scene._(words), is_fault=True)
        elif self._host is not None:
            fault = self._host.delete()
            if fault is not None:
                self.say(self._scene._(fault.words), is_fault=True)
                return
            self._host = None
            self._view = None
            self._to_welcome()
            self.say(self._scene._("Allt från den här gången är raderat."))
            return
        self._stored = self._storage.stored(self._look.language)
        self._refresh()

    def _to_welcome(self) -> None:
        self._draft.forget()
        self._preparation = replace(self._preparation, seats=())
        self._clock.follow(None)
        self._stored = self._storage.stored(self._look.language)
        self._scene = self._make_scene()
        self._stack.replace_all(before_session("welcome"), self._scene)

    def _ask_to_leave(self) -> None:
        if self._host is None or isinstance(self._stack.top, LeaveScreen):
            self.close()
            self.wants_quit = True
            return
        self._stack.push(LeaveScreen(is_quitting=True), self._scene)
        self._is_blank = False
        self.needs_drawing = True

    # --- the scene

    def say(self, words: str, *, is_fault: bool = False) -> None:
        """Show a notice, in words of the interface's language; a fault stays until the next key."""
        self._notice.say(words, is_fault=is_fault)
        self.needs_drawing = True

    def _refresh(self) -> None:
        self._scene = self._make_scene()
        self._stack.show(self._scene)
        self.needs_drawing = True

    def _make_scene(self) -> base.Scene:
        return make_scene(
            self._host,
            self._view,
            self._look,
            self._clock.view,
            self._preparation,
            self._decks,
            self._stored,
            self._draft.words,
            self._deck_work,
        )
