//! Labels of metadata, and the words that make a file a collection or a notice.

use super::affix::Affixes;
use super::{Table, Words, fold};

/// What a metadata label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Concept {
    /// The date, best first: when it was published, written, or last updated.
    Published,
    Written,
    Updated,
    Title,
    Source,
    Author,
    Category,
    Credibility,
    Tags,
    Assessment,
    Related,
    Impact,
    Notes,
}

impl Concept {
    /// The name of its labels.
    fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Written => "written",
            Self::Updated => "updated",
            Self::Title => "title",
            Self::Source => "source",
            Self::Author => "author",
            Self::Category => "category",
            Self::Credibility => "credibility",
            Self::Tags => "tags",
            Self::Assessment => "assessment",
            Self::Related => "related",
            Self::Impact => "impact",
            Self::Notes => "notes",
        }
    }
}

/// Labels by concept, folded.
pub(crate) static LABELS: Table<Concept> = Table::named(
    "metadata",
    Concept::name,
    &[
        (
            Concept::Published,
            &[
                "发布日期", "发布时间", "发表日期", "发表时间", "出版日期", "发布于", "published", "published on",
                "publication date", "date published", "publish date", "pubdate", "published date", "release date",
                "datepublished",
            ],
        ),
        (
            Concept::Written,
            &[
                "日期", "报告日期", "研究日期", "撰写日期", "撰写时间", "创建时间", "创建日期", "生成时间", "生成日期",
                "报告生成时间", "报告时间", "分析日期", "编制日期", "编写日期", "完成日期", "评估日期", "时间", "date",
                "prepared", "prepared on", "report date", "written", "created", "created at", "assessment_date",
                "assessment date", "analysis date", "as of", "as-of", "as of date", "date of report", "memo date", "dated",
                "fecha", "datum", "data as of", "截至日期", "数据截至",
            ],
        ),
        (
            Concept::Updated,
            &[
                "更新", "更新时间", "更新日期", "最后更新", "最近更新", "修订日期", "updated", "last updated", "last update",
                "update", "last modified", "lastmod", "modified", "revised",
            ],
        ),
        (Concept::Title, &["标题", "title"]),
        (
            Concept::Source,
            &[
                "来源", "信息来源", "资讯来源", "数据来源", "新闻来源", "消息来源", "原文来源", "资料来源", "出处", "原文链接",
                "原文", "链接", "发布机构", "source", "sources", "source url", "original source", "publisher", "publication",
                "data sources", "data source", "outlet",
            ],
        ),
        (
            Concept::Author,
            &[
                "作者", "分析师", "首席分析师", "编辑", "撰稿", "撰稿人", "撰写", "研究员", "报告编制", "编制", "编制人",
                "编制单位", "报告人", "整理", "author", "authors", "analyst", "analysts", "lead analyst", "editor",
                "prepared by", "written by", "by", "autor",
            ],
        ),
        (Concept::Category, &["分类", "类别", "category", "categories"]),
        (
            Concept::Credibility,
            &[
                "可信度", "可信度评分", "可信度等级", "可信度评级", "来源可信度", "credibility", "credibility score",
                "credibility rating", "source credibility", "reliability",
            ],
        ),
        (Concept::Tags, &["标签", "关键词", "关键字", "tags", "tag", "keywords"]),
        (
            Concept::Assessment,
            &["评估说明", "评分说明", "可信度说明", "可信度评估", "assessment notes", "credibility notes", "assessment"],
        ),
        (Concept::Related, &["关联技术", "相关技术", "related technologies", "related technology", "related topics"]),
        (Concept::Impact, &["影响指数", "影响力指数", "impact index", "impact rating"]),
        (
            Concept::Notes,
            &[
                "注意事项", "备注", "免责声明", "声明", "重要声明", "版权声明", "notes", "remarks", "disclaimer", "disclaimers",
                "disclosure", "disclosures", "important disclosures", "legal notice",
            ],
        ),
    ],
);

/// Words before a name that make a line of it a byline.
pub(crate) static BYLINES: Affixes<()> = Affixes::words(&[((), &["by", "written by"])]);
/// Words of a name that are written small.
pub(crate) static NAME_PARTICLES: Words =
    Words::new(&["and", "&", "of", "the", "de", "da", "del", "der", "di", "la", "van", "von", "und", "y"]);

/// Words in a heading that name a collection of briefings.
pub(super) static COLLECTION: Words = Words::named(
    "collection.titles",
    &[
        "资讯汇总", "新闻汇总", "资讯合集", "汇总", "合集", "资讯日报", "资讯周报", "daily digest", "weekly digest", "digest",
        "roundup", "round-up", "news summary", "newsletter", "collection",
    ],
);

/// Sentences of a file that says that there is no briefing today: a negation and what was not found.
pub(super) static NOTHING_FOUND: Words = Words::named(
    "notice.denials",
    &[
        "未发现符合", "未发现足够", "未发现任何", "没有发现符合", "没有符合", "暂无符合", "未筛选出", "无符合条件", "没有足够",
        "今日无", "今日暂无", "没有一条", "没有一篇", "未达到刊发", "不刊发", "暂不发布", "no qualifying", "no qualified",
        "no news today", "no stories met", "no articles met", "no items met", "nothing met", "none met the", "no eligible",
    ],
);
/// Headings that such a file has in place of an article.
pub(super) static NOTICES: Words =
    Words::named("notice.headings", &["今日资讯说明", "本期说明", "no briefing today", "no news today"]);
pub(super) static NEWS: Words = Words::named(
    "notice.news",
    &["资讯", "新闻", "文章", "news", "stories", "story", "articles", "article", "items", "briefing", "briefings"],
);

/// Words of a sentence that says what a text is not to be used for.
static DISCLAIMERS: Words = Words::new(&[
    "不构成投资建议", "不构成任何投资", "不构成建议", "不作为投资", "仅供参考", "仅供内部", "可能有所不同", "合理推测",
    "仅代表作者", "仅代表个人", "投资有风险", "谨慎投资", "not investment advice", "not financial advice",
    "informational purposes", "information purposes", "educational purposes", "does not constitute", "do not constitute",
    "no investment advice", "past performance",
]);

/// Whether a line says what the text is not to be used for.
pub(crate) fn disclaims(text: &str) -> bool {
    DISCLAIMERS.is_in(&fold(text))
}

/// What a label announces, if it is one of metadata.
pub(crate) fn concept(label: &str) -> Option<Concept> {
    if label.len() > 48 || !LABELS.may_open(label.trim_start()) {
        return None;
    }
    let folded = fold(label);
    let name = folded.trim();
    LABELS.of(name)
}

/// Whether a heading names a collection.
pub(crate) fn is_collection(heading: &str) -> bool {
    COLLECTION.is_in(&fold(heading))
}

/// Whether a line says that nothing qualified today.
pub(crate) fn says_nothing_found(text: &str) -> bool {
    let folded = fold(text);
    NOTICES.is_in(&folded) || (NOTHING_FOUND.is_in(&folded) && NEWS.is_in(&folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_three_scripts() {
        for (label, wanted) in [
            ("发布日期", Some(Concept::Published)),
            ("報告生成時間", Some(Concept::Written)),
            ("分析師", Some(Concept::Author)),
            ("Published", Some(Concept::Published)),
            ("As of", Some(Concept::Written)),
            ("领域", None),
            ("Sector", None),
            ("Next Review", None),
        ] {
            assert_eq!(concept(label), wanted, "{label}");
        }
    }

    #[test]
    fn a_notice_says_that_nothing_was_found() {
        assert!(says_nothing_found("今日未发现足够数量的高质量AI芯片相关资讯。"));
        assert!(says_nothing_found("No qualifying news today."));
        assert!(!says_nothing_found("监管机构未发现符合条件的交易对手"));
    }
}
