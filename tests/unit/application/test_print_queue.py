from collections.abc import Callable
from dataclasses import replace

import pytest

from breadpos.application.ports import PaperLeft
from breadpos.application.print_queue import PrintJob, PrintQueue, PrintState
from breadpos.domain.errors import PaperOut, PrinterError, PrintInDoubt, StorageError
from breadpos.domain.slip import Row, Slip

FIRST = PrintJob("000001", Slip((Row("one"),), 32), "【再発行】")
SECOND = PrintJob("000002", Slip((Row("two"),), 32), "【再発行】")


class Paper:
    """A printer that may fail, before the first dot or in the middle."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.kicks = 0
        self.refusal: PrinterError | None = None
        self.breaks: PrintInDoubt | None = None
        self.on_send: Callable[[], None] = lambda: None

    def print_slip(self, slip: Slip, begin: Callable[[], None]) -> None:
        self.look()
        begin()
        self.on_send()
        if self.breaks is not None:
            raise self.breaks
        self.printed.append(slip.text)

    def kick(self) -> None:
        self.look()
        self.kicks += 1

    def look(self) -> PaperLeft:
        if self.refusal is not None:
            raise self.refusal
        return PaperLeft.PLENTY


class Spool:
    def __init__(self) -> None:
        self.jobs: dict[str, PrintJob] = {}
        self.refusal: StorageError | None = None

    def put(self, job: PrintJob) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.jobs[job.name] = job

    def drop(self, name: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.jobs.pop(name, None)

    def all(self) -> tuple[PrintJob, ...]:
        return tuple(self.jobs.values())


class Room:
    """A queue, its printer and spool, and all it told."""

    def __init__(self, spool: Spool | None = None) -> None:
        self.paper, self.spool = Paper(), spool or Spool()
        self.told: list[PrintState] = []
        self.queue = PrintQueue(self.spool, lambda: self.paper, self.told.append)


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_paper_is_printed_and_forgotten(room: Room) -> None:
    room.queue.add(FIRST)
    assert (room.paper.printed, room.spool.jobs) == (["one\n"], {})
    assert room.told == [PrintState()]


def test_what_is_being_sent_is_on_record_as_begun(room: Room) -> None:
    seen: list[bool] = []
    room.paper.on_send = lambda: seen.append(room.spool.jobs["000001"].begun)
    room.queue.add(FIRST)
    assert seen == [True]


def test_without_paper_it_waits_and_comes_once_as_it_was_when_asked_for(room: Room) -> None:
    room.paper.refusal = PaperOut()
    room.queue.add(FIRST)
    assert room.told[-1] == PrintState(1, room.paper.refusal)
    room.paper.refusal = None
    room.queue.print_left()
    room.queue.print_left()
    assert room.paper.printed == ["one\n"]
    assert (room.told[-1], room.spool.jobs) == (PrintState(), {})


def test_a_paper_in_doubt_is_marked_when_it_is_printed_again(room: Room) -> None:
    room.paper.breaks = PrintInDoubt("dropped")
    room.queue.add(FIRST)
    assert room.told[-1] == PrintState(1, room.paper.breaks)
    assert room.spool.jobs["000001"].begun
    room.paper.breaks = None
    room.queue.print_left()
    assert room.paper.printed == [" " * 11 + "【再発行】\none\n"]


def test_later_papers_come_and_the_one_left_is_still_told_of(room: Room) -> None:
    room.paper.breaks = PrintInDoubt("dropped")
    room.queue.add(FIRST)
    room.paper.breaks = None
    room.queue.add(SECOND)
    assert room.paper.printed == ["two\n"]
    assert room.told[-1] == PrintState(1)


def test_printing_what_is_left_ends_at_the_first_that_fails(room: Room) -> None:
    room.paper.refusal = PaperOut()
    for job in (FIRST, SECOND):
        room.queue.add(job)
    room.queue.print_left()
    assert room.told[-1] == PrintState(2, room.paper.refusal)
    assert room.paper.printed == []


def test_what_nobody_needs_is_forgotten(room: Room) -> None:
    room.paper.refusal = PaperOut()
    room.queue.add(FIRST)
    room.queue.discard_left()
    assert (room.told[-1], room.spool.jobs) == (PrintState(), {})


def test_after_a_restart_what_was_left_is_asked_about_and_not_printed_by_itself() -> None:
    spool = Spool()
    spool.put(FIRST)
    spool.put(replace(SECOND, begun=True))
    room = Room(spool)
    room.queue.load()
    assert (room.told, room.paper.printed) == ([PrintState(2)], [])
    room.queue.print_left()
    assert room.paper.printed == ["one\n", " " * 11 + "【再発行】\ntwo\n"]


def test_nothing_left_is_not_worth_a_word(room: Room) -> None:
    room.queue.load()
    assert room.told == []


def test_while_it_closes_papers_are_only_kept(room: Room) -> None:
    room.queue.close()
    room.queue.add(FIRST)
    assert (room.paper.printed, list(room.spool.jobs)) == ([], ["000001"])


def test_a_full_disk_does_not_keep_a_paper_from_being_printed(room: Room) -> None:
    room.spool.refusal = StorageError("full")
    room.queue.add(FIRST)
    assert room.paper.printed == ["one\n"]
    assert room.told == [PrintState()]


def test_the_drawer_opens_or_why_not_is_told(room: Room) -> None:
    room.queue.kick()
    assert (room.paper.kicks, room.told) == (1, [])
    room.paper.refusal = PaperOut()
    room.queue.kick()
    assert room.told == [PrintState(0, room.paper.refusal)]


def test_a_test_page_is_printed_and_not_kept(room: Room) -> None:
    assert room.queue.try_out(FIRST.slip) is PaperLeft.PLENTY
    assert (room.paper.printed, room.spool.jobs) == (["one\n"], {})
