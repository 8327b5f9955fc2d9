"""Papers kept as files: a PDF to send, a picture to print."""

import logging
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from breadpos.domain.errors import StorageError
from breadpos.domain.slip import Slip
from breadpos.whole_file import write_whole

_log = logging.getLogger(__name__)
_MARGIN_DOTS = 24

Later = Callable[[Callable[[], None]], object]


def _now(act: Callable[[], None]) -> None:
    act()


class PaperFiles:
    """A PaperOutput that fills a folder, made when the first paper comes.

    Args:
        later: has the PDF made, which takes longer than a window may stand still.
    """

    def __init__(self, folder: Path, later: Later = _now) -> None:
        self._folder = folder
        self._later = later

    def put(self, slip: Slip, name: str) -> str:
        """Write NAME.png now and NAME.pdf soon, each whole; returns the PDF's path.

        Raises:
            StorageError: the folder cannot be written.
        """
        from breadpos.devices.slip_image import slip_image  # here: the window need not wait

        picture = BytesIO()
        slip_image(slip, margin_dots=_MARGIN_DOTS).save(picture, "PNG")
        path = self._folder / f"{name}.pdf"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(path.with_suffix(".png"), picture.getvalue())
        except OSError as error:
            raise StorageError(f"{path} cannot be written: {error.strerror}") from error
        self._later(partial(_write_pdf, path, slip))
        return str(path)


def _write_pdf(path: Path, slip: Slip) -> None:
    from breadpos.devices.slip_pdf import slip_pdf

    try:
        write_whole(path, slip_pdf(slip))
    except OSError as error:  # the picture is there, and a paper can be made out again
        _log.warning("%s cannot be written: %s", path, error)
