//! Grouping lines: what opens advice, and what the lines below an opening mean for the items under them.

use crate::extract::quantity;
use crate::lexicon::audience::{self, Address};
use crate::lexicon::{advice, horizon, insight, scenario};
use crate::outline::{Line, Outline, strip_ordinal};
use crate::record::{AudienceRole, LabelledValue, Quantity};

/// What the grouping lines above an item say of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Context {
    pub audience: Option<String>,
    /// The kind of reader that the audience around this one is.
    pub outer_role: Option<AudienceRole>,
    pub horizon: Option<String>,
    pub horizon_period: Option<Quantity>,
    pub theme: Option<String>,
    pub avoid: bool,
    pub attributes: Vec<LabelledValue>,
    /// The group speaks of investing: what it names are targets, not readers.
    pub investing: bool,
    /// The group is one recommendation, stated in a sentence.
    pub verdict: bool,
    /// Only items that address someone are advice (战略判断, or a heading for conclusions and advice alike).
    pub addressed_only: bool,
}

impl Context {
    /// Says by when; what period that is, is read once for all items that share it.
    pub fn set_horizon(&mut self, horizon: &str) {
        self.horizon = Some(horizon.to_owned());
        self.horizon_period = quantity::period(horizon);
    }

    /// The kind of reader: as the audience is called, else as the audience around it is, else an investor where the group
    /// speaks of investing.
    pub fn role(&self) -> Option<AudienceRole> {
        let own = self.audience.as_deref().and_then(audience::role);
        own.or(self.outer_role).or(self.investing.then_some(AudienceRole::Investor))
    }
}

/// What a grouping line below an opening does.
#[derive(Debug, PartialEq)]
pub(super) enum Effect {
    /// What stands under it is no advice: conclusions, reasons, questions, checklists, scenarios.
    Skip,
    /// It opens advice anew.
    Title(Box<Context>),
    /// It names whom the items below it address.
    Audience(String),
    /// It says by when.
    Horizon(String),
    /// It opens things to leave.
    Avoid(String),
    /// It names a theme.
    Theme(String),
}

/// The context that a line opens, if it opens advice where none is open.
pub(super) fn opened_by(outline: &Outline, at: usize) -> Option<Context> {
    let line = &outline.lines[at];
    if !line.is_prose() {
        return None;
    }
    let name = strip_ordinal(if line.is_lead() { line.name() } else { line.label_text()? });
    if line.is_item() && !(line.is_lead() && is_outermost(outline, at)) {
        return None;
    }
    titled(name, line).filter(|_| !is_reported(outline, at, name)).or_else(|| addressed(outline, at, name))
}

/// Whether a label is another's advice (某某证券建议：买入), where the section tells what others think.
fn is_reported(outline: &Outline, at: usize, name: &str) -> bool {
    let is_label = !outline.lines[at].is_lead() && !advice::is_plain_title(name) && audience::owner_of_title(name).is_none();
    let mut above = outline.ancestors(at).map(|up| &outline.lines[up]).filter(|up| up.is_lead());
    is_label && above.any(|up| advice::is_others_view(strip_ordinal(up.name())))
}

/// The context of a line that only addresses a known reader (对企业：), unless it stands where effects are spoken of.
fn addressed(outline: &Outline, at: usize, name: &str) -> Option<Context> {
    let line = &outline.lines[at];
    let is_title = line.label.as_ref().is_some_and(|label| label.bold) && line.is_lead();
    let is_reader = |audience: &&str| audience::is_audience(audience) || (is_title && audience::is_handed(name));
    let audience = audience::address(name)?.name.filter(|_| !line.is_item()).filter(is_reader)?;
    let headings = outline.ancestors(at).map(|up| &outline.lines[up]).filter(|up| up.is_lead());
    let is_effect =
        headings.into_iter().any(|heading| audience::speaks_of_effects(&heading.text) || insight::announces(&heading.text));
    (!is_effect).then(|| Context { audience: Some(audience.to_owned()), ..Context::default() })
}

/// The context of a line that addresses a reader without the word for advice (针对监管机构), which opens advice only beside a
/// group that has it (对投资者的建议), or that hands something to whoever it names (给二级市场的朋友), beside one that names a reader.
pub(super) fn continued_by(outline: &Outline, at: usize) -> Option<Context> {
    let line = Some(&outline.lines[at]).filter(|line| !line.is_item())?;
    let is_lead = line.is_lead();
    let label = if is_lead { line.name() } else { line.label_text().filter(|_| line.label.as_ref().is_some_and(|l| l.bold))? };
    let label = strip_ordinal(label);
    let name = audience::address(label)?.name?;
    let is_reader = if is_lead { audience::is_audience(name) } else { audience::is_handed(label) };
    is_reader.then(|| Context { audience: Some(name.to_owned()), ..Context::default() })
}

/// Whether an item stands directly under a heading, or under nothing.
fn is_outermost(outline: &Outline, at: usize) -> bool {
    outline.lines[at].parent.is_none_or(|up| outline.lines[up].heading().is_some())
}

/// The context that a title of advice opens.
fn titled(name: &str, line: &Line) -> Option<Context> {
    if advice::is_response(name) {
        return None;
    }
    let title = advice::Title::of(name);
    let address = audience::address(name).filter(|address| address.is_advice);
    if !title.is_judgement && address.is_none() && !title.is_advice {
        return None;
    }
    let named = address.and_then(|Address { name, .. }| name).or_else(|| audience::owner_of_title(name));
    let named = named.or_else(|| audience::in_bracket(name));
    Some(Context {
        audience: named.map(str::to_owned),
        avoid: title.avoid,
        investing: advice::speaks_of_investing(name),
        verdict: title.is_verdict,
        addressed_only: title.is_judgement || (line.heading().is_some() && insight::announces(name)),
        ..Context::default()
    })
}

/// What a heading or a label with nothing behind it means below an opening.
pub(super) fn effect(line: &Line, context: &Context) -> Effect {
    let name = strip_ordinal(line.name());
    let is_anothers = advice::is_response(name) || advice::is_others_view(name);
    if is_anothers || scenario::names_set(name) || advice::is_checklist(name) || advice::option(name) == Some(false) {
        return Effect::Skip;
    }
    let audience = audience_of(name, context);
    if audience.is_none() && horizon::is_lead(name) {
        return Effect::Horizon(name.to_owned());
    }
    if let Some(title) = titled(name, line) {
        return Effect::Title(Box::new(title));
    }
    if advice::is_reason(name) || advice::is_attribute(name) || insight::announces(name) || name.ends_with(['?', '？']) {
        return Effect::Skip;
    }
    if let Some(audience) = audience {
        return Effect::Audience(audience.to_owned());
    }
    if horizon::has_period_bracket(name) {
        return Effect::Horizon(name.to_owned());
    }
    if advice::is_avoid_group(name) {
        return Effect::Avoid(name.to_owned());
    }
    Effect::Theme(name.to_owned())
}

/// What the lines that stand side by side do, none for those that are no grouping lines. Where most of them name an
/// audience, the others do too (Finance beside Board of Directors).
pub(super) fn effects<'l>(lines: impl Iterator<Item = &'l Line>, context: &Context) -> Vec<Option<Effect>> {
    let is_group = |line: &Line| !line.is_item() && (line.is_lead() || horizon::is_item_label(&line.text));
    let mut effects: Vec<_> = lines.map(|line| is_group(line).then(|| effect(line, context))).collect();
    let count = |wanted: fn(&Effect) -> bool| effects.iter().flatten().filter(|effect| wanted(effect)).count();
    let audiences = count(|effect| matches!(effect, Effect::Audience(_)));
    let themes = count(|effect| matches!(effect, Effect::Theme(_)));
    // Under an audience (对汽车厂商的建议) its kinds are named; one that is recognised speaks for a sibling that is not.
    if audiences > themes || (audiences > 0 && audiences == themes && context.audience.is_some()) {
        for effect in effects.iter_mut().flatten() {
            if let Effect::Theme(name) = effect {
                *effect = Effect::Audience(std::mem::take(name));
            }
        }
    }
    effects
}

/// The audience that a name stands for below an opening: 对X, or a bare noun for readers where no target is meant.
pub(super) fn audience_of<'n>(name: &'n str, context: &Context) -> Option<&'n str> {
    if let Some(address) = audience::address(name) {
        return address.name;
    }
    if advice::is_condition(name) {
        return None;
    }
    let is_target = context.investing && audience::role(name) != Some(AudienceRole::Investor);
    (!is_target && audience::is_audience(name)).then_some(name)
}

/// The context below a grouping line.
pub(super) fn entered(context: &Context, effect: Effect) -> Option<Context> {
    let mut inner = context.clone();
    match effect {
        Effect::Skip => return None,
        Effect::Title(title) => {
            inner.audience = title.audience.or(inner.audience);
            inner.investing |= title.investing;
            inner.avoid = title.avoid;
            inner.verdict = title.verdict;
            inner.addressed_only = title.addressed_only;
            inner.theme = None;
        }
        Effect::Audience(name) => {
            inner.outer_role = context.role();
            inner.audience = Some(name);
            inner.addressed_only = false;
        }
        Effect::Horizon(name) => {
            inner.set_horizon(&name);
            inner.addressed_only = false;
        }
        Effect::Avoid(name) => {
            inner.avoid = true;
            inner.theme = Some(name);
        }
        Effect::Theme(name) => inner.theme = Some(name),
    }
    Some(inner)
}
