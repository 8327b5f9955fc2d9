from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.money import YEN, Money
from breadpos.domain.product import ProductId
from breadpos.domain.receipt import Issuer, receipt_text
from breadpos.domain.sale import Sale, SaleLine
from breadpos.domain.slip import width_of
from breadpos.domain.tax import Place, TaxClass, split_by_rate
from breadpos.domain.tender import Payment, TenderKind

JST = timezone(timedelta(hours=9))
SHOP = Issuer("麦の家", "T1234567890123", "東京都台東区1-2-3", "03-1234-5678")
LANGUAGES = st.sampled_from(["ja", "en"])
NAMES = st.one_of(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=60),
    st.text("あんパン食🥐👩‍🍳é️ﾊﾟ※ABC ", min_size=1, max_size=60),
)


def line(name: str, yen: int, count: int = 1, *, standard: bool = False) -> SaleLine:
    tax_class = TaxClass.STANDARD if standard else TaxClass.FOOD
    rate_bp = 1000 if standard else 800
    return SaleLine(
        ProductId("p"), name, Money(yen), count, tax_class, rate_bp, reduced=not standard
    )


def sale_of(*lines: SaleLine, place: Place = Place.TAKEOUT, tendered: int | None = None) -> Sale:
    taxes = split_by_rate((one.rate_bp, one.amount) for one in lines)
    total = sum(one.amount.minor for one in lines)
    paid = total if tendered is None else tendered
    payment = Payment(TenderKind.CASH, Money(paid), Money(paid - total))
    sold_at = datetime(2026, 5, 1, 3, 4, tzinfo=UTC)
    lines = tuple(replace(one, place=place) for one in lines)
    return Sale("s1", sold_at, place, lines, taxes, (payment,), date(2026, 5, 1), 42)


EXAMPLE = sale_of(
    line("あんぱん", 180, 2),
    line("クロワッサン", 216),
    line("カレーパン", 259),
    line("メロンパン", 151),
    line("コーヒー", 330, standard=True),
    line("レジ袋", 5, standard=True),
    tendered=2_000,
)


def test_the_worked_example_is_printed_whole() -> None:
    assert receipt_text(EXAMPLE, SHOP, JST) == (
        "             麦の家\n"
        "       東京都台東区1-2-3\n"
        "          03-1234-5678\n"
        "             領収書\n"
        "    登録番号 T1234567890123\n"
        "--------------------------------\n"
        "2026-05-01 12:04       No.000042\n"
        "レジ 1\n"
        "お持ち帰り\n"
        "--------------------------------\n"
        "あんぱん※\n"
        "  ¥180 x 2                  ¥360\n"
        "クロワッサン※              ¥216\n"
        "カレーパン※                ¥259\n"
        "メロンパン※                ¥151\n"
        "コーヒー                    ¥330\n"
        "レジ袋                        ¥5\n"
        "--------------------------------\n"
        "合計 7点                  ¥1,321\n"
        " 8%対象                     ¥986\n"
        "  (内消費税                 ¥73)\n"
        " 10%対象                    ¥335\n"
        "  (内消費税                 ¥30)\n"
        "--------------------------------\n"
        "お預り                    ¥2,000\n"
        "お釣り                      ¥679\n"
        "※は軽減税率対象です\n"
        "     ありがとうございました\n"
    )


def test_in_english_every_fixed_word_is_english() -> None:
    text = receipt_text(EXAMPLE, SHOP, JST, language="en")
    for words in ("RECEIPT", "Takeout", "Total 7 items", "8% taxable", "tax included", "Cash"):
        assert words in text
    assert "Registration no. T1234567890123" in text
    assert "※ reduced tax rate" in text
    assert "合計" not in text


@given(
    st.lists(
        st.builds(
            line, NAMES, st.integers(1, 9_999_999), st.integers(1, 999), standard=st.booleans()
        ),
        min_size=1,
        max_size=5,
    ),
    NAMES,
    LANGUAGES,
    st.integers(24, 48),
)
def test_no_row_is_wider_than_the_roll_and_every_amount_ends_at_its_edge(
    lines: list[SaleLine], name: str, language: str, columns: int
) -> None:
    issuer = Issuer(name, "T1234567890123", name, name)
    rows = receipt_text(sale_of(*lines), issuer, JST, language=language, columns=columns).split(
        "\n"
    )
    assert max(map(width_of, rows)) <= columns
    ends = [row for row in rows if width_of(row) == columns]
    for one in lines:
        assert any(row.endswith(YEN.format(one.amount)) for row in ends)


@given(NAMES)
def test_a_long_name_is_wrapped_and_none_of_it_lost(name: str) -> None:
    text = receipt_text(sale_of(line(name, 180, 2)), Issuer("店"), JST)
    body = text.split("-" * 32)[2]
    assert "".join(body.split()) == "".join(f"{name}※¥180x2¥360".split())


def test_only_reduced_lines_bear_the_mark_and_the_note_explains_it() -> None:
    rows = receipt_text(EXAMPLE, SHOP, JST).splitlines()
    assert [row.split("※")[0] for row in rows if "※" in row] == [
        "あんぱん",
        "クロワッサン",
        "カレーパン",
        "メロンパン",
        "",
    ]


def test_without_a_reduced_line_there_is_neither_mark_nor_note() -> None:
    text = receipt_text(
        sale_of(line("コーヒー", 330, standard=True), place=Place.EAT_IN), SHOP, JST
    )
    assert "※" not in text
    assert "店内飲食" in text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_registration_number_is_printed_when_there_is_none(language: str) -> None:
    text = receipt_text(EXAMPLE, Issuer("麦の家"), JST, language=language)
    assert "登録番号" not in text
    assert "Registration" not in text
    assert "\n\n" not in text


def test_an_issuer_written_over_two_lines_is_printed_without_a_gap() -> None:
    rows = receipt_text(EXAMPLE, Issuer("麦の家\n\n本店"), JST).splitlines()
    assert rows[0].strip() == "麦の家 本店"


def test_the_time_is_the_shops_not_greenwichs() -> None:
    late = timezone(timedelta(hours=-5))
    assert "2026-04-30 22:04" in receipt_text(EXAMPLE, SHOP, late)


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("パン", 4), ("ﾊﾟﾝ", 3), ("e\u0301", 1), ("🥐", 2), ("¥", 1)]
)
def test_a_full_width_character_takes_two_columns(text: str, columns: int) -> None:
    assert width_of(text) == columns
