//! Words inside ledgers, and those that give away what is none.

use super::affix::Affixes;
use super::{Words, fold};

/// Words before a percentage that is a part of a whole: 占比 15%.
pub(crate) static SHARE: Affixes<()> =
    Affixes::words(&[((), &["占", "占比", "比重", "权重", "占总额", "占总量", "占总收入", "占收入", "share", "weight"])]);
/// Words behind one: 15% of total, 15% weight.
pub(crate) static OF_WHOLE: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "of total", "of the total", "of revenue", "of revenues", "of total revenue", "of sales", "of total sales",
        "of portfolio", "of the portfolio", "of spend", "of costs", "of cost", "share", "weight", "占比", "权重",
    ],
)]);

/// What the labels of a prompt, a template or a form about a person say.
static PROMPT: Words = Words::new(&[
    "角色", "任务", "指令", "提示词", "系统提示", "输入格式", "输出格式", "输出要求", "语气", "字数", "受众", "role", "task",
    "instruction", "instructions", "prompt", "system", "user", "assistant", "input format", "output format", "tone", "audience",
    "word count", "name", "full name", "job title", "email", "e-mail", "phone", "gender", "age", "姓名", "性别", "年龄", "职位",
    "职务", "电话", "邮箱", "籍贯", "学历",
]);

/// What those who ask and those who answer are called in a dialogue.
static ASKING: Words = Words::new(&["q", "question", "ask", "问", "提问", "问题"]);
static ANSWERING: Words = Words::new(&["a", "answer", "reply", "答", "回答", "答案"]);

/// Whether labels name those who ask and those who answer, numbered or not (Q1, A1). By themselves `A` is a thing beside `B`, and
/// `Q1` a quarter.
pub(crate) fn are_of_dialogue(labels: &[&str]) -> bool {
    let is_among = |words: &Words| {
        labels
            .iter()
            .any(|label| words.has(fold(label).trim().trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').trim_end()))
    };
    is_among(&ASKING) && is_among(&ANSWERING)
}

/// Whether a label is one of a prompt, a template or a form rather than of an account.
pub(crate) fn is_of_prompt(label: &str) -> bool {
    PROMPT.has(fold(label).trim())
}
