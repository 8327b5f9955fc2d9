"""Papers kept as files: a PDF to send, a picture to print."""

from io import BytesIO
from pathlib import Path

from breadpos.devices.slip_image import slip_image
from breadpos.devices.slip_pdf import slip_pdf
from breadpos.domain.errors import StorageError
from breadpos.domain.slip import Slip
from breadpos.whole_file import write_whole

_MARGIN_DOTS = 24


class PaperFiles:
    """A PaperOutput that fills a folder, made when the first paper comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, slip: Slip, name: str) -> str:
        """Write NAME.pdf and NAME.png, each whole; returns the PDF's path.

        Raises:
            StorageError: the folder cannot be written.
        """
        picture = BytesIO()
        slip_image(slip, margin_dots=_MARGIN_DOTS).save(picture, "PNG")
        path = self._folder / f"{name}.pdf"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(path.with_suffix(".png"), picture.getvalue())
            write_whole(path, slip_pdf(slip))
        except OSError as error:
            raise StorageError(f"{path} cannot be written: {error.strerror}") from error
        return str(path)
