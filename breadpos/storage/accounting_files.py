"""Journal lines in files that accounting programs import."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from breadpos.domain.accounting import Program, Taking, header, lines
from breadpos.domain.errors import FileNotWritten
from breadpos.domain.sheet import harmless
from breadpos.whole_file import write_whole

_ENCODINGS = {
    Program.FREEE: "utf-8-sig",
    Program.YAYOI: "cp932",  # its import reads nothing else
    Program.MONEYFORWARD: "utf-8-sig",
}


def write_accounts(path: Path, program: Program, takings: Sequence[Taking]) -> None:
    """Write the lines whole.

    Raises:
        FileNotWritten: the disk refused, or the file is open elsewhere.
    """
    out = io.StringIO(newline="")
    rows = [header(program), *lines(program, takings)]
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows if row)
    try:
        write_whole(path, out.getvalue().encode(_ENCODINGS[program]))
    except OSError as error:
        raise FileNotWritten(path, error.strerror or str(error)) from error
