//! One form for comparison: simplified characters, half-width letters, lower case.

use std::borrow::Cow;
use std::ops::Range;

use crate::excerpt::Excerpt as _;

/// Traditional characters of this vocabulary and their simplified forms, sorted.
#[rustfmt::skip]
const TRADITIONAL: &[(char, char)] = &[
    ('並', '并'), ('佈', '布'), ('佔', '占'), ('併', '并'), ('來', '来'), ('侖', '仑'),
    ('侷', '局'), ('係', '系'), ('俬', '私'), ('倉', '仓'), ('個', '个'), ('們', '们'),
    ('備', '备'), ('傢', '家'), ('債', '债'), ('僅', '仅'), ('價', '价'), ('億', '亿'),
    ('儘', '尽'), ('優', '优'), ('兌', '兑'), ('內', '内'), ('兩', '两'), ('別', '别'),
    ('則', '则'), ('剋', '克'), ('創', '创'), ('劃', '划'), ('劇', '剧'), ('劑', '剂'),
    ('勁', '劲'), ('動', '动'), ('務', '务'), ('勢', '势'), ('勵', '励'), ('匯', '汇'),
    ('區', '区'), ('協', '协'), ('參', '参'), ('叄', '叁'), ('員', '员'), ('問', '问'),
    ('啓', '启'), ('單', '单'), ('噁', '恶'), ('噸', '吨'), ('噹', '当'), ('嚮', '向'),
    ('嚴', '严'), ('國', '国'), ('圍', '围'), ('圓', '圆'), ('圖', '图'), ('團', '团'),
    ('執', '执'), ('報', '报'), ('場', '场'), ('塊', '块'), ('壓', '压'), ('壞', '坏'),
    ('夠', '够'), ('學', '学'), ('寀', '采'), ('實', '实'), ('寫', '写'), ('將', '将'),
    ('專', '专'), ('尋', '寻'), ('對', '对'), ('導', '导'), ('屆', '届'), ('層', '层'),
    ('崙', '仑'), ('嶺', '岭'), ('師', '师'), ('幣', '币'), ('幾', '几'), ('庫', '库'),
    ('廠', '厂'), ('張', '张'), ('強', '强'), ('彆', '别'), ('彔', '录'), ('彙', '汇'),
    ('後', '后'), ('徑', '径'), ('從', '从'), ('復', '复'), ('恆', '恒'), ('惡', '恶'),
    ('態', '态'), ('應', '应'), ('戰', '战'), ('戶', '户'), ('採', '采'), ('揹', '背'),
    ('損', '损'), ('撐', '撑'), ('擁', '拥'), ('擇', '择'), ('擊', '击'), ('擔', '担'),
    ('據', '据'), ('擴', '扩'), ('攝', '摄'), ('敗', '败'), ('數', '数'), ('斷', '断'),
    ('於', '于'), ('昇', '升'), ('時', '时'), ('暫', '暂'), ('曆', '历'), ('曏', '向'),
    ('書', '书'), ('會', '会'), ('朮', '术'), ('東', '东'), ('桿', '杆'), ('條', '条'),
    ('棟', '栋'), ('業', '业'), ('極', '极'), ('榘', '矩'), ('構', '构'), ('樂', '乐'),
    ('標', '标'), ('樣', '样'), ('樹', '树'), ('機', '机'), ('檔', '档'), ('檢', '检'),
    ('檯', '台'), ('檻', '槛'), ('櫃', '柜'), ('權', '权'), ('歐', '欧'), ('歲', '岁'),
    ('歷', '历'), ('歸', '归'), ('殲', '歼'), ('殺', '杀'), ('毀', '毁'), ('氣', '气'),
    ('決', '决'), ('沒', '没'), ('沖', '冲'), ('況', '况'), ('減', '减'), ('測', '测'),
    ('準', '准'), ('溫', '温'), ('滬', '沪'), ('滲', '渗'), ('滿', '满'), ('漲', '涨'),
    ('潛', '潜'), ('潤', '润'), ('灣', '湾'), ('無', '无'), ('營', '营'), ('燬', '毁'),
    ('爭', '争'), ('爲', '为'), ('爾', '尔'), ('牠', '它'), ('狀', '状'), ('獎', '奖'),
    ('獻', '献'), ('現', '现'), ('環', '环'), ('瓊', '琼'), ('產', '产'), ('畝', '亩'),
    ('畢', '毕'), ('當', '当'), ('疊', '叠'), ('發', '发'), ('盡', '尽'), ('監', '监'),
    ('盤', '盘'), ('盧', '卢'), ('睏', '困'), ('確', '确'), ('碼', '码'), ('礎', '础'),
    ('礙', '碍'), ('祇', '只'), ('禮', '礼'), ('種', '种'), ('稱', '称'), ('積', '积'),
    ('穩', '稳'), ('競', '竞'), ('筆', '笔'), ('箇', '个'), ('節', '节'), ('範', '范'),
    ('篩', '筛'), ('簡', '简'), ('簽', '签'), ('籤', '签'), ('糰', '团'), ('紀', '纪'),
    ('約', '约'), ('紅', '红'), ('納', '纳'), ('紐', '纽'), ('純', '纯'), ('級', '级'),
    ('終', '终'), ('組', '组'), ('結', '结'), ('給', '给'), ('統', '统'), ('經', '经'),
    ('綜', '综'), ('維', '维'), ('網', '网'), ('線', '线'), ('緣', '缘'), ('編', '编'),
    ('緩', '缓'), ('緻', '致'), ('縣', '县'), ('縮', '缩'), ('總', '总'), ('績', '绩'),
    ('織', '织'), ('繫', '系'), ('續', '续'), ('羅', '罗'), ('羣', '群'), ('義', '义'),
    ('習', '习'), ('翫', '玩'), ('聞', '闻'), ('聯', '联'), ('聲', '声'), ('職', '职'),
    ('脅', '胁'), ('脩', '修'), ('臉', '脸'), ('臨', '临'), ('臺', '台'), ('與', '与'),
    ('興', '兴'), ('舉', '举'), ('舊', '旧'), ('茲', '兹'), ('華', '华'), ('萬', '万'),
    ('葯', '药'), ('蓆', '席'), ('蔘', '参'), ('薦', '荐'), ('藝', '艺'), ('藥', '药'),
    ('蘭', '兰'), ('處', '处'), ('號', '号'), ('衆', '众'), ('術', '术'), ('衕', '同'),
    ('衝', '冲'), ('裏', '里'), ('裝', '装'), ('裡', '里'), ('製', '制'), ('複', '复'),
    ('覆', '复'), ('覈', '核'), ('見', '见'), ('規', '规'), ('視', '视'), ('覽', '览'),
    ('觀', '观'), ('觸', '触'), ('訂', '订'), ('計', '计'), ('訊', '讯'), ('訓', '训'),
    ('託', '托'), ('記', '记'), ('設', '设'), ('訴', '诉'), ('註', '注'), ('証', '证'),
    ('評', '评'), ('詞', '词'), ('試', '试'), ('話', '话'), ('詳', '详'), ('誌', '志'),
    ('認', '认'), ('語', '语'), ('誤', '误'), ('說', '说'), ('調', '调'), ('請', '请'),
    ('論', '论'), ('謝', '谢'), ('謹', '谨'), ('證', '证'), ('識', '识'), ('譭', '毁'),
    ('議', '议'), ('護', '护'), ('讀', '读'), ('變', '变'), ('貝', '贝'), ('負', '负'),
    ('財', '财'), ('貢', '贡'), ('貨', '货'), ('責', '责'), ('貳', '贰'), ('買', '买'),
    ('費', '费'), ('資', '资'), ('賙', '周'), ('賦', '赋'), ('賴', '赖'), ('購', '购'),
    ('趨', '趋'), ('踐', '践'), ('蹤', '踪'), ('躍', '跃'), ('車', '车'), ('軸', '轴'),
    ('較', '较'), ('輕', '轻'), ('輛', '辆'), ('輪', '轮'), ('輯', '辑'), ('輸', '输'),
    ('轉', '转'), ('辦', '办'), ('農', '农'), ('迴', '回'), ('這', '这'), ('連', '连'),
    ('週', '周'), ('進', '进'), ('運', '运'), ('過', '过'), ('達', '达'), ('違', '违'),
    ('遠', '远'), ('適', '适'), ('選', '选'), ('還', '还'), ('邊', '边'), ('邏', '逻'),
    ('郵', '邮'), ('醫', '医'), ('釋', '释'), ('釐', '厘'), ('針', '针'), ('釦', '扣'),
    ('鈡', '钟'), ('鉅', '巨'), ('銀', '银'), ('銖', '铢'), ('銷', '销'), ('鋼', '钢'),
    ('錄', '录'), ('錢', '钱'), ('錶', '表'), ('鍊', '链'), ('鍵', '键'), ('鍼', '针'),
    ('鍾', '钟'), ('鎊', '镑'), ('鎖', '锁'), ('鎮', '镇'), ('鏈', '链'), ('鐘', '钟'),
    ('長', '长'), ('門', '门'), ('開', '开'), ('間', '间'), ('閤', '合'), ('關', '关'),
    ('陣', '阵'), ('陸', '陆'), ('隊', '队'), ('階', '阶'), ('際', '际'), ('隨', '随'),
    ('險', '险'), ('隱', '隐'), ('隻', '只'), ('雙', '双'), ('離', '离'), ('難', '难'),
    ('雲', '云'), ('電', '电'), ('韆', '千'), ('韓', '韩'), ('響', '响'), ('頁', '页'),
    ('頃', '顷'), ('項', '项'), ('預', '预'), ('頓', '顿'), ('領', '领'), ('頭', '头'),
    ('顆', '颗'), ('題', '题'), ('額', '额'), ('願', '愿'), ('類', '类'), ('顯', '显'),
    ('風', '风'), ('颱', '台'), ('飆', '飙'), ('養', '养'), ('餘', '余'), ('馬', '马'),
    ('驅', '驱'), ('驗', '验'), ('驟', '骤'), ('體', '体'), ('髮', '发'), ('麪', '面'),
    ('麼', '么'), ('點', '点'), ('齊', '齐'), ('齣', '出'),
];

const FIRST_HAN: usize = 0x4E00;
const LAST_HAN: usize = 0x9FFF;

/// The simplified form of each Han character that [`TRADITIONAL`] lists, 0 for all others.
static SIMPLIFIED: [u16; LAST_HAN - FIRST_HAN + 1] = {
    let mut table = [0; LAST_HAN - FIRST_HAN + 1];
    let mut at = 0;
    while at < TRADITIONAL.len() {
        table[TRADITIONAL[at].0 as usize - FIRST_HAN] = TRADITIONAL[at].1 as u16;
        at += 1;
    }
    table
};

/// Folds a text for comparison with the vocabulary. Every character becomes exactly one character, so that places in
/// the folded text can be counted back in the original. A text that is folded already is not copied.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let mut folded = String::new();
    let mut copied = 0;
    while let Some((at, c, form)) = next_unfolded(text, copied) {
        if copied == 0 {
            folded.reserve(text.len());
        }
        folded.push_str(text.part(copied..at));
        folded.push(form);
        copied = at + c.len_utf8();
    }
    if copied == 0 {
        return text.into();
    }
    folded.push_str(text.part(copied..));
    folded.into()
}

/// The first character from a place on that is not folded, where it stands and its folded form. Small letters and simplified
/// Han are most of what is folded, and are told by their bytes.
fn next_unfolded(text: &str, mut at: usize) -> Option<(usize, char, char)> {
    loop {
        match *text.as_bytes().part(at..) {
            [b'\0'..=b'@' | b'['..=0x7F, ..] => at += 1,
            [a @ 0xE4..=0xE9, b, c, ..] if is_simplified(a, b, c) => at += 3,
            _ => {
                let c = text.part(at..).chars().next()?;
                let form = fold_char(c);
                if form != c {
                    return Some((at, c, form));
                }
                at += c.len_utf8();
            }
        }
    }
}

/// Whether three bytes are a Han character that is its own simplified form.
#[inline]
fn is_simplified(a: u8, b: u8, c: u8) -> bool {
    let character = usize::from(a & 0x0F) << 12 | usize::from(b & 0x3F) << 6 | usize::from(c & 0x3F);
    SIMPLIFIED.get(character.wrapping_sub(FIRST_HAN)).is_none_or(|&simplified| simplified == 0)
}

/// The first so many characters of a text.
pub(crate) fn opening(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(end, _)| text.part(..end))
}

/// The part of a text that a byte range of its folded form stands for.
pub(crate) fn unfold<'t>(text: &'t str, folded: &str, range: Range<usize>) -> &'t str {
    let start = folded.part(..range.start).chars().count();
    let count = folded.part(range).chars().count();
    let mut offsets = text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).skip(start);
    let from = offsets.next().unwrap_or(text.len());
    let to = if count == 0 { from } else { offsets.nth(count - 1).unwrap_or(text.len()) };
    text.part(from..to)
}

/// Folds one character. Letters keep their accents.
#[inline]
pub(crate) fn fold_char(c: char) -> char {
    match c {
        '\0'..='~' => c.to_ascii_lowercase(),
        '\u{4E00}'..='\u{9FFF}' => simplified(c),
        // Accented Latin, Greek, Cyrillic, Armenian.
        '\u{C0}'..='\u{58F}' | '\u{1E00}'..='\u{1FFF}' => lower(c),
        _ => narrow(c).to_ascii_lowercase(),
    }
}

/// The small form of a letter, where that is one character.
#[cold]
fn lower(c: char) -> char {
    let mut forms = c.to_lowercase();
    match (forms.next(), forms.next()) {
        (Some(small), None) => small,
        _ => c,
    }
}

/// Folds one character but leaves capitals alone.
#[inline]
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\0'..='~' => c,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '∶' => ':',
        '￥' => '¥',
        '￡' => '£',
        '【' => '[',
        '】' => ']',
        '\u{3000}' | '\u{00A0}' | '\u{202F}' => ' ',
        '\u{2010}'..='\u{2012}' | '\u{2212}' => '-',
        '\u{4E00}'..='\u{9FFF}' => simplified(c),
        _ => c,
    }
}

/// The simplified form of a Han character.
#[inline]
fn simplified(c: char) -> char {
    match SIMPLIFIED.get((c as usize).wrapping_sub(FIRST_HAN)) {
        None | Some(0) => c,
        Some(&simplified) => char::from_u32(u32::from(simplified)).unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(TRADITIONAL.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn scripts_widths_and_cases_meet() {
        assert_eq!(fold("樂觀情境（機率：25%）"), "乐观情境(机率:25%)");
        assert_eq!(fold("Ｂｕｌｌ　Case"), "bull case");
        assert_eq!(fold("a‑b−c"), "a-b-c");
        assert_eq!(fold("ÄRZTE École МАРТ Ωμέγα Straße İ"), "ärzte école март ωμέγα straße İ");
    }
}
