//! One row of a check sheet: a fact, what was made of it, and what was looked at.

use crate::briefing::Message;
use crate::import::head::{self, Columns};
use crate::import::table::Row;
use crate::label;

/// What a column of such a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What was checked.
    Statement,
    /// Whether it was found to be so: `yes` or nothing.
    Verified,
    /// What was made of it: `true`, `false`, `outdated`.
    Verdict,
    /// How it was checked.
    Method,
    /// What was looked at, by name, key or address.
    Source,
    Address,
    /// When that was looked at.
    Read,
    /// What that says.
    Says,
    Page,
    Note,
    /// The sentence of the document, as `4.2`.
    At,
}

impl head::Role for Role {
    const ALL: &'static [Self] = &[
        Self::Statement,
        Self::Verified,
        Self::Verdict,
        Self::Method,
        Self::Source,
        Self::Address,
        Self::Read,
        Self::Says,
        Self::Page,
        Self::Note,
        Self::At,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Verified => "verified",
            Self::Verdict => "verdict",
            Self::Method => "method",
            Self::Source => "source",
            Self::Address => "address",
            Self::Read => "read",
            Self::Says => "says",
            Self::Page => "page",
            Self::Note => "note",
            Self::At => "at",
        }
    }

    fn label(self) -> Message {
        match self {
            Self::Statement => label!(import_options::role_statement),
            Self::Verified => label!(import_options::role_verified),
            Self::Verdict => label!(import_options::role_verdict),
            Self::Method => label!(import_options::role_method),
            Self::Source => label!(import_options::role_source),
            Self::Address => label!(import_options::role_address),
            Self::Read => label!(import_options::role_read),
            Self::Says => label!(import_options::role_says),
            Self::Page => label!(import_options::role_page),
            Self::Note => label!(import_options::role_note),
            Self::At => label!(import_options::role_at),
        }
    }

    fn called(self) -> &'static [&'static str] {
        match self {
            Self::Statement => &[
                "fact",
                "claim",
                "statement",
                "assertion",
                "factual claim",
                "what is said",
                "факт",
                "утверждение",
                "事实",
                "说法",
                "声明",
                "fait",
                "affirmation",
                "hecho",
                "afirmación",
                "tatsache",
                "behauptung",
                "aussage",
                "الادعاء",
                "المعلومة",
            ],
            Self::Verified => &[
                "verified",
                "checked",
                "confirmed",
                "verified?",
                "ok",
                "проверено",
                "подтверждено",
                "核实",
                "已核实",
                "vérifié",
                "verificado",
                "geprüft",
                "bestätigt",
                "تم التحقق",
            ],
            Self::Verdict => &[
                "verdict",
                "rating",
                "result",
                "conclusion",
                "finding",
                "correct",
                "true",
                "true or false",
                "status",
                "вердикт",
                "вывод",
                "итог",
                "верно",
                "结论",
                "判定",
                "résultat",
                "exact",
                "veredicto",
                "resultado",
                "urteil",
                "ergebnis",
                "الحكم",
                "النتيجة",
            ],
            Self::Method => &[
                "method",
                "how checked",
                "how",
                "verification method",
                "метод",
                "как проверено",
                "способ проверки",
                "方法",
                "核实方法",
                "méthode",
                "método",
                "methode",
                "الطريقة",
            ],
            Self::Source => &[
                "source",
                "sources",
                "evidence",
                "evidence source",
                "source of evidence",
                "source name",
                "source checked",
                "sources checked",
                "checked against",
                "reference",
                "references",
                "источник проверки",
                "证据",
                "证据来源",
                "核实来源",
                "source consultée",
                "sources consultées",
                "preuve",
                "fuentes",
                "fuente consultada",
                "prueba",
                "quellen",
                "nachweis",
                "источник",
                "источники",
                "来源",
                "出处",
                "fuente",
                "quelle",
                "beleg",
                "المصدر",
            ],
            Self::Address => &[
                "url",
                "link",
                "address",
                "source url",
                "source link",
                "адрес",
                "ссылка",
                "网址",
                "链接",
                "lien",
                "enlace",
            ],
            Self::Read => &[
                "date looked at",
                "date checked",
                "date accessed",
                "accessed",
                "access date",
                "retrieved",
                "read",
                "looked at",
                "date",
                "дата проверки",
                "дата обращения",
                "дата",
                "日期",
                "查阅日期",
                "核实日期",
                "consulté le",
                "date de consultation",
                "fecha",
                "fecha de consulta",
                "datum",
                "abgerufen",
                "التاريخ",
            ],
            Self::Says => &[
                "says",
                "what it says",
                "source says",
                "quote",
                "finding in source",
                "цитата",
                "原文",
                "citation",
                "cita",
                "zitat",
            ],
            Self::Page => &["page", "pages", "p.", "страница", "页", "页码", "página", "seite", "الصفحة"],
            Self::Note => &[
                "note",
                "notes",
                "comment",
                "comments",
                "remark",
                "remarks",
                "примечание",
                "комментарий",
                "备注",
                "remarque",
                "nota",
                "notas",
                "anmerkung",
                "bemerkung",
                "ملاحظة",
                "ملاحظات",
            ],
            Self::At => &[
                "sentence",
                "paragraph",
                "place",
                "at",
                "where",
                "location",
                "para",
                "предложение",
                "абзац",
                "место",
                "句子",
                "段落",
                "paragraphe",
                "phrase",
                "párrafo",
                "absatz",
                "satz",
                "الفقرة",
            ],
        }
    }
}

impl Columns<Role> {
    /// What stands in a row in the column of a role, in one line; empty where nothing does.
    pub fn text(&self, row: &Row, role: Role) -> String {
        let text = self.of(role).map_or("", |column| row.field(column));
        in_line(text)
    }

    /// The same, each of its lines by itself.
    pub fn lines(&self, row: &Row, role: Role) -> Vec<String> {
        let text = self.of(role).map_or("", |column| row.field(column));
        let lines = text.lines().map(in_line);
        lines.filter(|line| !line.is_empty()).collect()
    }
}

/// A text in one line, without what is not to be seen: a mark of byte order within a cell is no word.
fn in_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c == '\u{feff}').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
