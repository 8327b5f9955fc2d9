from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.journal import FIRST_PREVIOUS, Chain, Entry, canonical
from breadpos.domain.registration import is_corporate_number


def chain_of(length: int) -> list[Entry]:
    entries: list[Entry] = []
    for seq in range(1, length + 1):
        entries.append(
            Entry(
                seq=seq,
                at="2026-05-01T03:00:00.000000+00:00",
                kind="sale",
                cashier="佐藤",
                approver="",
                receipt=seq,
                payload=canonical({"receipt": seq, "total": 180 * seq}),
                previous=entries[-1].digest if entries else FIRST_PREVIOUS,
            ).sealed()
        )
    return entries


def found(entries: list[Entry], last: int | None = None) -> list[str]:
    chain = Chain()
    findings = [str(finding) for entry in entries for finding in chain.take(entry)]
    return findings + [
        str(f) for f in chain.end(entries[-1].seq if last is None and entries else last or 0)
    ]


def test_what_was_not_touched_is_sound() -> None:
    assert found([]) == []
    assert found(chain_of(20)) == []


@given(
    st.integers(0, 9),
    st.sampled_from(["at", "kind", "cashier", "approver", "payload", "previous", "digest"]),
    st.text(min_size=1),
)
def test_a_changed_entry_is_named_and_no_other(place: int, field: str, value: str) -> None:
    entries = chain_of(10)
    if getattr(entries[place], field) != value:
        entries[place] = replace(entries[place], **{field: value})  # type: ignore[arg-type]
        assert found(entries) == [f"journal entry {place + 1}: changed"]


@given(st.integers(0, 9), st.integers(1, 9))
def test_missing_entries_are_named(first: int, count: int) -> None:
    entries = chain_of(10)
    gone = entries[first : first + count]
    left = entries[:first] + entries[first + count :]
    numbers = [entry.seq for entry in gone]
    words = f"entry {numbers[0]}" if len(numbers) == 1 else f"entries {numbers[0]} to {numbers[-1]}"
    assert found(left, last=10) == [f"journal {words}: missing"]


def test_entries_that_changed_places_are_named() -> None:
    entries = chain_of(5)
    entries[1], entries[3] = replace(entries[3], seq=2), replace(entries[1], seq=4)
    assert found(entries) == ["journal entry 2: changed", "journal entry 4: changed"]


def test_an_entry_made_anew_does_not_fit_the_one_after() -> None:
    entries = chain_of(5)
    entries[2] = replace(entries[2], payload=canonical({"receipt": 3, "total": 1})).sealed()
    assert found(entries) == ["journal entry 4: out of order"]


def test_an_entry_from_before_the_first_is_named_and_the_rest_is_sound() -> None:
    entries = chain_of(3)
    assert found([replace(entries[0], seq=-4), *entries]) == ["journal entry -4: out of order"]


def test_one_meaning_is_written_one_way() -> None:
    assert canonical({"b": 1, "a": "あ"}) == canonical({"a": "あ", "b": 1}) == '{"a":"あ","b":1}'
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical({"a": float("nan")})


@pytest.mark.parametrize(
    ("number", "is_corporate"),
    [
        ("T7000012050002", True),  # 国税庁
        ("T8000012050002", False),
        ("T1234567890123", False),
        ("T700001205000", False),
        ("", False),
    ],
)
def test_a_wrong_check_digit_is_seen(number: str, *, is_corporate: bool) -> None:
    assert is_corporate_number(number) == is_corporate
