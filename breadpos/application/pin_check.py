"""Whether a PIN is somebody's, and how long to wait after wrong ones."""

from datetime import datetime
from threading import Lock

from breadpos.application.ports import Clock, StaffRepository
from breadpos.domain.errors import PersonNotFound, PinThrottled, PinWrong
from breadpos.domain.person import Person
from breadpos.domain.pin import Tries


class PinCheck:
    """Each try is on disk before it is answered, so that a restart gives no more of them.

    Comparing takes a while, so it may be done on any thread; one waits for the other.
    """

    def __init__(self, staff: StaffRepository, clock: Clock) -> None:
        self._staff = staff
        self._clock = clock
        self._one_by_one = Lock()

    def check(self, person_id: str, pin: str) -> Person:
        """The person, if it is their PIN and they work here.

        Raises:
            PersonNotFound: they do not.
            PinWrong: it is not theirs.
            PinThrottled: there were too many wrong ones; it was not looked at.
            StorageError: nothing could be kept of the try, so there was none.
        """
        person = next((x for x in self._staff.all() if x.person_id == person_id and x.active), None)
        if person is None:
            raise PersonNotFound(person_id)
        with self._one_by_one:
            self._try(person, pin)
        return person

    def wait_s(self, person_id: str) -> int:
        """Seconds until somebody's next try."""
        now, tries = self._tries(person_id)
        return tries.wait_s(now)

    def _try(self, person: Person, pin: str) -> None:
        person_id = person.person_id
        now, tries = self._tries(person_id)
        if (wait_s := tries.wait_s(now)) > 0:
            raise PinThrottled(wait_s)
        self._staff.put_tries(person_id, tries.one_more(now))
        if not self._staff.matches(person_id, pin):
            raise PinWrong(person.name)
        self._staff.put_tries(person_id, Tries())

    def _tries(self, person_id: str) -> tuple[datetime, Tries]:
        """The time, and the tries by a clock that may have been set back since."""
        now, kept = self._clock.now(), self._staff.tries(person_id)
        tries = kept.seen(now)
        if tries != kept:
            self._staff.put_tries(person_id, tries)
        return now, tries
