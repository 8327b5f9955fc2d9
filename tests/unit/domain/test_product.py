import pytest

from breadpos.domain.errors import ProductInvalid
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId

ANPAN = Product(ProductId("anpan"), "あんぱん", Money(180), name_en="Anpan")


@pytest.mark.parametrize(
    "name", ["", "  ", "　", "x" * 61, "a\nb", "a\x00", "a\x85b", "a\u2028b", "\ud800"]
)
def test_a_name_that_cannot_be_printed_on_one_line_is_refused(name: str) -> None:
    with pytest.raises(ProductInvalid, match="1 to 60 characters"):
        Product(ProductId("anpan"), name)
    with pytest.raises(ProductInvalid, match="1 to 60 characters"):
        Product(ProductId(name), "あんぱん")


@pytest.mark.parametrize("text", ["x" * 61, "a\nb"])
def test_other_texts_must_fit_on_a_line_too(text: str) -> None:
    with pytest.raises(ProductInvalid, match="at most 60 characters"):
        Product(ProductId("anpan"), "あんぱん", name_en=text)
    with pytest.raises(ProductInvalid, match="at most 60 characters"):
        Product(ProductId("anpan"), "あんぱん", category=text)


@pytest.mark.parametrize("minor", [-1, 10_000_000])
def test_a_price_nobody_asks_is_refused(minor: int) -> None:
    with pytest.raises(ProductInvalid, match="a price lies in 0 to"):
        Product(ProductId("anpan"), "あんぱん", Money(minor))


def test_a_product_without_a_price_is_known_as_such() -> None:
    assert ANPAN.is_priced
    assert not Product(ProductId("new"), "新作").is_priced


def test_the_label_is_english_only_where_there_is_an_english_name() -> None:
    assert (ANPAN.label("ja"), ANPAN.label("en")) == ("あんぱん", "Anpan")
    assert Product(ProductId("curry"), "カレーパン").label("en") == "カレーパン"
