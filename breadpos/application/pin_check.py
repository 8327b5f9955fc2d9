"""Whether a PIN is somebody's, and how long to wait after wrong ones."""

import time
from collections.abc import Callable
from threading import Lock

from breadpos.application.ports import StaffRepository
from breadpos.domain.errors import PersonNotFound, PinThrottled, PinWrong
from breadpos.domain.person import Person
from breadpos.domain.pin import Tries


class PinCheck:
    """Each try is on disk before it is answered, so that a restart gives no more of them.

    Comparing takes a while, so it may be done on any thread; one waits for the other.

    Args:
        running_s: seconds since the computer was started.
    """

    def __init__(
        self, staff: StaffRepository, running_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._staff = staff
        self._running_s = running_s
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
        return self._staff.tries(person_id).wait_s(self._running_s())

    def _try(self, person: Person, pin: str) -> None:
        person_id, now_s = person.person_id, self._running_s()
        tries = self._staff.tries(person_id)
        if (wait_s := tries.wait_s(now_s)) > 0:
            self._staff.put_tries(person_id, tries.seen(now_s))
            raise PinThrottled(wait_s)
        self._staff.put_tries(person_id, tries.one_more(now_s))
        if not self._staff.matches(person_id, pin):
            raise PinWrong(person.name)
        self._staff.put_tries(person_id, Tries())
