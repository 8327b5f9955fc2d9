"""A new bread photographed with the counter's camera, filed and taught."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from uuid import uuid4

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.application.ports import Recogniser
from breadpos.application.teaching import Refusal, Shot
from breadpos.bootstrap.networks import NetworksInUse
from breadpos.bootstrap.recognition import load_head, put_in_use
from breadpos.bootstrap.shop import Shop
from breadpos.capture.pictures import read_picture
from breadpos.domain.errors import ImageUnreadable
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Point
from breadpos.storage.photos import Photo
from breadpos.training.events import silent
from breadpos.training.shop_items import read_items
from breadpos.training.teaching import box_of
from breadpos.vision.calibrated import keep_calibrated
from breadpos.vision.finder import FoundItem
from breadpos.vision.learning import LearntPhoto, learn_pieces, taught
from breadpos.vision.preprocess import Cutout, cut_out
from breadpos.vision.recogniser import CounterRecogniser, TrayReader
from breadpos.vision.shot_quality import brightness, judge, look

_PICTURE_PX = 96
_JPEG_QUALITY = 92
_NEW_TURN = 12.0
"""Mean difference of looks, in grey steps, from which an item lies in another way."""
_OTHER_SIDE = 0.80
"""Likeness of embeddings below which it is another face of the bread that is seen."""


@dataclass(slots=True)
class _Session:
    """What was photographed since one product was begun."""

    product: Product
    name: str
    taken: int = 0
    looks: list[NDArray[np.float32]] = field(default_factory=list)
    faces: list[NDArray[np.float32]] = field(default_factory=list)
    to_learn: list[LearntPhoto] = field(default_factory=list)


class ShopPhotographer:
    """A Photographer on one shop. For one thread, and the networks are loaded there."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._session: _Session | None = None
        self._networks = NetworksInUse(shop)

    def begin(self, product: Product) -> Sequence[Shot]:
        """Photograph this product from now on; see the port."""
        self._session = _Session(product, f"teach-{uuid4().hex[:12]}")
        known = [photo for photo in self._shop.photos.of(product.product_id) if photo.box]
        return [shot for photo in known if (shot := self._filed(photo)) is not None]

    def shoot(self, frame: Frame) -> Sequence[Shot]:
        """File every item in the frame that teaches something; see the port."""
        session = self._begun()
        finder, embedder = self._networks.loaded()
        found = finder.find(frame.pixels_bgr)
        cutouts = [cut_out(frame.pixels_bgr, item.box, item.mask) for item in found]
        refusals = []
        for item, cutout in zip(found, cutouts, strict=True):
            refusal = judge(cutout, cut=item.cut, earlier=session.looks)
            refusals.append(refusal)
        good = [item for item, refusal in zip(found, refusals, strict=True) if refusal is None]
        self._file(frame, good, session)
        learnt = [learn_pieces(embedder, frame.pixels_bgr, [item]) for item in good]
        if learnt:
            session.to_learn.append(
                LearntPhoto(tuple(good), np.concatenate([each.embeddings for each in learnt]))
            )
        faces = iter([each.embeddings[0, 0] for each in learnt])
        return [
            self._shot(session, item, cutout, refusal, None if refusal else next(faces), len(found))
            for item, cutout, refusal in zip(found, cutouts, refusals, strict=True)
        ]

    def teach(self, product_id: ProductId) -> Recogniser:
        """Take the photos into the recogniser and put it in use; see the port."""
        session = self._begun()
        known, folder, metadata = load_head(self._shop.home)
        if self._networks.follow(folder, metadata):  # another program changed the version
            session.to_learn = self._looked_at_again(session) if session.to_learn else []
        finder, embedder = self._networks.loaded()
        naming, version = known, folder.name if folder else ""
        if session.to_learn:
            naming = taught(known, product_id, session.to_learn)
            if metadata.get("backbone"):
                naming = keep_calibrated(naming, known)
            version = put_in_use(self._shop.home.models, naming, embedder, folder)
            session.to_learn = []
        return CounterRecogniser(TrayReader(finder, embedder, naming, version=version))

    def _begun(self) -> _Session:
        if self._session is None:
            raise RuntimeError("no product was begun")
        return self._session

    def _looked_at_again(self, session: _Session) -> list[LearntPhoto]:
        """What the session has filed, as the network of now sees it."""
        finder, embedder = self._networks.loaded()
        filed = self._shop.photos.of(session.product.product_id)
        own = [photo for photo in filed if photo.session == session.name]
        items = read_items(own, self._shop.photo_store, finder, silent)
        return [
            learn_pieces(embedder, read_picture(path), [item.found for item in same])
            for path, same in groupby(items, key=lambda item: item.path)
        ]

    def _file(self, frame: Frame, items: Sequence[FoundItem], session: _Session) -> None:
        if not items:
            return
        product = session.product
        products = self._shop.products
        if product.product_id not in {each.product_id for each in products.all()}:
            taken_off = {each.product_id: each for each in products.retired()}
            products.put_all([taken_off.get(product.product_id, product)])
        quality = [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY]
        content = bytes(cv2.imencode(".jpg", frame.pixels_bgr, quality)[1])
        label = Photo(
            file=self._shop.photo_store.file(content),
            size=frame.size,
            product_id=product.product_id,
            origin=PhotoOrigin.TEACH,
            taken_at=datetime.now(UTC),
            session=session.name,
        )
        self._shop.photos.add(replace(label, box=box_of(item)) for item in items)

    def _shot(
        self,
        session: _Session,
        item: FoundItem,
        cutout: Cutout,
        refusal: Refusal | None,
        face: NDArray[np.float32] | None,
        pieces: int,
    ) -> Shot:
        own = look(cutout)
        new_turn = all(float(np.abs(own - each).mean()) >= _NEW_TURN for each in session.looks)
        other_side = face is not None and bool(
            session.faces and float(face @ session.faces[0]) < _OTHER_SIDE
        )
        if refusal is None:
            session.taken += 1
            session.looks.append(own)
        if face is not None:
            session.faces.append(face)
        return Shot(
            outline=_outline(item),
            refusal=refusal,
            number=session.taken if refusal is None else 0,
            brightness=brightness(cutout),
            is_new_turn=new_turn,
            other_side=other_side,
            pieces=pieces,
            picture_bgr=_picture(cutout),
        )

    def _filed(self, photo: Photo) -> Shot | None:
        """A photo that is there already; None when its file cannot be read any more."""
        session = self._begun()
        try:
            pixels = read_picture(self._shop.photo_store.path(photo.file))
        except ImageUnreadable:
            return None
        left, top, width, height = (round(value) for value in photo.box or (0, 0, 1, 1))
        crop = pixels[max(top, 0) : top + height, max(left, 0) : left + width]
        if not crop.size:
            return None
        mask = np.ones(crop.shape[:2], bool)
        box = (left, top, crop.shape[1], crop.shape[0])
        return self._shot(
            session, FoundItem(mask, box, 1.0, cut=False), Cutout(crop, mask), None, None, 1
        )


def _outline(item: FoundItem) -> tuple[Point, ...]:
    """The largest contour of the mask, picture pixels."""
    contours, _ = cv2.findContours(
        item.mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_TC89_L1
    )
    largest = max(contours, key=len)[:, 0]
    return tuple((float(x + item.box[0]), float(y + item.box[1])) for x, y in largest)


def _picture(cutout: Cutout) -> NDArray[np.uint8]:
    """The item in the middle of a small square."""
    height, width = cutout.mask.shape
    side = max(height, width)
    square = np.full((side, side, 3), 240, np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    part = square[top : top + height, left : left + width]
    part[cutout.mask] = cutout.image_bgr[cutout.mask]
    small = cv2.resize(square, (_PICTURE_PX, _PICTURE_PX), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)
