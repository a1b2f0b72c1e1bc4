"""What gets into sheets by mistake and by malice: words, values, encodings, markup.

The order is part of what a seed means.
"""

from __future__ import annotations

WORDS = (
    *("Text", "Rubrik", "Tema", "Fråga 1", "Alternativ", "Stöd", "Id", "Sort", "Nivå", "Lättläst"),
    *("Kort", "Titel", "Format", "Språk", "Bild", "Skala", "Minuter", "Färg", "Påstående", "dilemma"),
    *("fakta", "x" * 200, "Kol. 1"),
)
VALUES = (
    *("", " ", "0", "1", "9" * 30, "-1", "1,5", "=1+1", "+46", "@x", "'=x", "#REF!", "SANT", "null"),
    *("~", "\t", "\x00", "\x0b", "\x1b[31m", "\ufeff", "\ufffd", "\u202e", "\u2028", "👍"),
    *("e\u0301" * 40, "å" * 1300, "å" * 90_000, '"', '""', 'a"b', '"a', "a\nb\n\nc", "\r", "\r\n", ";"),
    *(",", "\t;,", "../../etc/passwd", "/etc/passwd.png", "bilder\\a.png", "http://x/a.png"),
    *("..\\..\\a.png", "a" * 300 + ".png", "<b>&amp;</b>", "{0}%s{x}", "_xD800_"),
)
ENCODINGS = (
    *("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "cp437", "utf-32", "utf-7"),
    *("mac-roman",),
)
MARKUP = (
    *(b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>",),
    *(b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'>", b"&lol;", b"&#0;", b"&#xD800;", b"<a>" * 5000),
    *(b"<c/>" * 30_000, b"<!--", b"-->", b"<![CDATA[", b"]]>"),
    *(b"<?xml version='1.0' encoding='rot13'?>", b"<?xml version='1.0' encoding='utf-16'?>", b"\x00"),
    *(b"\xff", b"<row r='99999999999'>", b"<row/>" * 2000, b"<c r='ZZZZ1' t='s'><v>999999</v></c>"),
    *(b"<c t='inlineStr'>", b"<mergeCell ref='A1:XFD1048576'/>" * 50, b"<mergeCell ref='F2:F9'/>"),
    *(b"<cols><col min='1' max='9999' hidden='1'/>", b"<f>1+1</f>", b"<v/>", b"<v></v>"),
    *(b"</sheetData>", b"<x:row xmlns:x='y'>", b"<rPh>", b"x" * 2_000_000, b"<t>_x0000__xD800_</t>"),
    *(b"<c r='B3' t='e'><v>#REF!</v></c>", b"<c r='B3' t='d'><v>2026-13-99T</v></c>"),
)
ATTRIBUTES = (
    *(b"r", b"t", b"s", b"min", b"max", b"hidden", b"ref", b"Target", b"Id", b"Type", b"name"),
    *(b"numFmtId",),
)
ATTRIBUTE_VALUES = (
    *(b"", b"0", b"1", b"-1", b"s", b"b", b"e", b"d", b"n", b"str", b"inlineStr", b"A0", b"F2"),
    *(b"XFD1048576", b"AAAA9", b"99999999999999999999", b"F2:F1", b"A1:B", b"../../../etc/passwd"),
    *(b"/etc/passwd", b"file:///etc/passwd", b"14", b"sheets/sheet1.xml", b"http://127.0.0.1:9/x"),
    *(b"\xc3\xa5", b"&#10;", b"1e400", b"22", b"10"),
)
