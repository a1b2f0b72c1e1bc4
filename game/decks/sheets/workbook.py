"""An Excel workbook (.xlsx, .xlsm) as tables: its sheets, its texts and its number formats.

Formulas are not worked out and macros are not run: what counts is the value that the program which saved
the file has left in each cell. openpyxl would read most of this too; but its bounded mode tells neither
hidden rows nor merged cells, and its other one unpacks without bound.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.decks.sheets.number_formats import NumberFormat, number_format
from game.decks.sheets.package import Attributes, Package, Stop, part_name
from game.decks.sheets.tables import NotASheetError, Table, is_full
from game.decks.sheets.worksheet import SheetReader, Strings, unescaped, whole_number

MAX_SHEETS = 50
MAX_STRINGS = 600_000
_MACROS = "vbaproject.bin"
_OTHER_FORMATS = (
    ("xl/workbook.bin", "Excel (.xlsb)"),
    ("word/document.xml", "Word (.docx)"),
    ("ppt/presentation.xml", "PowerPoint (.pptx)"),
    ("index/document.iwa", "Numbers/Pages"),
    ("index.zip", "Numbers/Pages"),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    is_hidden: bool


def workbook_tables(content: bytes, language: str) -> list[Table]:
    """The visible sheets in their order. Raises `NotASheetError` when it is no workbook or a broken one."""
    package = Package(content)
    _refuse_other_formats(package)
    main = _main_part(package)
    folder = main.rpartition("/")[0]
    targets = _relationships(package, _relationships_part(main), folder)
    sheets, is_1904 = _sheets(package, main, targets)
    strings = _strings(package, _of_type(targets, "sharedStrings"))
    formats = _formats(package, _of_type(targets, "styles"))
    tables: list[Table] = []
    for sheet in sheets:
        reader = SheetReader(sheet.name, strings, formats, language, is_1904)
        if sheet.is_hidden:
            reader.table.find(FaultCode.SHEET_HIDDEN, Severity.WARNING, 1, 1)
        elif tables and is_full(tables[-1]) and package.is_spent:
            reader.table.find(FaultCode.SHEET_NOT_READ, Severity.WARNING, 1, 1)
        else:
            _read_sheet(package, sheet.part, reader)
        tables.append(reader.table)
    if tables and package.has_any(_MACROS):
        tables[0].find(FaultCode.SHEET_HAS_MACROS, Severity.WARNING, 1, 1)
    return tables


def _read_sheet(package: Package, part: str, reader: SheetReader) -> None:
    try:
        package.read_xml(part, reader.start, reader.end, reader.text)
    except NotASheetError:
        # All the cards that there may be have been read; what else is in the sheet is left out anyway.
        if not (is_full(reader.table) and package.is_spent):
            raise


def _refuse_other_formats(package: Package) -> None:
    for part, kind in _OTHER_FORMATS:
        if package.has(part):
            raise NotASheetError(FaultCode.SHEET_OTHER_FORMAT, {"kind": kind})
    mimetype = package.head("mimetype", 80)
    if mimetype.startswith(_OPEN_DOCUMENT):
        is_sheet = mimetype.removeprefix(_OPEN_DOCUMENT).startswith(b"spreadsheet")
        kind = "OpenDocument (.ods)" if is_sheet else "OpenDocument"
        raise NotASheetError(FaultCode.SHEET_OTHER_FORMAT, {"kind": kind})


def _main_part(package: Package) -> str:
    if package.has("_rels/.rels"):
        if part := _of_type(_relationships(package, "_rels/.rels", ""), "officeDocument"):
            return part
    elif not package.has("xl/workbook.xml"):
        raise NotASheetError(FaultCode.SHEET_OTHER_FORMAT, {"kind": "ZIP"})
    return "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class _Relationship:
    type: str
    part: str


def _relationships_part(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _relationships(package: Package, part: str, folder: str) -> dict[str, _Relationship]:
    """Relationship id → what it is and where in the archive; links out of the archive are left out."""
    found: dict[str, _Relationship] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            target = part_name(folder, attributes.get("Target", ""))
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = _Relationship(kind, target)

    package.read_xml(part, start, _nothing)
    return found


def _of_type(relationships: dict[str, _Relationship], kind: str) -> str:
    return next((one.part for one in relationships.values() if one.type == kind), "")


def _sheets(package: Package, main: str, targets: dict[str, _Relationship]) -> tuple[list[_Sheet], bool]:
    sheets: list[_Sheet] = []
    is_1904 = False

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal is_1904
        if tag == "workbookPr":
            is_1904 = attributes.get("date1904") in ("1", "true")
        elif tag == "sheet" and len(sheets) < MAX_SHEETS:
            link = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
            target = targets.get(link)
            # Charts and dialogs are sheets too, without rows.
            if target is not None and target.type == "worksheet":
                is_hidden = attributes.get("state", "visible") != "visible"
                sheets.append(_Sheet(attributes.get("name", ""), target.part, is_hidden))

    package.read_xml(main, start, _nothing)
    if not sheets:
        raise NotASheetError(FaultCode.SHEET_DAMAGED, {"reason": main})
    return sheets, is_1904


def _strings(package: Package, part: str) -> Strings:
    """The texts that cells point to by number. Readings in small letters above a text are left out."""
    strings: list[str] = []
    if not part or not package.has(part):
        return strings
    pieces: list[str] = []
    is_text, readings = False, 0

    def start(tag: str, _attributes: Attributes) -> None:
        nonlocal is_text, readings
        if tag == "t":
            is_text = readings == 0
        elif tag == "rPh":
            readings += 1

    def end(tag: str) -> None:
        nonlocal is_text, readings
        if tag == "t":
            is_text = False
        elif tag == "rPh":
            readings -= 1
        elif tag == "si":
            strings.append(unescaped("".join(pieces)))
            pieces.clear()
            if len(strings) >= MAX_STRINGS:
                raise Stop

    def text(data: str) -> None:
        if is_text:
            pieces.append(data)

    package.read_xml(part, start, end, text)
    return strings


def _formats(package: Package, part: str) -> list[NumberFormat]:
    """What each style of the workbook does with a number."""
    formats: list[NumberFormat] = []
    if not part or not package.has(part):
        return formats
    codes: dict[int, str] = {}
    is_in_styles = False

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal is_in_styles
        if tag == "numFmt":
            codes[whole_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            is_in_styles = True
        elif tag == "xf" and is_in_styles:
            number = whole_number(attributes.get("numFmtId"))
            formats.append(number_format(number, codes.get(number)))

    def end(tag: str) -> None:
        nonlocal is_in_styles
        if tag == "cellXfs":
            is_in_styles = False

    package.read_xml(part, start, end)
    return formats


def _nothing(_tag: str) -> None:
    pass
