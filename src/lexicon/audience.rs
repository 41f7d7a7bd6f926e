//! Whom advice addresses.

use super::letter::is_letter;
use super::{Table, Words, fold, unfold};
use crate::excerpt::Excerpt as _;
use crate::record::AudienceRole;

/// Nouns for readers by role. A name is an audience when it ends in one of them.
pub(crate) static ROLES: Table<AudienceRole> = Table::named(
    "audience",
    AudienceRole::name,
    &[
        (
            AudienceRole::Investor,
            &[
                "投资者", "投资人", "投资机构", "投资方", "股民", "持有者", "持有人", "债权人", "持仓者", "持币者", "基金经理",
                "基金", "vc", "pe", "交易者", "交易员", "股东", "保守派", "激进派", "稳健派", "保守型", "激进型", "稳健型",
                "资管机构", "长线资金", "短线资金", "产业资本", "机构资金", "北向资金", "险资", "公募", "私募", "investors",
                "investor", "traders", "trader", "shareholders", "holders", "lps", "allocators", "portfolio managers",
                "fund managers", "asset managers", "fund manager", "portfolio manager", "vcs", "hedge funds", "hedge fund",
                "pension funds", "mutual funds", "wealth funds", "venture funds", "equity funds", "family offices",
                "family office", "endowments", "limited partners",
            ],
        ),
        (
            AudienceRole::Policymaker,
            &[
                "政策制定者", "有关部门", "管委会", "街道办", "决策部门", "监管机构", "监管部门", "监管者", "监管方", "监管层",
                "监管", "政府", "政府部门", "地方政府", "立法者", "立法机构", "央行", "主管部门", "公共部门", "监管当局",
                "policymakers", "policy makers", "policymaker", "policy-makers", "regulators", "regulator", "governments",
                "government", "legislators", "lawmakers", "public sector", "agencies", "central banks", "municipalities",
                "department", "departments", "ministry", "ministries", "mayors", "councils", "cities", "officials", "congress",
                "parliament", "城市管理者", "城市管理部门", "city managers", "county managers",
            ],
        ),
        (
            AudienceRole::Developer,
            &[
                "开发者", "工程师", "程序员", "技术人员", "技术团队", "研发团队", "技术从业者", "技术专家", "架构师", "开发团队",
                "运维团队", "安全团队", "技术负责人", "developers", "developer", "engineers", "engineering teams",
                "developers and engineers", "security teams", "architects", "technical teams", "data scientists", "soc teams",
                "defenders", "engineering leaders",
            ],
        ),
        (
            AudienceRole::Researcher,
            &[
                "研究者", "研究人员", "研究机构", "科研人员", "学者", "高校", "科研机构", "学术界", "高校与科研机构",
                "researchers", "academics", "academia", "universities", "scientists", "analysts",
            ],
        ),
        (
            AudienceRole::Creator,
            &[
                "创作者", "内容创作者", "设计师", "编剧", "自媒体", "creators", "content creators", "designers", "writers",
                "marketers", "filmmakers",
            ],
        ),
        (
            AudienceRole::Individual,
            &[
                "从业者", "从业人员", "求职者", "职场人", "职场人士", "个人", "学生", "毕业生", "专业人士", "员工", "教师",
                "家长", "普通人", "医生", "律师", "主任", "院长", "店长", "practitioners", "professionals", "individuals",
                "job seekers", "students", "employees", "workers", "teachers", "graduates",
            ],
        ),
        (
            AudienceRole::Consumer,
            &[
                "消费者", "车主", "散户", "农户", "租户", "船东", "用户", "普通消费者", "客户", "购车者", "玩家", "患者", "家庭",
                "读者", "居民", "观众", "乘客", "consumers", "users", "end users", "customers", "buyers", "households",
                "patients", "readers", "policyholders", "policy holders", "account holders", "card holders", "cardholders",
            ],
        ),
        (
            AudienceRole::Company,
            &[
                "企业", "公司", "厂商", "供应商", "服务商", "运营商", "集成商", "制造商", "经销商", "零售商", "开发商", "创业者",
                "初创公司", "创业公司", "初创企业", "企业家", "管理者", "管理层", "决策者", "高管", "平台", "机构", "交易所",
                "银行", "金融机构", "团队", "部门", "负责人", "行业", "从业企业", "it部门", "品牌方", "品牌", "主机厂", "车企",
                "药企", "券商", "保险公司", "医院", "学校", "组织", "协会", "产业方", "代工厂", "工厂", "厂家", "同行", "委员会",
                "业主", "货主", "商户", "合作社", "大户", "单位", "同业", "采购", "电芯厂", "电厂", "药厂", "钢厂", "甲方",
                "乙方", "项目方", "需求方", "供给方", "资方", "商家", "董事会", "创始人", "主管", "总监", "厂长", "影院", "经理",
                "产品经理", "ceo", "cto", "cio", "cfo", "coo", "ciso", "cmo", "cxo", "boards", "board", "companies", "company",
                "enterprises", "enterprise", "businesses", "business", "firms", "startups", "start-ups", "founders", "founder",
                "executives", "heads", "leaders", "business leaders", "managers", "management", "vendors", "suppliers",
                "operators", "manufacturers", "retailers", "banks", "insurers", "institutions", "organizations", "organisations",
                "teams", "team", "committee", "cios", "ctos", "ceos", "cfos", "cisos", "providers", "cloud providers",
                "service providers", "product managers", "procurement", "utilities", "corporates", "exporters", "importers",
                "carriers", "shippers", "exchanges", "hospitals", "smes", "smbs", "incumbents", "decision makers",
                "decision-makers", "partners", "brands", "employers", "owners", "treasurers", "issuers", "deployers", "counsel",
                "advisers", "advisors", "auditors", "publishers", "broadcasters", "distributors", "wholesalers", "integrators",
                "sponsors", "landlords", "lenders", "企业客户", "机构客户", "行业客户", "商业客户", "企业用户", "企业买家",
                "权利人", "版权方", "著作权人", "专利权人", "enterprise customers", "business customers", "corporate customers",
                "enterprise buyers", "corporate buyers", "business users", "enterprise users", "rights holders", "rightsholders",
                "copyright holders", "patent holders", "license holders", "licence holders", "it leaders", "security leaders",
                "platforms", "farmers", "growers", "developers of projects",
            ],
        ),
    ],
);

/// Words that address whoever follows.
pub(super) static ADDRESSES: Words = Words::named(
    "audience.address",
    &[
        "针对", "面向", "对于", "对", "给", "致", "写给", "如果你是", "如果您是", "for", "to", "if you are", "if you’re",
        "if you're",
    ],
);

/// Words that address whoever stands before them; the built-in languages have none.
pub(super) static BEHIND: Words = Words::named("audience.address_behind", &[]);

/// Words for advice behind its audience.
pub(super) static ADVICE_BEHIND: Words = Words::named("audience.advice_behind", &["建议", "建言"]);

/// Words that begin like one of those that address.
static NOT_ADDRESSES: Words = Words::new(&[
    "对应", "对比", "对标", "对冲", "对抗", "对接", "对齐", "对话", "对立", "对待", "对称", "给予", "给出", "给定", "致力",
    "致使", "致命", "致谢",
]);

/// Words before 建议 that belong to the title, not to the audience.
static TITLE_WORDS: Words =
    Words::new(&["行动", "投资", "战略", "策略", "具体", "操作", "应对", "政策", "配置", "主要", "核心", "总体", "几点", "一些"]);

/// Openings of a title that says whom its advice is for.
pub(super) static ADVICE_FOR: Words = Words::named(
    "audience.advice_for",
    &[
        "recommendations for", "recommendation for", "advice for", "advice to", "action items for", "actions for",
        "next steps for", "guidance for", "recommendations to", "what it means for",
    ],
);

/// Openings of an audience that names nobody in particular.
pub(super) static NOBODY: Words = Words::named(
    "audience.nobody",
    &["不同", "各类", "各方", "各", "分", "所有人", "我们", "different", "all", "each", "the reader"],
);

/// Words behind an audience that make a title speak of effects on it, not of advice to it.
pub(super) static EFFECTS: Words = Words::named(
    "audience.effects",
    &[
        "影响", "意义", "启示", "冲击", "挑战", "价值", "利好", "利空", "依赖", "风险", "改变", "作用", "贡献", "要求", "impact",
        "effects", "implications", "exposure", "sake", "example", "instance", "now",
    ],
);

/// How a text names its audience.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address<'t> {
    /// The audience as written, null where the words name nobody (对不同人群的建议).
    pub name: Option<&'t str>,
    /// Whether the words themselves say that advice follows (对X的建议), or only whom they address (对X).
    pub is_advice: bool,
}

/// Reads the audience of a heading, label or item label that addresses one: 对X的建议, 针对X, X建议, For X.
pub(crate) fn address(text: &str) -> Option<Address<'_>> {
    let text = text.trim();
    let first = text.chars().next().map(super::fold_char)?;
    if !ADDRESSES.begin_with(first) && !ADVICE_FOR.begin_with(first) {
        return addressed_before(text);
    }
    let folded = fold(text);
    if let Some(opening) = ADVICE_FOR.prefix(&folded) {
        return Some(named(unfold(text, &folded, opening.len()..folded.len()), true));
    }
    let (head, bracket) = folded.split_at(folded.find('(').unwrap_or(folded.len()));
    let head = head.trim_end();
    if EFFECTS.suffix(head).is_some() {
        return None;
    }
    let opening = ADDRESSES.prefix(head).filter(|_| NOT_ADDRESSES.prefix(head).is_none())?;
    let is_spaced = opening.ends_with(is_letter);
    if is_spaced && (!head.part(opening.len()..).starts_with(' ') || head.split(' ').count() > 14) {
        return None;
    }
    let mut end = head.len();
    let mut is_advice = false;
    if let Some(cut) = ADVICE_BEHIND.suffix(head).and_then(|advice| head.strip_suffix(advice)) {
        is_advice = true;
        let cut = without_count(cut);
        end = TITLE_WORDS.suffix(cut).map_or(cut, |word| cut.part(..cut.len() - word.len())).trim_end_matches('的').len();
    }
    let name = unfold(text, &folded, opening.len()..end);
    // A bracket belongs to the audience it follows, not to the word for advice.
    let full = if is_advice || bracket.is_empty() { name } else { unfold(text, &folded, opening.len()..folded.len()) };
    (!name.trim().is_empty()).then(|| named(full, is_advice))
}

/// Reads the audience of a heading or label that addresses the noun for readers before it.
fn addressed_before(text: &str) -> Option<Address<'_>> {
    if !BEHIND.is_extended() {
        return None;
    }
    let folded = fold(text);
    let head = folded.split('(').next().unwrap_or_default().trim_end();
    let name = head.strip_suffix(BEHIND.suffix(head)?)?.trim_end();
    let name = unfold(text, &folded, 0..name.len());
    is_audience(name).then(|| named(name, false))
}

/// Whether an address hands something to whom it names, so that a short name is a reader whatever it is called: 给连锁影管.
pub(crate) fn is_handed(text: &str) -> bool {
    const MAX_NAME: usize = 10;
    let name = ["给", "写给", "致"].iter().find_map(|word| text.strip_prefix(word));
    name.is_some_and(|name| name.chars().count() <= MAX_NAME)
}

/// A title without the number of its items: 给小团队的五条建议.
fn without_count(title: &str) -> &str {
    let Some(counted) = ["条", "点", "项", "个"].iter().find_map(|unit| title.strip_suffix(unit)) else { return title };
    let number = counted.trim_end_matches(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十几".contains(c));
    if number.len() < counted.len() { number } else { title }
}

/// The audience of a title like 投资者建议, 企业行动建议.
pub(crate) fn owner_of_title(text: &str) -> Option<&str> {
    if !text.contains(['议', '\u{8B70}']) && !ADVICE_BEHIND.is_extended() {
        return None;
    }
    let folded = fold(text.trim());
    let head = folded.split('(').next().unwrap_or_default().trim_end();
    let before = head.strip_suffix(ADVICE_BEHIND.suffix(head)?)?;
    let before = TITLE_WORDS.suffix(before).map_or(before, |word| before.part(..before.len() - word.len()));
    let name = unfold(text.trim(), &folded, 0..before.len()).trim_end_matches('的').trim();
    is_audience(name).then_some(name)
}

/// The reader in the bracket behind a title of advice: 行动建议（运营商）, Recommendations (for utilities).
pub(crate) fn in_bracket(title: &str) -> Option<&str> {
    let inner = title.trim_end().strip_suffix([')', '）'])?;
    let (_, content) = inner.rsplit_once(['(', '（'])?;
    let name = address(content).map_or(Some(content.trim()), |address| address.name)?;
    (is_audience(name) && !name.ends_with('的')).then_some(name)
}

/// The reader whom a piece of advice calls before it says what to do: 如果你是散户，…, If you are a buyer, ….
pub(crate) fn called(text: &str) -> Option<&str> {
    static IF_YOU_ARE: Words =
        Words::new(&["如果你是", "如果您是", "若你是", "若您是", "if you are ", "if you’re ", "if you're "]);
    if !IF_YOU_ARE.may_open(text) {
        return None;
    }
    let clause = text.part(..text.find(['，', ',', '：', ':'])?);
    let folded = fold(clause);
    let opening = IF_YOU_ARE.prefix(&folded)?;
    let name = unfold(clause, &folded, opening.len()..folded.len()).trim();
    let name = ["a ", "an ", "the "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    (is_audience(name) || is_audience(&format!("{name}s"))).then_some(name)
}

/// Whether a heading speaks of effects on readers.
pub(crate) fn speaks_of_effects(text: &str) -> bool {
    EFFECTS.is_in(&fold(text))
}

/// Whether a name is one of a kind of reader (企业决策者, VASP / 交易所, CIOs).
pub(crate) fn is_audience(name: &str) -> bool {
    let folded = fold(name);
    let head = folded.split(['(', '[']).next().unwrap_or_default().trim();
    if VERBS.prefix(head).is_some()
        || head.is_empty()
        || head.chars().count() > 40
        || head.contains(['，', '。', '?', '!', '、']) && head.chars().count() > 24
    {
        return false;
    }
    // Of a name like “Board of Directors” the noun before “of” counts, of a list any part.
    let mut parts = head.split(['/', '、', ',', '&', '与', '和', '及', '或']).flat_map(|part| part.split(" and ")).map(str::trim);
    parts.any(|part| {
        let noun_phrase = part.split(" of ").next().unwrap_or(part);
        is_person(part) || makes(part) || is_office(part) || ROLES.ends(part) || ROLES.ends(noun_phrase)
    }) || head.split([' ', '/']).any(is_executive)
}

/// A word for people by its ending: 新进入者, 托管商, 已经开店的.
fn is_person(name: &str) -> bool {
    static NOT: Words = Words::new(&["协商", "招商", "磋商", "营商", "电商", "智商", "目的", "标的"]);
    name.chars().count() >= 3 && name.ends_with(['者', '商', '的', '员']) && NOT.suffix(name).is_none()
}

/// Whether a name is one of who makes a thing: automakers, tool makers.
fn makes(name: &str) -> bool {
    name.ends_with("makers") && name.len() > "makers".len()
}

/// A department or office that stands for its people, as a whole name.
fn is_office(name: &str) -> bool {
    static OFFICES: Words = Words::new(&[
        "legal", "finance", "treasury", "technology", "people", "procurement", "compliance", "credit", "operations", "ops",
        "portfolio ops", "risk", "hr", "marketing", "sales", "engineering", "product", "security", "it", "congress",
        "parliament", "management", "法务", "财务", "采购", "运营", "市场部", "人力资源", "产品", "研发", "销售",
    ]);
    OFFICES.has(name)
}

fn is_executive(word: &str) -> bool {
    matches!(
        word,
        "ceo" | "cto" | "cio" | "cfo" | "coo" | "ciso" | "cmo" | "cxo" | "vc" | "pe" | "vc/pe" | "cios" | "ctos" | "cisos"
    )
}

/// Openings of advice itself, which may end in a noun for people too (选择供应商).
static VERBS: Words = Words::new(&[
    "根据", "选择", "关注", "建立", "组建", "加强", "提升", "评估", "支持", "布局", "参股", "收购", "寻找", "筛选", "锁定",
    "引入", "培养", "联合", "避免", "减少", "聚焦", "拥抱", "优先", "成立", "招聘", "培训", "打造", "构建", "设立", "推动",
    "鼓励", "build", "hire", "engage", "work with", "partner with", "choose", "select", "support", "train", "appoint", "watch",
    "follow",
]);

/// What kind of reader an audience is.
pub(crate) fn role(name: &str) -> Option<AudienceRole> {
    let folded = fold(name);
    let head = folded.split('(').next().unwrap_or_default().trim();
    // The longest noun decides: 技术团队 is a developer although 团队 is a company.
    let by_ending = || (head.ends_with(['商', '厂']) || makes(head)).then_some(AudienceRole::Company);
    ROLES.longest_in(head).or_else(by_ending).or_else(|| ROLES.longest_in(&folded)).or_else(|| one_of(head))
}

/// The same of one of those that an English noun for readers names: a publisher.
fn one_of(head: &str) -> Option<AudienceRole> {
    head.ends_with(|c: char| c.is_ascii_lowercase()).then(|| ROLES.longest_in(&format!("{head}s"))).flatten()
}

fn named(name: &str, is_advice: bool) -> Address<'_> {
    let name = name.trim().trim_end_matches([':', '：']).trim();
    let nobody = NOBODY.prefix(&fold(name)).is_some();
    Address { name: (!name.is_empty() && !nobody).then_some(name), is_advice }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (text, name, is_advice) in [
            ("对 AI 公司（CEO/CTO）", Some("AI 公司（CEO/CTO）"), false),
            ("对手机厂商的建议", Some("手机厂商"), true),
            ("對投資人的建議", Some("投資人"), true),
            ("针对企业IT决策者（CIO）", Some("企业IT决策者（CIO）"), false),
            ("对不同人群的建议", None, true),
            ("给开发者的行动建议", Some("开发者"), true),
            ("给小团队的五条建议", Some("小团队"), true),
            ("For institutional investors", Some("institutional investors"), false),
            ("Recommendations for CISOs", Some("CISOs"), true),
        ] {
            assert_eq!(address(text), Some(Address { name, is_advice }), "{text}");
        }
        for text in ["对应CPO", "对标产品", "对AI产业的意义", "对企业的影响", "forward guidance", "投资者", "对翻译行业的冲击"]
        {
            assert_eq!(address(text), None, "{text}");
        }
        assert_eq!(owner_of_title("企业行动建议"), Some("企业"));
        assert_eq!(owner_of_title("投资建议"), None);
        assert_eq!(in_bracket("行动建议（运营商）"), Some("运营商"));
        assert_eq!(in_bracket("Recommendations (for utilities)"), Some("utilities"));
        assert_eq!((in_bracket("行动建议（0-3个月）"), in_bracket("行动建议（重要的）")), (None, None));
        assert_eq!(called("如果你是用電大戶，現在就去談"), Some("用電大戶"));
        assert_eq!(called("If you are a buyer, lock the price"), Some("buyer"));
        assert_eq!((called("如果你是研究导向，转学"), called("如果需求回落，减仓")), (None, None));
    }

    #[test]
    fn audiences_and_their_roles() {
        for (name, wanted) in [
            ("企业决策者", Some(AudienceRole::Company)),
            ("投资者（VC/PE/二级市场）", Some(AudienceRole::Investor)),
            ("VASP / 交易所（含韩国会员）", Some(AudienceRole::Company)),
            ("CTI / 安全团队", Some(AudienceRole::Developer)),
            ("政策制定者（政府/监管机构）", Some(AudienceRole::Policymaker)),
            ("求职者/从业者", Some(AudienceRole::Individual)),
            ("CEO / 产品", Some(AudienceRole::Company)),
            ("Board of Directors", Some(AudienceRole::Company)),
            ("已经开店的", None),
            ("Portfolio managers", Some(AudienceRole::Investor)),
            ("企业客户（CIO）", Some(AudienceRole::Company)),
            ("Rights holders", Some(AudienceRole::Company)),
            ("Automakers", Some(AudienceRole::Company)),
            ("City managers", Some(AudienceRole::Policymaker)),
            ("Hedge funds", Some(AudienceRole::Investor)),
        ] {
            assert!(is_audience(name), "{name}");
            assert_eq!(role(name), wanted, "{name}");
        }
        assert_eq!(role("整车厂"), Some(AudienceRole::Company));
        for name in [
            "AI 基础设施", "海外建厂", "投资标的", "根据规模选择供应商", "技术选型", "融资策略",
            "优先投资方向（按预期回报排序）", "人才培养",
        ] {
            assert!(!is_audience(name), "{name}");
        }
    }
}
