"""Labels changed in the album, learnt and forgotten by the recogniser in use."""

import logging
from collections.abc import Sequence

from breadpos.application.lessons import Lesson, lessons_missed
from breadpos.application.photo_album import PhotoCard
from breadpos.application.ports import Recogniser
from breadpos.bootstrap.networks import NetworksInUse
from breadpos.bootstrap.photo_shelf import photo_shelf
from breadpos.bootstrap.recognition import load_head, put_in_use
from breadpos.bootstrap.shop import Shop
from breadpos.bootstrap.versions import Versions
from breadpos.capture.pictures import read_picture
from breadpos.domain.errors import ImageUnreadable
from breadpos.domain.product import ProductId
from breadpos.storage.photos import PhotoFile
from breadpos.training.shop_items import lies_in, placed
from breadpos.vision.calibrated import keep_calibrated
from breadpos.vision.learning import LearntPhoto, PhotoLearner, forgotten, learn_pieces, taught
from breadpos.vision.naming import Naming
from breadpos.vision.recogniser import CounterRecogniser, TrayReader

_log = logging.getLogger(__name__)


class AlbumPupil:
    """A Pupil on one shop. For one thread, and the networks are loaded there."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._networks = NetworksInUse(shop)
        self._taken: list[tuple[Lesson, LearntPhoto]] = []

    def missed(self) -> Sequence[Lesson]:
        """What was labelled during and after the training of the version in use; see the port."""
        versions = Versions(self._shop.home.models)
        name = versions.current()
        report = versions.report(name) if name is not None else None
        if report is None:
            return ()
        return lessons_missed(photo_shelf(self._shop).cards(), report)

    def take(self, lesson: Lesson) -> None:
        """Look at one photo; see the port."""
        try:
            self._taken.append((lesson, self._look(lesson.photo)))
        except ImageUnreadable as error:
            _log.info("photo %d teaches nothing: %s", lesson.photo.photo_id, error)

    def finish(self) -> Recogniser:
        """Put what was taken in use; see the port."""
        known, folder, metadata = load_head(self._shop.home)
        if self._networks.follow(folder, metadata):  # another program changed the version
            lessons, self._taken = [lesson for lesson, _ in self._taken], []
            for lesson in lessons:
                self.take(lesson)
        finder, embedder = self._networks.loaded()
        naming, version = known, folder.name if folder else ""
        for lesson, photo in self._taken:
            if lesson.forget_as is not None:
                naming = forgotten(naming, lesson.forget_as, photo)
            if lesson.learn_as is not None and not _is_known(naming, lesson.learn_as, photo):
                naming = taught(naming, lesson.learn_as, [photo])
        if naming is not known:
            if metadata.get("backbone"):
                naming = keep_calibrated(naming, known)
            models = self._shop.home.models
            version = put_in_use(models, naming, embedder, folder, amends=True)
        self._taken = []
        return CounterRecogniser(TrayReader(finder, embedder, naming, version=version))

    def _look(self, card: PhotoCard) -> LearntPhoto:
        finder, embedder = self._networks.loaded()
        path = self._shop.photo_store.path(PhotoFile.named(card.file))
        picture = read_picture(path)
        if card.box is None:
            return PhotoLearner(finder, embedder).learn(picture)
        size = picture.shape[1], picture.shape[0]
        if not lies_in(card.box, size):
            raise ImageUnreadable(path, "its label lies outside of it")
        return learn_pieces(embedder, picture, [placed(card.box, finder.find(picture), size)])


def _is_known(naming: Naming, product: ProductId, photo: LearntPhoto) -> bool:
    """Whether it was learnt already: it was asked for, and a training had listed it, too."""
    learnt = naming.learnt.get(product)
    return learnt is not None and all(
        learnt.row_of(seen[0]) is not None for seen in photo.embeddings
    )
