from breadpos.bootstrap.demo_products import demo_products
from breadpos.domain.allergen import Allergen
from breadpos.simulation.breads import KINDS
from breadpos.ui.product_search import categories, matching


def test_the_demo_sells_all_that_is_baked_in_a_few_categories() -> None:
    products = demo_products()
    assert [product.product_id for product in products] == [kind.slug for kind in KINDS]
    names = categories(products)
    assert set(names) == {"菓子パン", "惣菜パン", "食事パン", "デニッシュ", "ドーナツ"}
    assert all(sum(each.category == name for each in products) >= 5 for name in names)


def test_what_is_written_in_kanji_is_found_by_its_sound() -> None:
    products = demo_products()
    assert [each.name for each in matching(products, "shokupan")] == ["食パン（厚切り）"]
    assert "焼きそばパン" in [each.name for each in matching(products, "やきそば")]


def test_it_says_what_is_in_each_bread() -> None:
    for product in demo_products():
        assert product.allergens is not None
        assert Allergen.WHEAT in product.allergens
