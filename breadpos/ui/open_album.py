"""The album behind the pages that show it."""

from dataclasses import dataclass

from breadpos.ui.album_desk import AlbumDesk
from breadpos.ui.errand import Run
from breadpos.ui.photo_images import PhotoImages
from breadpos.ui.training_process import TrainingProcess


@dataclass(frozen=True, slots=True)
class OpenAlbum:
    """What there is to do with photos, and their pictures.

    Attributes:
        run: has something else read beside the window, on the desk's thread.
        checking: looks for photos under a wrong name.
        importing, exporting: take photos in from a folder, and give all out into one.
    """

    desk: AlbumDesk
    images: PhotoImages
    run: Run
    checking: TrainingProcess
    importing: TrainingProcess
    exporting: TrainingProcess
