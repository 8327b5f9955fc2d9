"""The fixed words of receipts and reports, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from breadpos.domain.sale import SaleKind
from breadpos.domain.tax import Place
from breadpos.domain.tender import TenderKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptWords:
    """One language's words; `of` puts a name where it belongs."""

    titles: Mapping[SaleKind, str]
    formal: str
    reissued: str
    trial: str
    trial_check: str
    number: str
    register: str
    cashier: str
    approver: str
    places: Mapping[Place, str]
    short_places: Mapping[Place, str]
    discount: str
    subtotal: str
    total: str
    count: str
    of_rate: str
    tax_in: str
    tendered: str
    change: str
    tenders: Mapping[TenderKind, str]
    paid_back: str
    forfeited: str
    customer: str
    of_sale: str
    reason: str
    memo: str
    note: str
    registration: str
    thanks: str
    purpose: str
    purpose_default: str
    received: str
    breakdown: str
    stamp: str
    colon: str


JAPANESE = ReceiptWords(
    titles={
        SaleKind.SALE: "領収書",
        SaleKind.VOID: "取消伝票",
        SaleKind.REFUND: "返還請求書",
    },
    formal="領 収 書",
    reissued="【再発行】",
    trial="テスト印刷",
    trial_check="線の両端が紙に収まっていれば、幅は合っています。",
    number="No.",
    register="レジ",
    cashier="担当",
    approver="承認",
    places={Place.TAKEOUT: "お持ち帰り", Place.EAT_IN: "店内飲食"},
    short_places={Place.TAKEOUT: "持帰", Place.EAT_IN: "店内"},
    discount="割引",
    subtotal="小計",
    total="合計",
    count="点",
    of_rate="%対象",
    tax_in="内消費税",
    tendered="お預り",
    change="お釣り",
    tenders={
        TenderKind.CASH: "現金",
        TenderKind.CARD: "クレジットカード",
        TenderKind.QR: "QR決済",
        TenderKind.IC: "電子マネー",
        TenderKind.VOUCHER: "商品券",
        TenderKind.ON_ACCOUNT: "掛売",
    },
    paid_back="ご返金",
    forfeited="釣銭なし",
    customer="%1 様",
    of_sale="元の取引",
    reason="理由",
    memo="備考",
    note="※は軽減税率対象です",
    registration="登録番号",
    thanks="ありがとうございました",
    purpose="但し %1として",
    purpose_default="パン代",
    received="上記正に領収いたしました",
    breakdown="内訳",
    stamp="［収入印紙］",
    colon="：",
)

ENGLISH = ReceiptWords(
    titles={
        SaleKind.SALE: "RECEIPT",
        SaleKind.VOID: "VOID",
        SaleKind.REFUND: "RETURN INVOICE",
    },
    formal="OFFICIAL RECEIPT",
    reissued="[REISSUED]",
    trial="TEST PAGE",
    trial_check="If both ends of the lines are on the paper, its width is right.",
    number="No.",
    register="Register",
    cashier="Cashier",
    approver="Approved by",
    places={Place.TAKEOUT: "Takeout", Place.EAT_IN: "Eat in"},
    short_places={Place.TAKEOUT: "to go", Place.EAT_IN: "here"},
    discount="Discount",
    subtotal="Subtotal",
    total="Total",
    count="items",
    of_rate="% taxable",
    tax_in="tax included",
    tendered="Cash",
    change="Change",
    tenders={
        TenderKind.CASH: "Cash",
        TenderKind.CARD: "Card",
        TenderKind.QR: "QR payment",
        TenderKind.IC: "E-money",
        TenderKind.VOUCHER: "Gift voucher",
        TenderKind.ON_ACCOUNT: "On account",
    },
    paid_back="Refunded",
    forfeited="no change given",
    customer="%1",
    of_sale="Original",
    reason="Reason",
    memo="Note",
    note="※ reduced tax rate",
    registration="Registration no.",
    thanks="Thank you",
    purpose="For %1",
    purpose_default="bread",
    received="Received with thanks",
    breakdown="Breakdown",
    stamp="[Revenue stamp]",
    colon=": ",
)

WORDS = {"ja": JAPANESE, "en": ENGLISH}
