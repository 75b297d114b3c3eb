//! Whether a sentence of Chinese or Japanese ends at a place.

use super::places::{Place, begins_with_quotation};
use super::rules::Ruling;

/// The same in Chinese and Japanese, where a quotation is often only a part of its sentence.
pub(super) fn ruling(text: &str, place: Place, closes: &str, behind: &str) -> Ruling {
    // `（完）` ends what is sent, and says nothing.
    let last = behind.trim_end();
    if last.starts_with('（') && last.ends_with('）') && last.chars().count() <= 4 {
        return Ruling::GoesOn;
    }
    if closes.is_empty() {
        // Within a quotation that goes on, another sentence of it begins.
        return Ruling::Ends;
    }
    if closes.starts_with(['》', '〉']) {
        // A title that asks something.
        return Ruling::GoesOn;
    }
    // `“……。”他说。` is one sentence where nothing but the quotation stands before, and so is what takes it up:
    // `“……？”这是……的一句话。`
    let sentence = behind.split(['。', '！', '？', '：', '“', '「']).next().unwrap_or_default();
    let clause = sentence.split('，').next().unwrap_or_default();
    // `有人问他`: whom it was said to.
    let to = WHOM.iter().find_map(|whom| clause.strip_suffix(whom)).unwrap_or(clause);
    let told = SAID.iter().any(|word| to.ends_with(word));
    if sentence.ends_with('，') && begins_with_quotation(text, place) {
        // `“……。”老人摇摇头，“……。”`
        return Ruling::Leans(false);
    }
    match (told, begins_with_quotation(text, place)) {
        (true, true) => Ruling::Leans(false),
        // `“……！”晚上九点，对讲机里传来了喊声。`
        (false, true) if sentence.contains('，') && HEARD.iter().any(|word| sentence.ends_with(word)) => {
            Ruling::Open(false)
        }
        // `“……。”古人早就说过这个道理。` may be the one or the other.
        (false, true) if clause.contains(['说', '說', '道']) => Ruling::Open(true),
        _ => Ruling::Leans(true),
    }
}

/// How a clause ends that says who spoke.
const SAID: [&str; 32] = [
    "说",
    "說",
    "问",
    "問",
    "道",
    "答",
    "称",
    "稱",
    "喊",
    "叫",
    "表示",
    "补充",
    "補充",
    "指出",
    "强调",
    "強調",
    "解释",
    "解釋",
    "回答",
    "写道",
    "寫道",
    "说着",
    "一句话",
    "一句話",
    "脱口而出",
    "脫口而出",
    "感叹",
    "坦言",
    "概括",
    "形容",
    "反问",
    "反問",
];

/// Whom something is said to, behind the word that says so.
const WHOM: [&str; 10] = ["他们", "她们", "我们", "他們", "她們", "我們", "他", "她", "我", "你"];

/// How a sentence ends that says what was heard.
const HEARD: [&str; 7] = ["说", "問", "问", "声", "聲", "道", "喊"];
