//! What is said of a record under labels of its own: the fields of scenarios, insights and cases.

use schemars::JsonSchema;
use serde::Serialize;

use super::Quantity;

/// A labelled part of a record.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Field {
    /// The label as written; null for what stands below the record without one.
    pub label: Option<String>,
    /// What the label announces.
    pub role: FieldRole,
    /// What it holds.
    pub items: Vec<Item>,
    /// Its item read as one value, where it is one.
    pub quantity: Option<Quantity>,
}

/// What a field is about. Scenarios have the first four; insights the five after those, `path` and `advice`; cases those from
/// `client` on, and `outcome`. All of them have `other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldRole {
    /// What would bring it about (触发条件).
    Trigger,
    /// How it would unfold (演进路径).
    Path,
    /// What would come of it, or came of it (影响, 结果, 效果).
    Outcome,
    /// What to do then (投资建议, 应对策略).
    Advice,
    /// What it rests on (论据, 数据).
    Evidence,
    /// What follows from it (含义).
    Implication,
    /// What others believe instead (反共识).
    Contrarian,
    /// What could go wrong (风险).
    Risk,
    /// What it opens (机会).
    Opportunity,
    /// Who it is about (客户).
    Client,
    /// How large it is (部署规模, 投资).
    Scale,
    /// What it is used for (场景).
    Use,
    /// What it earned against what it cost (ROI).
    Return,
    /// Why it went well (关键成功因素).
    Factor,
    /// What stood in the way (挑战).
    Challenge,
    /// What was done about it (应对策略).
    Response,
    /// What is to be learnt from it (教训).
    Lesson,
    /// Anything else.
    Other,
}

impl FieldRole {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trigger => "trigger",
            Self::Path => "path",
            Self::Outcome => "outcome",
            Self::Advice => "advice",
            Self::Evidence => "evidence",
            Self::Implication => "implication",
            Self::Contrarian => "contrarian",
            Self::Risk => "risk",
            Self::Opportunity => "opportunity",
            Self::Client => "client",
            Self::Scale => "scale",
            Self::Use => "use",
            Self::Return => "return",
            Self::Factor => "factor",
            Self::Challenge => "challenge",
            Self::Response => "response",
            Self::Lesson => "lesson",
            Self::Other => "other",
        }
    }
}

/// A text with what is nested below it.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Item {
    /// The text.
    pub text: String,
    /// What is nested below it.
    pub items: Vec<Item>,
}
