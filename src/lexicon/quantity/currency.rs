//! Currencies, by their ISO 4217 codes; Bitcoin and Ether, which have none, go by the codes that markets use.

use super::super::affix::Affixes;

/// Signs and codes before an amount, capitals as they are listed. Codes that are words (TRY, ALL) are not.
pub(crate) static BEFORE: Affixes<&str> = Affixes::named_symbols(
    "currency.sign",
    |code| code,
    &[
        ("USD", &["$", "US$", "us$", "u.s $", "U.S. $", "USD", "USD$", "usd", "美元"]),
        // A bare ¥ is the yuan, for most texts are Chinese; a cell alone does not say.
        ("CNY", &["¥", "CN¥", "RMB", "rmb", "CNY", "cny", "人民币", "RMB¥"]),
        ("EUR", &["€", "EUR", "eur", "欧元"]),
        ("GBP", &["£", "GBP", "gbp", "英镑"]),
        ("JPY", &["JPY", "JP¥", "日元", "円"]),
        ("HKD", &["HK$", "HKD", "港币", "港元"]),
        ("TWD", &["NT$", "TWD", "NTD", "新台币", "台币"]),
        ("KRW", &["₩", "KRW", "韩元"]),
        ("INR", &["₹", "INR", "Rs.", "Rs"]),
        ("AUD", &["A$", "AU$", "AUD", "AUD$", "aud$"]),
        ("CAD", &["C$", "CA$", "CAD", "CAD$", "cad$", "c $", "C $"]),
        ("SGD", &["S$", "SGD"]),
        ("NZD", &["NZ$", "NZD"]),
        ("BRL", &["R$", "BRL"]),
        ("MXN", &["MX$", "MXN", "mxn$"]),
        ("CHF", &["CHF"]),
        ("SEK", &["SEK"]),
        ("NOK", &["NOK"]),
        ("DKK", &["DKK"]),
        ("RUB", &["₽", "RUB"]),
        ("TRY", &["₺"]),
        ("ILS", &["₪", "ILS"]),
        ("VND", &["₫", "VND"]),
        ("PHP", &["₱", "PHP"]),
        ("PLN", &["PLN"]),
        ("THB", &["฿", "THB"]),
        ("AED", &["AED"]),
        ("SAR", &["SAR"]),
        ("ZAR", &["ZAR"]),
        ("IDR", &["IDR"]),
        ("MYR", &["MYR"]),
        ("BTC", &["₿", "BTC"]),
        ("ETH", &["ETH"]),
    ],
);

/// Codes before an amount with millions in them: `MUSD 60`.
pub(crate) static MILLIONS: Affixes<&str> =
    Affixes::symbols(&[("USD", &["MUSD"]), ("EUR", &["MEUR"]), ("AUD", &["MAUD"]), ("GBP", &["MGBP"]), ("SEK", &["MSEK"])]);

/// Words and codes behind an amount.
pub(crate) static AFTER: Affixes<&str> = Affixes::named(
    "currency",
    |code| code,
    &[
        ("USD", &["美元", "美金", "美刀", "usd", "us dollar", "us dollars", "u.s. dollars", "dollar", "dollars", "$", "us$"]),
        ("CNY", &["元", "元人民币", "人民币", "块钱", "rmb", "cny", "yuan", "renminbi", "¥"]),
        ("EUR", &["欧元", "eur", "euro", "euros", "€"]),
        ("GBP", &["英镑", "gbp", "pounds sterling", "£"]),
        ("JPY", &["日元", "日圆", "円", "jpy", "yen"]),
        ("HKD", &["港元", "港币", "hkd"]),
        ("TWD", &["新台币", "台币", "新台币元", "twd", "ntd"]),
        ("KRW", &["韩元", "韩圆", "krw", "won"]),
        ("INR", &["卢比", "印度卢比", "inr", "rupee", "rupees"]),
        ("AUD", &["澳元", "澳币", "aud", "australian dollar", "australian dollars"]),
        ("CAD", &["加元", "加币", "cad", "canadian dollar", "canadian dollars"]),
        ("SGD", &["新加坡元", "新元", "sgd"]),
        ("NZD", &["新西兰元", "nzd"]),
        ("CHF", &["瑞士法郎", "chf", "swiss franc", "swiss francs"]),
        ("SEK", &["瑞典克朗", "sek"]),
        ("NOK", &["nok"]),
        ("DKK", &["dkk"]),
        ("BRL", &["brl"]),
        ("MXN", &["mxn"]),
        ("RUB", &["卢布", "rub", "ruble", "rubles"]),
        ("THB", &["泰铢", "thb", "baht"]),
        ("SAR", &["sar"]),
        ("AED", &["迪拉姆", "aed"]),
        ("BTC", &["比特币", "个比特币", "枚比特币", "btc", "₿"]),
        ("ETH", &["以太币", "eth"]),
    ],
);

/// Pounds are money only behind millions: `361 million pounds`, but 25 pounds weigh.
pub(crate) static POUNDS: Affixes<&str> = Affixes::words(&[("GBP", &["pounds", "pound"])]);
