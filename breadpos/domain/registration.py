"""The qualified invoice issuer's number (登録番号): T and 13 digits."""

import re


def is_corporate_number(number: str) -> bool:
    """Whether the digits after T are a corporate number's (法人番号), by its check digit.

    A sole trader's number need not be, so that a shop is warned and not refused.

    Source: 法人番号の指定等に関する省令 第2条: 9 less (the sum of each of the 12 digits, from the
    last one, times 1 and 2 in turn) modulo 9.
    """
    if not re.fullmatch(r"T[0-9]{13}", number):
        return False
    check, *digits = (int(digit) for digit in number[1:])
    weighed = sum(
        digit * (1 if place % 2 == 0 else 2) for place, digit in enumerate(reversed(digits))
    )
    return check == 9 - weighed % 9
