//! Numbers that name things: words they follow, and names that are written with digits.

use super::super::affix::Affixes;

/// Words after which a bare whole number counts off rather than counts: 案例 1, phase 2, no. 5.
pub(crate) static NUMBERED: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "案例", "场景", "情景", "情境", "阶段", "方案", "路径", "步骤", "洞察", "建议", "结论", "问题", "图", "表", "附录",
        "附件", "附图", "附表", "第", "注", "方向", "策略", "信号", "风险", "机会", "趋势", "要点", "维度", "部分", "版本",
        "项目", "假设", "条件", "层级", "等级", "优先级", "类型", "任务", "目标", "章", "节", "来源", "发现", "事件", "新闻",
        "简报", "选项", "主题", "支柱", "原则", "观点", "判断", "催化剂", "phase", "step", "stage", "tier", "level", "table",
        "figure", "fig.", "section", "chapter", "page", "version", "part", "day", "week", "round", "option", "scenario", "case",
        "no.", "number", "item", "line", "article", "rule", "appendix", "note", "gen", "generation", "series", "top", "class",
        "grade", "type", "layer", "pillar", "factor", "source", "ref", "reference", "footnote", "question", "exhibit", "chart",
        "box", "annex", "volume", "issue", "act", "pages", "steps",
    ],
)]);

/// Words and names that make any number behind them a name: 沪深 300, Russell 2000, ISO 26262, #20817.
pub(crate) static NAMED: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "标普", "沪深", "中证", "科创", "上证", "国证", "道琼斯", "恒生", "财富", "世界", "福布斯", "罗素", "日经", "s&p",
        "nasdaq", "russell", "nikkei", "stoxx", "dax", "ftse", "fortune", "forbes", "topix", "csi", "rule of", "#", "№", "§",
        "no.", "ext.", "pp.", "p.", "room", "suite", "iso", "iec", "ieee", "rfc", "gb/t", "邮编",
    ],
)]);

/// What follows a number in the name of a product: 8 Gen 4, 15 Pro.
pub(crate) static EDITIONS: Affixes<()> =
    Affixes::words(&[((), &["gen", "pro", "ultra", "max", "plus", "elite", "mini", "turbo", "sonnet", "opus", "haiku"])]);

/// Capitalised words that open sentences and so name nothing: In 2020, About 20.
pub(crate) static OPENERS: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "about", "over", "in", "the", "at", "from", "between", "more", "than", "up", "down", "only", "some", "nearly", "almost",
        "around", "roughly", "approximately", "under", "above", "below", "to", "and", "or", "with", "for", "of", "by", "on",
        "all", "any", "these", "those", "there", "are", "is", "was", "were", "has", "have", "had", "it", "its", "a", "an", "as",
        "but", "if", "when", "while", "since", "after", "before", "during", "through", "within", "until", "total", "average",
        "median", "count", "score", "least", "most", "additional", "another", "other", "first", "last", "next", "further",
        "currently", "now", "then", "per", "versus", "vs", "plus", "minus", "target", "price", "value", "amount", "users",
        "customers", "employees", "units", "volume", "weight", "rate", "ratio", "index", "revenue", "sales", "growth", "margin",
        "number", "include", "includes", "including", "covers", "covering", "equals", "equaling", "exceeds", "exceed",
    ],
)]);

/// Abbreviations of figures, whose value follows them: EPS 2.35, PUE 1.2.
pub(crate) static METRICS: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "eps", "pe", "p/e", "pb", "p/b", "ps", "p/s", "peg", "pue", "roi", "roe", "roa", "roic", "irr", "npv", "cagr", "arpu",
        "nps", "mmlu", "mmlu-pro", "gpqa", "auc", "f1", "elo", "iq", "cpi", "ppi", "pmi", "vix", "rsi", "ebitda", "ev/ebitda",
        "ev/sales", "beta", "sharpe", "dau", "mau", "cac", "ltv", "ltv/cac", "moic", "tvl", "trl", "ctr", "tam", "gdp", "bleu",
        "rouge", "iops", "qps", "tps", "hhi", "wacc", "arr", "capex", "opex", "headcount", "backlog", "fcf", "ebit", "asp",
        "aum", "gmv", "nim", "npl", "car",
    ],
)]);

/// What a number with K, M, B or T names where nothing else says so: the size of a model.
pub(crate) static MODEL_SIZES: Affixes<()> = Affixes::words(&[(
    (),
    &["参数", "个参数", "的参数", "parameter", "parameters", "params", "token", "tokens", "active", "context", "上下文"],
)]);

/// Idioms of digits: none of them is a quantity.
pub(crate) static IDIOMS: Affixes<()> =
    Affixes::words(&[((), &["24/7", "7x24", "7×24", "7*24", "24x7", "24×7", "24*7", "9/11", "50/50", "0→1", "0到1"])]);

/// What makes digits a date or a time without a year: 6月, 12号, 8点, 90后, 3rd, 11pm.
pub(crate) static CALENDAR: Affixes<()> = Affixes::words(&[(
    (),
    &["月", "日", "号", "点", "时", "世纪", "年代", "后", "st", "nd", "rd", "th", "am", "pm", "a.m.", "p.m."],
)]);

/// Hours of the clock in English.
pub(crate) static CLOCK: Affixes<()> = Affixes::words(&[((), &["am", "pm", "a.m.", "p.m."])]);

/// Names of networks, dimensions and resolutions that begin with a digit.
pub(crate) static DIGIT_NAMES: Affixes<()> = Affixes::symbols(&[(
    (),
    &["2G", "3G", "4G", "5G", "6G", "5.5G", "2D", "2.5D", "3D", "4D", "2K", "4K", "8K", "2B", "2C", "2b", "2c"],
)]);
