"""Changed labels are learnt between two frames."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from breadpos.application.lessons import Lesson
from breadpos.application.ports import Recogniser
from breadpos.domain.errors import BreadposError, DiskFull
from breadpos.ui.lesson_worker import LessonWorker
from tests.ui.albums import photo
from tests.ui.fakes import MELONPAN
from tests.ui.test_inference_worker import FakeRecogniser, Spy


class FakePupil:
    def __init__(self) -> None:
        self.taken: list[int] = []
        self.known: list[int] = []
        self.refusal: BreadposError | None = None
        self.not_known: list[Lesson] = []

    def missed(self) -> Sequence[Lesson]:
        return self.not_known

    def take(self, lesson: Lesson) -> None:
        self.taken.append(lesson.photo.photo_id)

    def finish(self) -> Recogniser:
        if self.refusal is not None:
            raise self.refusal
        self.known, self.taken = self.known + self.taken, []
        return FakeRecogniser()


def lesson(number: int) -> Lesson:
    return Lesson(photo=photo(number, MELONPAN), forget_as=None, learn_as=MELONPAN.product_id)


class School(QObject):
    """The worker with a pupil that starts anew whenever the worker does."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.pupils: list[FakePupil] = []
        self.not_known: list[Lesson] = []
        self.worker = LessonWorker(self._build)
        self.taught, self.failed = Spy(), Spy()
        self.worker.taught.connect(self.taught.note)
        self.worker.failed.connect(self.failed.note)
        self.asked.connect(self.worker.hear)

    def _build(self) -> FakePupil:
        self.pupils.append(FakePupil())
        self.pupils[-1].not_known = self.not_known
        return self.pupils[-1]

    def ask(self, *numbers: int) -> None:
        self.asked.emit([lesson(number) for number in numbers])


@pytest.fixture
def school(qtbot: QtBot) -> School:
    del qtbot  # an application there must be
    return School()


def test_what_is_asked_together_is_put_in_use_once(qtbot: QtBot, school: School) -> None:
    school.ask(1, 2, 3)
    qtbot.waitUntil(lambda: bool(school.taught.seen))
    assert school.pupils[0].known == [1, 2, 3]
    assert len(school.taught.seen) == 1


def test_a_photo_at_a_time_so_that_frames_get_between(school: School) -> None:
    school.ask(1, 2, 3)
    school.worker.work()
    assert school.pupils[0].taken == [1]


def test_of_very_many_the_counter_knows_the_first_before_the_last(
    qtbot: QtBot, school: School
) -> None:
    school.ask(*range(40))
    qtbot.waitUntil(lambda: len(school.taught.seen) == 3)
    assert school.pupils[0].known == list(range(40))


def test_what_the_disk_refused_is_told_and_tried_with_the_next(
    qtbot: QtBot, school: School
) -> None:
    school.ask(1)
    school.worker.start_afresh()
    qtbot.waitUntil(lambda: bool(school.taught.seen))
    pupil = school.pupils[0]
    pupil.refusal = DiskFull("recogniser")
    school.ask(2)
    qtbot.waitUntil(lambda: bool(school.failed.seen))
    assert school.failed.seen == [pupil.refusal]
    pupil.refusal = None
    school.ask(3)
    qtbot.waitUntil(lambda: len(school.taught.seen) == 2)
    assert pupil.known == [1, 2, 3]


def test_what_was_half_learnt_when_another_version_came_into_use_is_learnt_by_that(
    qtbot: QtBot, school: School
) -> None:
    school.ask(1, 2, 3)
    school.worker.work()
    school.worker.start_afresh()
    qtbot.waitUntil(lambda: bool(school.taught.seen))
    assert school.pupils[1].known == [1, 2, 3]


def test_a_trained_version_gets_what_was_labelled_since_it_was_begun(
    qtbot: QtBot, school: School
) -> None:
    school.not_known = [lesson(7), lesson(8)]
    school.worker.start_afresh()
    qtbot.waitUntil(lambda: bool(school.taught.seen))
    assert school.pupils[0].known == [7, 8]
