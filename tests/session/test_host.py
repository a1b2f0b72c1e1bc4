"""The only writer: what is accepted, refused and not saved, and what a session leaves behind."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.core import commands as cmd
from game.core import events as ev
from game.core.draw import KEY_LIMIT
from game.core.refusals import Refusal, Refused
from game.core.state import Keep, Mark, PromiseForm, SeatId, State
from game.session.faults import WORDS, Fault, JournalError
from game.session.host import Accepted, Host, NotSaved, Source
from game.session.journal import Journal
from tests.session.building import NAMES, file_of, new_host, open_session, opened, resume
from tests.session.damaging import look
from tests.session.playing import RandomGroup


def must(host: Host, command: cmd.Command) -> Accepted:
    """Submit what has to be accepted."""
    answer = host.submit(command)
    assert isinstance(answer, Accepted), answer
    return answer


def state_of(host: Host) -> State:
    """The state of an opened session."""
    assert host.state is not None
    return host.state


def first_seat(host: Host) -> SeatId:
    """The first seat's id."""
    return state_of(host).seats[0].id


def finish(host: Host) -> None:
    """Go on with Next alone until the session is done."""
    while state_of(host).stage != "done":
        must(host, cmd.Next(host.version))


# --- submitting


def test_nothing_is_written_before_the_first_accepted_command(tmp_path: Path) -> None:
    """A set-up that is left leaves no file."""
    host = new_host(tmp_path)
    host.new_seat("Åsa")
    assert host.submit(cmd.AcceptRules(None)) == Refused(Refusal.NOT_OPEN)
    assert host.save_draft({"names": "Åsa"}) is None
    assert host.close() is None
    assert list(tmp_path.iterdir()) == []


def test_an_accepted_command_is_a_version_with_its_source(tmp_path: Path) -> None:
    """Each accepted command is one version, stored with where it came from."""
    host = new_host(tmp_path)
    assert open_session(host).version == 1
    answer = host.submit(cmd.AcceptRules(True), Source.PHONE)
    assert isinstance(answer, Accepted)
    assert (answer.version, host.version) == (2, 2)
    assert answer.events[0] == ev.RulesAccepted(True)
    host.close()
    assert look(file_of(host), "SELECT number, source FROM commands") == [(1, "screen"), (2, "phone")]


def test_a_refused_command_changes_nothing(tmp_path: Path) -> None:
    """A refusal has its reason and neither the timeline nor the file has a trace of it."""
    host = opened(tmp_path)
    before = host.timeline
    assert host.submit(cmd.Next(version=7)) == Refused(Refusal.STALE)
    assert host.timeline is before
    host.close()
    assert look(file_of(host), "SELECT count(*) FROM commands") == [(1,)]


@pytest.mark.parametrize("seed", range(12))
def test_a_replay_is_equal_to_the_live_session(tmp_path: Path, seed: int) -> None:
    """Whatever a group does, every version read back is the version that was shown."""
    host = new_host(tmp_path, seed)
    group = RandomGroup(host, seed)
    for stretch in range(3):
        group.accept(40)
        live, draft = host.timeline, dict(host.draft)
        if stretch:
            assert host.journal is not None
            host.journal.let_go()  # as a kill would leave it
        else:
            assert host.close() is None
            live = host.timeline
            draft = dict(host.draft)
        host = resume(file_of(host), seed)
        assert host.timeline == live
        assert host.draft == draft
        assert (host.timeline.can_undo, host.timeline.can_redo) == (live.can_undo, live.can_redo)
        group = RandomGroup(host, seed + 100)
    host.close()


def test_undo_and_redo_work_across_a_resume(tmp_path: Path) -> None:
    """A resumed session remembers what can be taken back."""
    host = opened(tmp_path)
    must(host, cmd.AcceptRules(None))
    played = host.state
    must(host, cmd.Undo())
    host.close()
    again = resume(file_of(host))
    must(again, cmd.Redo())
    assert again.state == played
    again.close()


# --- not saved


def test_a_command_that_cannot_be_saved_did_not_happen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The timeline stays at the old version, the reason has words, and it can be tried again."""
    host = opened(tmp_path)
    before = host.timeline
    with monkeypatch.context() as patch:

        def full(self: Journal, *_: object, **__: object) -> None:
            raise JournalError(Fault.DISK_FULL, self.path)

        patch.setattr(Journal, "append", full)
        patch.setattr(Journal, "save_draft", full)
        answer = host.submit(cmd.AcceptRules(None))
        assert answer == NotSaved(Fault.DISK_FULL)
        assert isinstance(answer, NotSaved)
        assert "disken är full" in answer.words
        assert host.timeline is before
        assert host.save_draft({"words": "hej"}) == NotSaved(Fault.DISK_FULL)
        assert host.draft == {}
    assert must(host, cmd.AcceptRules(None)).version == 2
    host.close()


def test_a_session_that_cannot_begin_leaves_no_file(tmp_path: Path) -> None:
    """A folder that cannot be made gives a reason, and no half session."""
    blocked = tmp_path / "sessions"
    blocked.write_text("in the way")
    host = new_host(blocked)
    with pytest.raises(AssertionError, match="NotSaved"):
        open_session(host)
    assert (host.version, host.path) == (0, None)
    assert list(tmp_path.iterdir()) == [blocked]
    blocked.unlink()
    assert open_session(host).version == 1
    host.close()


def test_every_fault_has_words() -> None:
    """A screen can say any of them."""
    assert set(WORDS) == set(Fault)
    assert all(words.endswith(".") for words in WORDS.values())


# --- ids and chance


def test_a_seed_makes_the_same_session_again(tmp_path: Path) -> None:
    """Ids, keys and so the pile come out the same under one seed, and not under another."""
    hosts = [new_host(tmp_path / str(n), seed) for n, seed in enumerate((5, 5, 6))]
    for host in hosts:
        open_session(host)
        host.close()
    assert hosts[0].timeline == hosts[1].timeline
    assert state_of(hosts[0]).pile != state_of(hosts[2]).pile


def test_a_seed_never_gives_an_id_twice(tmp_path: Path) -> None:
    """Neither a resumed session nor a second one in the folder reuses ids of the first."""
    host = opened(tmp_path, seed=5)
    must(host, cmd.AcceptRules(None))
    ids = {host.new_text("a").id, host.new_seat("b").id}
    host.close()
    again = resume(file_of(host), seed=5)
    assert again.journal is not None
    kept = again.journal.text_ids()
    made = {again.new_text("c").id for _ in range(50)}
    assert not made & kept
    assert len(made) == 50
    again.close()
    assert new_host(tmp_path, seed=5).session_id != host.session_id
    assert len(ids) == 2


def test_without_a_seed_every_session_is_another(tmp_path: Path) -> None:
    """The system's randomness is used when no seed is given."""
    first, second = Host(tmp_path), Host(tmp_path)
    assert first.session_id != second.session_id
    assert first.new_keys(4) != second.new_keys(4)


def test_keys_are_as_many_and_as_large_as_the_rules_ask(tmp_path: Path) -> None:
    """Random keys are whole numbers below the limit."""
    keys = Host(tmp_path, rng=Random(1)).new_keys(500)
    assert len(keys) == 500
    assert all(0 <= key < KEY_LIMIT for key in keys)
    assert max(keys) > KEY_LIMIT // 2


def test_names_are_trimmed_and_unwritable_letters_replaced(tmp_path: Path) -> None:
    """What people type can always be stored."""
    host = new_host(tmp_path)
    assert host.new_seat("  Åsa   Berg ", 3).name.body == "Åsa Berg"
    assert host.new_text("hej \ud800 då").body == "hej ? då"


# --- the draft


def test_a_draft_survives_a_kill(tmp_path: Path) -> None:
    """What was being typed is offered again on resume, and gone once it is cleared."""
    host = opened(tmp_path)
    host.save_draft({"field": "takeaway", "turn": 1, "words": "Vi hälsar på"})
    host.save_draft({"field": "takeaway", "turn": 1, "words": "Vi hälsar på alla"})
    assert host.journal is not None
    host.journal.let_go()
    again = resume(file_of(host))
    assert again.draft == {"field": "takeaway", "turn": 1, "words": "Vi hälsar på alla"}
    again.save_draft(None)
    again.close()
    last = resume(file_of(host))
    assert last.draft == {}
    last.close()


# --- erasing, keeping, deleting


def test_erased_words_are_gone_from_the_session_and_the_file(tmp_path: Path) -> None:
    """Erasing takes the words from every version and cannot be undone."""
    host = opened(tmp_path)
    name = state_of(host).seats[0].name
    must(host, cmd.AcceptRules(None))
    must(host, cmd.EraseTexts((name.id,)))
    assert all(name.body not in [text.body for text in state.texts()] for state in host.timeline.states)
    assert host.submit(cmd.Undo()) == Refused(Refusal.CANNOT_BE_UNDONE)
    host.close()
    content = file_of(host).read_bytes()
    assert NAMES[0].encode() not in content
    assert NAMES[1].encode() in content
    again = resume(file_of(host))
    assert again.timeline == host.timeline
    again.close()


def test_keeping_without_names_erases_the_names(tmp_path: Path) -> None:
    """No name is in the closed file, and the takeaway is."""
    host = opened(tmp_path)
    must(host, cmd.Next(host.version))
    must(host, cmd.Next(host.version))
    must(host, cmd.RecordTakeaway(1, host.new_text("Svara med namn"), Mark.STRENGTH, False))
    finish(host)
    must(host, cmd.KeepSession(Keep.WITHOUT_NAMES))
    host.close()
    content = file_of(host).read_bytes()
    assert all(name.encode() not in content for name in NAMES)
    assert b"Svara med namn" in content


def test_a_kept_session_loses_the_words_that_it_no_longer_reaches(tmp_path: Path) -> None:
    """Replaced and undone words go when the kept session is closed; what was kept stays."""
    host = opened(tmp_path)
    must(host, cmd.Next(host.version))
    must(host, cmd.Next(host.version))
    for words in ("Första tanken", "Andra tanken"):
        must(host, cmd.RecordTakeaway(1, host.new_text(words), None, False))
    must(host, cmd.RecordTakeaway(1, host.new_text("Ångrad tanke"), None, False))
    must(host, cmd.Undo())
    must(host, cmd.RenameSeat(first_seat(host), host.new_text("Åsa Öberg")))
    finish(host)
    kept = state_of(host)
    must(host, cmd.KeepSession(Keep.FOLLOW_UP))
    host.save_draft({"words": "Halv mening"})
    assert host.close() is None
    content = file_of(host).read_bytes()
    for words in ("Första tanken", "Ångrad tanke", NAMES[0], "Halv mening"):
        assert words.encode() not in content
    for words in ("Andra tanken", "Åsa Öberg", NAMES[1]):
        assert words.encode() in content
    again = resume(file_of(host))
    assert again.timeline == host.timeline
    assert list(state_of(again).texts()) == list(kept.texts())
    assert not again.timeline.can_undo
    again.close()
    last = resume(file_of(host))
    assert last.version == again.version
    last.close()


def test_an_unfinished_session_keeps_what_undo_may_bring_back(tmp_path: Path) -> None:
    """Words that an undo took away are still there for the redo after a resume."""
    host = opened(tmp_path)
    must(host, cmd.Next(host.version))
    must(host, cmd.Next(host.version))
    must(host, cmd.RecordTakeaway(1, host.new_text("Ångrad tanke"), None, False))
    must(host, cmd.Undo())
    host.close()
    again = resume(file_of(host))
    must(again, cmd.Redo())
    assert "Ångrad tanke" in [text.body for text in state_of(again).texts()]
    again.close()


def test_a_kept_session_can_be_followed_up(tmp_path: Path) -> None:
    """At a later meeting the promises are there."""
    host = opened(tmp_path)
    finish(host)
    promise = cmd.MakePromise(
        host.new_promise_id(), first_seat(host), PromiseForm.TYPED, will=host.new_text("Hälsa")
    )
    must(host, promise)
    must(host, cmd.KeepSession(Keep.FOLLOW_UP))
    host.close()
    again = resume(file_of(host))
    must(again, cmd.BeginFollowUp())
    assert "Hälsa" in [promise.will.body for promise in state_of(again).promises if promise.will]
    again.close()


def test_deleting_leaves_no_file(tmp_path: Path) -> None:
    """The file and everything beside it are gone, and the host takes nothing more."""
    host = opened(tmp_path)
    must(host, cmd.AcceptRules(None))
    assert host.delete() is None
    assert list(tmp_path.iterdir()) == []
    assert host.state is None
    assert host.submit(cmd.AcceptRules(None)) == NotSaved(Fault.CLOSED)
    assert host.save_draft({"words": "hej"}) == NotSaved(Fault.CLOSED)
    assert host.close() is None


def test_closing_twice_does_nothing_more(tmp_path: Path) -> None:
    """A second close is harmless, and a closed session takes no command."""
    host = opened(tmp_path)
    assert host.close() is None
    content = file_of(host).read_bytes()
    assert host.close() is None
    assert host.submit(cmd.AcceptRules(None)) == NotSaved(Fault.CLOSED)
    assert file_of(host).read_bytes() == content
