"""Why a disk refused, in people's words: what the system says is English and about the system."""

from __future__ import annotations

import errno
from typing import Final

from game.i18n import N_, Translator

_FULL = N_("disken är full; ta bort något och försök igen")
_NOT_ALLOWED = N_(
    "du får inte skriva där, eller så är filen öppen i ett annat program; "
    "stäng den, eller be den som sköter datorn om hjälp"
)
_READ_ONLY = N_("där går det bara att läsa; välj en annan mapp, eller be den som sköter datorn om hjälp")
_TOO_LONG = N_("namnet är för långt; välj ett kortare")
_NO_FOLDER = N_("mappen finns inte; gör den först")
_IN_THE_WAY = N_("en fil ligger i vägen där en mapp ska vara; flytta på den")

_REASONS: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _READ_ONLY,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.ENOENT: _NO_FOLDER,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
}


def disk_reason(error: OSError, _: Translator) -> str:
    """What kept something from being written, and what to do; else what the system said."""
    known = _REASONS.get(error.errno) if error.errno is not None else None
    return _(known) if known is not None else error.strerror or str(error)
