"""Finding decks in folders and files, grouping their languages, and finding one by what is typed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.decks import DeckListing, DeckNotFound, FaultCode, Library, ListingState, load_decks
from game.i18n import translator


def _write(path: Path, title: str = "Prov", extra: str = "", cards: str = "- {id: a, text: a}\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"title: {title}\n{extra}cards:\n{cards}", encoding="utf-8")
    return path


def _found(found: DeckListing | DeckNotFound) -> DeckListing:
    assert isinstance(found, DeckListing), found
    return found


def test_language_versions_are_one_entry(tmp_path: Path) -> None:
    """Two files with one id are one deck with two languages, Swedish first."""
    _write(tmp_path / "service.en.yaml", "Service", "about: English\nthemes: {t: {name: Phone}}\n")
    _write(tmp_path / "service.sv.yaml", "Bemötande", "about: Svenska\nthemes: {t: {name: Telefon}}\n")
    (listing,) = Library.build([tmp_path]).listings
    assert (listing.id, listing.folder, listing.languages) == ("service", tmp_path, ("sv", "en"))
    assert listing.path.name == "service.sv.yaml"
    assert (listing.title("sv"), listing.title("en"), listing.title("fi")) == (
        "Bemötande",
        "Service",
        "Bemötande",
    )
    assert (listing.about("en"), listing.themes("en")[0].name) == ("English", "Phone")
    assert (listing.state, listing.card_count, listing.faults) == (ListingState.FINE, 1, ())
    assert [deck.language for deck in load_decks(listing)] == ["sv", "en"]


def test_minutes_are_summed_only_when_every_card_has_them(tmp_path: Path) -> None:
    """A sum that leaves cards out would promise too little."""
    _write(tmp_path / "a.yaml", cards="- {text: a, minutes: 5}\n- {text: b, minutes: 8}\n")
    _write(tmp_path / "b.yaml", cards="- {text: a, minutes: 5}\n- {text: b}\n")
    assert [listing.minutes for listing in Library.build([tmp_path]).listings] == [13, None]


def test_the_same_id_in_two_folders_is_two_decks(tmp_path: Path) -> None:
    """They are listed with their folders, and the id alone does not choose."""
    files = [_write(tmp_path / folder / "service.sv.yaml") for folder in ("ett", "tva")]
    library = Library.build([tmp_path / "ett", tmp_path / "tva"])
    assert [(listing.id, listing.folder) for listing in library.listings] == [
        ("service", tmp_path / "ett"),
        ("service", tmp_path / "tva"),
    ]
    found = library.find("service")
    assert isinstance(found, DeckNotFound)
    assert found.places == tuple(files)
    assert str(files[1]) in found.text(translator("sv"))
    assert _found(library.find(str(files[1]))).folder == tmp_path / "tva"


def test_nothing_is_silently_missing(tmp_path: Path) -> None:
    """What cannot be read is listed as refused with why, a missing place too; other files are not decks."""
    (tmp_path / "trasig.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "pekar.yaml").symlink_to(tmp_path / "borta.yaml")
    for name in ("readme.txt", "._service.yaml", ".dold.yaml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "mapp.yaml").mkdir()
    listings = Library.build([tmp_path, tmp_path / "finns-inte"]).listings
    assert [(listing.path.name, listing.state, listing.faults[0].code) for listing in listings] == [
        ("pekar.yaml", ListingState.REFUSED, FaultCode.FILE_MISSING),
        ("trasig.yaml", ListingState.REFUSED, FaultCode.NOT_UTF8),
        ("finns-inte", ListingState.REFUSED, FaultCode.FILE_MISSING),
    ]
    assert listings[1].title("sv") == "trasig.yaml"
    assert load_decks(listings[1]) == ()


def test_a_closed_folder_is_listed_as_refused(tmp_path: Path) -> None:
    """A folder that may not be opened says so."""
    closed = tmp_path / "stangd"
    closed.mkdir(mode=0o000)
    if os.access(closed, os.R_OK):
        pytest.skip("this account may read every folder")
    try:
        (listing,) = Library.build([closed]).listings
    finally:
        closed.chmod(0o700)
    assert listing.state is ListingState.REFUSED


def test_a_refused_version_does_not_take_the_other_with_it(tmp_path: Path) -> None:
    """The Swedish version is played, and the broken English one is listed beside it."""
    _write(tmp_path / "a.sv.yaml")
    (tmp_path / "a.en.yaml").write_text("title: x\n", encoding="utf-8")
    library = Library.build([tmp_path])
    assert {(x.path.name, x.state) for x in library.listings} == {
        ("a.en.yaml", ListingState.REFUSED),
        ("a.sv.yaml", ListingState.FINE),
    }
    assert _found(library.find("a")).path.name == "a.sv.yaml"


def test_left_out_cards_are_counted(tmp_path: Path) -> None:
    """A deck with a bad card says that it has lost one."""
    _write(tmp_path / "a.yaml", cards="- text: a\n- title: b\n")
    (listing,) = Library.build([tmp_path]).listings
    assert (listing.state, listing.left_out, listing.card_count) == (ListingState.SOME_LEFT_OUT, 1, 1)


def test_a_copy_that_kept_its_id_is_a_deck_of_its_own(tmp_path: Path) -> None:
    """Two files of one id and language are told apart by their names, warned about and playable."""
    for name in ("a.sv.yaml", "a.en.yaml", "kopia.sv.yaml", "kopia.en.yaml"):
        _write(tmp_path / name, extra="id: a\n")
    listings = Library.build([tmp_path]).listings
    assert [[version.path.name for version in listing.versions] for listing in listings] == [
        ["a.sv.yaml", "a.en.yaml"],
        ["kopia.sv.yaml", "kopia.en.yaml"],
    ]
    assert all({fault.code for fault in listing.faults} == {FaultCode.SAME_VERSION} for listing in listings)


def test_a_file_is_read_once(tmp_path: Path) -> None:
    """A file given beside its folder is not listed twice."""
    path = _write(tmp_path / "a.yaml")
    assert len(Library.build([tmp_path, path, tmp_path / "." / "a.yaml"]).listings) == 1


def test_a_deck_is_found_by_path_outside_the_library(tmp_path: Path) -> None:
    """A path brings its other language along; any ending will do, and a folder with one deck."""
    _write(tmp_path / "a.sv.yaml")
    path = _write(tmp_path / "a.en.yaml")
    assert _found(Library().find(str(path))).languages == ("sv", "en")
    assert _found(Library().find(str(tmp_path))).id == "a"
    assert _found(Library().find(str(_write(tmp_path / "kort.txt")))).path.name == "kort.txt"


def test_a_deck_is_found_by_id_or_title(tmp_path: Path) -> None:
    """Both are words that people see in the list."""
    _write(tmp_path / "service.yaml", "Service i vardagen")
    library = Library.build([tmp_path])
    assert _found(library.find("service")).id == _found(library.find("Service i vardagen")).id == "service"


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("servise", "Det finns ingen kortlek ”servise”; menade du ”service”?"),
        ("service i vardan", "Det finns ingen kortlek ”service i vardan”; menade du ”service”?"),
        ("zebra", "Det finns ingen kortlek ”zebra”; ange en lek-id ur listan eller vägen till en YAML-fil"),
        ("a\0b", "Det finns ingen kortlek ”a?b”; ange en lek-id ur listan eller vägen till en YAML-fil"),
        (
            "x" * 5000,
            f"Det finns ingen kortlek ”{'x' * 99}…”; ange en lek-id ur listan eller vägen till en YAML-fil",
        ),
    ],
)
def test_a_misspelt_deck_gets_a_suggestion(tmp_path: Path, argument: str, expected: str) -> None:
    """An argument that names nothing is answered with what was perhaps meant."""
    _write(tmp_path / "service.yaml", "Service i vardagen")
    found = Library.build([tmp_path]).find(argument)
    assert isinstance(found, DeckNotFound)
    assert found.text(translator("sv")) == expected


def test_a_misspelt_path_gets_a_suggestion(tmp_path: Path) -> None:
    """A path to a file that is not there is answered with the file beside it."""
    path = _write(tmp_path / "service.yaml")
    found = Library().find(str(tmp_path / "servce.yaml"))
    assert isinstance(found, DeckNotFound)
    assert found.suggestions == (str(path),)
