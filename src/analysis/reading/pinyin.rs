//! Chinese names in Latin letters, taken apart into syllables: how Russian writes each, of which there is one way, and
//! whether Han signs are read so, by the order in which CLDR has them.

use std::cmp::Ordering;
use std::sync::LazyLock;

use crate::analysis::collation::Collation;

/// What a syllable begins with, what Russian writes for it, and what can follow.
type Beginning = (&'static str, &'static str, &'static str);

const SYLLABLES: &[Beginning] = &[
    ("zh", "чж", "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo"),
    ("ch", "ч", "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo"),
    ("sh", "ш", "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo"),
    ("b", "б", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("p", "п", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    ("m", "м", "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"),
    ("f", "ф", "a an ang ei en eng o ou u"),
    ("d", "д", "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"),
    ("t", "т", "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo"),
    ("n", "н", "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue"),
    ("l", "л", "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ue"),
    ("g", "г", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("k", "к", "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo"),
    ("h", "х", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("j", "цз", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("q", "ц", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("x", "с", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("r", "ж", "an ang ao e en eng i ong ou u ua uan ui un uo"),
    ("z", "цз", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("c", "ц", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("s", "с", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("y", "", "a an ang ao e i in ing o ong ou u uan ue un"),
    ("w", "в", "a ai an ang ei en eng o u"),
    ("", "", "a ai an ang ao e ei en er o ou"),
];

/// What a syllable ends with in Russian, without the signs and marks that are left out by many; behind it the beginnings
/// after which it is another.
const ENDINGS: &[(&str, &str, &str)] = &[
    ("a", "а", ""),
    ("ai", "аи", ""),
    ("an", "ан", ""),
    ("ang", "ан", ""),
    ("ao", "ао", ""),
    ("e", "е", ""),
    ("ei", "еи", ""),
    ("en", "ен", ""),
    ("eng", "ен", ""),
    ("er", "ер", ""),
    ("i", "и", ""),
    ("ia", "я", ""),
    ("ian", "ян", ""),
    ("iang", "ян", ""),
    ("iao", "яо", ""),
    ("ie", "е", ""),
    ("in", "ин", ""),
    ("ing", "ин", ""),
    ("iong", "юн", ""),
    ("iu", "ю", ""),
    ("o", "о", ""),
    ("ong", "ун", ""),
    ("ou", "оу", ""),
    ("u", "у", ""),
    ("ua", "уа", ""),
    ("uai", "уаи", ""),
    ("uan", "уан", ""),
    ("uang", "уан", ""),
    ("ue", "юе", ""),
    ("ui", "уи", ""),
    ("un", "ун", ""),
    ("uo", "о", ""),
    ("i", "ы", "z c s"),
    ("u", "юи", "j q x y n l"),
    ("uan", "юан", "j q x y"),
    ("un", "юн", "j q x y"),
    ("ui", "уеи", "h"),
    ("a", "я", "y"),
    ("an", "ян", "y"),
    ("ang", "ян", "y"),
    ("ao", "яо", "y"),
    ("ong", "юн", "y"),
    ("ou", "ю", "y"),
    ("u", "у", "w"),
];

/// The first sign of each syllable in the order of Chinese, which is by reading; `v` is `ü`.
const FIRST: &str = "\
    a阿 ai哎 an安 ang肮 ao凹 ba丷 bai挀 ban扳 bang邦 bao勹 bei卑 ben奔 beng伻 bi屄 bian边 biao灬 bie憋 \
    bin汃 bing冫 bo癶 bu峬 ca嚓 cai偲 can参 cang仓 cao撡 ce冊 cen嵾 ceng曽 cha叉 chai芆 chan辿 chang伥 \
    chao抄 che车 chen抻 cheng阷 chi吃 chong充 chou抽 chu出 chuai揣 chuan巛 chuang刅 chui吹 chun旾 chuo逴 \
    ci呲 cong匆 cou凑 cu粗 cuan汆 cui崔 cun邨 cuo搓 da咑 dai呆 dan丹 dang当 dao刀 de嘚 den扥 deng灯 di氐 \
    dian敁 diao刁 die爹 ding丁 diu丟 dong东 dou吺 du厾 duan耑 dui垖 dun吨 duo多 e妸 ei诶 en奀 er儿 fa发 \
    fan帆 fang匚 fei飞 fen分 feng丰 fo仏 fou紑 fu夫 ga旮 gai侅 gan甘 gang冈 gao皋 ge戈 gei给 gen根 \
    geng刯 gong工 gou勾 gu估 gua瓜 guai乖 guan关 guang欟 gui归 gun丨 guo呙 ha哈 hai咍 han佄 hang夯 hao茠 \
    he诃 hei黒 hen拫 heng亨 hong叿 hou齁 hu乎 hua花 huai怀 huan欢 huang巟 hui灰 hun昏 huo吙 ji丌 jia加 \
    jian戋 jiang江 jiao艽 jie阶 jin巾 jing坕 jiong冂 jiu丩 ju凥 juan姢 jue噘 jun军 ka咔 kai开 kan刊 \
    kang忼 kao尻 ke匼 ken肎 keng劥 kong空 kou抠 ku扝 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun坤 kuo扩 la垃 \
    lai来 lan兰 lang啷 lao捞 le仂 lei勒 leng崚 li哩 lia俩 lian奁 liang良 liao撩 lie毟 lin拎 ling伶 liu溜 \
    long龙 lou瞜 lu噜 lv驴 luan娈 lve掠 lun抡 luo啰 ma妈 mai埋 man嫚 mang牤 mao猫 me嚒 mei呅 men椚 \
    meng掹 mi咪 mian宀 miao喵 mie乜 min民 ming名 miu谬 mo摸 mou哞 mu毪 na拏 nai腉 nan囡 nang囔 nao孬 \
    ne疒 nei娞 nen恁 neng能 ni妮 nian拈 niang娘 niao鸟 nie捏 nin囜 ning宁 niu妞 nong农 nou羺 nu奴 nv女 \
    nuan奻 nve疟 nuo郍 o喔 ou讴 pa妑 pai拍 pan眅 pang乓 pao抛 pei呸 pen喷 peng匉 pi丕 pian囨 piao剽 \
    pie氕 pin姘 ping乒 po钋 pou剖 pu仆 qi七 qia掐 qian千 qiang呛 qiao悄 qie苆 qin亲 qing靑 qiong卭 qiu丘 \
    qu区 quan奍 que缺 qun夋 ran呥 rang穣 rao娆 re惹 ren人 reng扔 ri日 rong戎 rou厹 ru嶿 ruan堧 rui婑 \
    run瞤 ruo捼 sa仨 sai毢 san三 sang桒 sao掻 se閪 sen森 seng僧 sha杀 shai筛 shan山 shang伤 shao弰 she奢 \
    shen申 sheng升 shi尸 shou収 shu书 shua刷 shuai衰 shuan闩 shuang双 shui脽 shun吮 shuo说 si厶 song忪 \
    sou凁 su苏 suan狻 sui夊 sun孙 suo唆 ta他 tai囼 tan坍 tang汤 tao夲 te忑 teng熥 ti剔 tian天 tiao旫 \
    tie帖 ting厅 tong囲 tou偷 tu凸 tuan湍 tui推 tun吞 tuo乇 wa屲 wai歪 wan弯 wang尣 wei危 wen昷 weng翁 \
    wo挝 wu乌 xi夕 xia虲 xian仙 xiang乡 xiao灱 xie些 xin忄 xing星 xiong凶 xiu休 xu吁 xuan吅 xue削 xun坃 \
    ya丫 yan恹 yang央 yao幺 ye倻 yi一 yin囙 ying应 yo哟 yong佣 you蒏 yu込 yuan囦 yue曰 yun晕 za帀 zai災 \
    zan兂 zang匨 zao傮 ze则 zei贼 zen怎 zeng増 zha扎 zhai夈 zhan枬 zhang张 zhao佋 zhe蜇 zhen贞 zheng凧 \
    zhi之 zhong中 zhou州 zhu朱 zhua抓 zhuai跩 zhuan专 zhuang妆 zhui隹 zhun宒 zhuo拙 zi乲 zong宗 zou邹 \
    zu租 zuan钻 zui厜 zun尊 zuo昨";

/// Signs with several readings, of which the order has one.
const SEVERAL: &str = "曾单單解仇任翟盖蓋查朴区區缪繆乐樂长長朝行重盛薄召尉万萬宿降大会會地都还還强強为為传傳弹彈曲参參贾賈\
    俞洗谌覃祭车車员員适適茜娜莘筠颉炅晟贲种種令过過相和合可艾奇期其什熟说說省属屬调調折阚拓焘珩珲伽埔桔诘隗蕃徵孱仔似角校觉率石\
    卜那哈佛番莞隽卓牟呙员芮应興兴宁寧陆";

static SYLLABLE_OF: LazyLock<(Collation, Vec<(&str, &str)>)> = LazyLock::new(|| {
    let cut = |first: &'static str| first.char_indices().next_back().map(|(at, _)| first.split_at(at));
    (Collation::of_language("zh"), FIRST.split(' ').filter_map(cut).collect())
});

/// Whether a Han sign may be read as a syllable.
fn is_read(sign: char, (beginning, ending): (&str, &str)) -> bool {
    let (order, firsts) = &*SYLLABLE_OF;
    let mut written = [0; 4];
    let sign = &*sign.encode_utf8(&mut written);
    let at = firsts.partition_point(|(_, first)| order.compare(first, sign) != Ordering::Greater);
    let read = at.checked_sub(1).and_then(|at| firsts.get(at)).map_or("", |(syllable, _)| syllable);
    SEVERAL.contains(sign) || read.replace('v', "u") == format!("{beginning}{ending}")
}

/// Whether Han signs may be read as a name of which every word, folded, is of Chinese syllables.
pub(in crate::analysis) fn is_read_as<'w>(signs: &str, words: impl IntoIterator<Item = &'w str>) -> bool {
    let mut left = vec![signs];
    for word in words {
        let ways = parted(word);
        let after = |signs: &'_ str, way: &[(&str, &str)]| {
            let mut rest = signs.chars();
            way.iter().all(|syllable| rest.next().is_some_and(|sign| is_read(sign, *syllable))).then_some(rest.count())
        };
        left = left
            .iter()
            .flat_map(|signs| ways.iter().filter_map(|way| Some(last(signs, after(signs, way)?))).collect::<Vec<_>>())
            .collect();
    }
    left.iter().any(|left| left.is_empty())
}

/// The last characters of a text.
fn last(text: &str, count: usize) -> &str {
    let start = text.chars().count().saturating_sub(count);
    text.char_indices().nth(start).map_or("", |(at, _)| &text[at..])
}

/// A longer word is no name in pinyin, or of very many ways to part it.
const LONGEST: usize = 24;

/// The ways in which a folded word is made of syllables, each by its beginning and its ending.
fn parted(word: &str) -> Vec<Vec<(&'static str, &'static str)>> {
    if word.is_empty() {
        return vec![Vec::new()];
    }
    if word.len() > LONGEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (beginning, _, endings) in SYLLABLES {
        let Some(rest) = word.strip_prefix(beginning) else { continue };
        for ending in endings.split(' ') {
            let Some(after) = rest.strip_prefix(ending) else { continue };
            found.extend(parted(after).into_iter().map(|mut more| {
                more.insert(0, (*beginning, ending));
                more
            }));
        }
    }
    found
}

/// What Russian writes for a syllable; where the Latin one is written for two, both.
fn russian((beginning, ending): (&str, &str)) -> Vec<String> {
    let start = SYLLABLES.iter().find(|(own, ..)| *own == beginning).map_or("", |(_, russian, _)| *russian);
    // `Wu` alone begins with its vowel.
    let start = if (beginning, ending) == ("w", "u") { "" } else { start };
    let of = |(_, written, _): &(&str, &str, &str)| format!("{start}{written}");
    let all = || ENDINGS.iter().filter(|(own, ..)| *own == ending);
    let special: Vec<String> =
        all().filter(|(.., after)| after.split(' ').any(|own| own == beginning && !own.is_empty())).map(of).collect();
    let usual = all().filter(|(.., after)| after.is_empty()).map(of);
    let both = ["n", "l"].contains(&beginning) && ending == "u";
    if special.is_empty() {
        usual.collect()
    } else if both {
        usual.chain(special).collect()
    } else {
        special
    }
}

/// How Russian writes a name of which every word, folded, is of Chinese syllables, in one word, folded and without signs;
/// nothing where one is not.
pub(in crate::analysis) fn in_russian<'w>(words: impl IntoIterator<Item = &'w str>) -> Vec<String> {
    /// A name has no more ways to be read.
    const WAYS: usize = 256;
    let mut found = vec![String::new()];
    for word in words {
        let ways = parted(word);
        let written = ways.iter().flat_map(|way| {
            way.iter().fold(vec![String::new()], |all, syllable| {
                let next = russian(*syllable);
                all.iter().flat_map(|own| next.iter().map(move |more| format!("{own}{more}"))).take(WAYS).collect()
            })
        });
        let written: Vec<String> = written.collect();
        found =
            found.iter().flat_map(|own| written.iter().map(move |more| format!("{own}{more}"))).take(WAYS).collect();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{in_russian, is_read_as};
    use crate::analysis::fold::{fold, words};

    fn is(latin: &str, russian: &str) -> bool {
        let bare: String = fold(russian).replace('э', "е").replace(['ь', 'ъ', ' '], "");
        in_russian(words(&fold(latin))).contains(&bare)
    }

    #[test]
    fn russian_writes_a_chinese_name_in_one_way() {
        for (latin, russian) in [
            ("Xi Jinping", "Си Цзиньпин"),
            ("Wang Yi", "Ван И"),
            ("Wang Wentao", "Ван Вэньтао"),
            ("Li Qiang", "Ли Цян"),
            ("He Lifeng", "Хэ Лифэн"),
            ("Zhang Ming", "Чжан Мин"),
            ("Xie Zhenhua", "Се Чжэньхуа"),
            ("Zhao Leji", "Чжао Лэцзи"),
            ("Deng Xiaoping", "Дэн Сяопин"),
            ("Zhou Enlai", "Чжоу Эньлай"),
            ("Mao Zedong", "Мао Цзэдун"),
            ("Hu Jintao", "Ху Цзиньтао"),
            ("Liu Jianchao", "Лю Цзяньчао"),
            ("Peng Liyuan", "Пэн Лиюань"),
            ("Wu Bangguo", "У Банго"),
            ("Lü Fuyuan", "Люй Фуюань"),
            ("Lu Kang", "Лу Кан"),
            ("Sun Weidong", "Сунь Вэйдун"),
            ("Zhu Rongji", "Чжу Жунцзи"),
            ("Cui Tiankai", "Цуй Тянькай"),
            ("Li Hui", "Ли Хуэй"),
            ("Yang Jiechi", "Ян Цзечи"),
            ("Si Siming", "Сы Сымин"),
        ] {
            assert!(is(latin, russian), "{latin}: {:?}", in_russian(words(&fold(latin))));
        }
        for (latin, russian) in [("Xi Jinping", "Си Цзяньпин"), ("Wang Yi", "Ван Ю"), ("Li Qiang", "Ли Чян")]
        {
            assert!(!is(latin, russian), "{russian}");
        }
        for latin in ["Kim Jong Un", "Sergey Lavrov", "Tsai Ing-wen", "Ma Ying-jeou"] {
            assert!(in_russian(words(&fold(latin))).is_empty(), "{latin}");
        }
    }

    #[test]
    fn signs_are_read_by_their_order() {
        let read = |latin: &str, signs: &str| is_read_as(signs, words(&fold(latin)));
        for (latin, signs) in [
            ("Xi Jinping", "习近平"),
            ("Xi Jinping", "習近平"),
            ("Wang Yi", "王毅"),
            ("Wang Wentao", "王文涛"),
            ("Wang Wentao", "王文濤"),
            ("Li Qiang", "李强"),
            ("He Lifeng", "何立峰"),
            ("Zhang Ming", "张明"),
            ("Xie Zhenhua", "解振华"),
            ("Zhao Leji", "赵乐际"),
            ("Deng Xiaoping", "邓小平"),
            ("Zhou Enlai", "周恩来"),
            ("Mao Zedong", "毛泽东"),
            ("Hu Jintao", "胡锦涛"),
            ("Liu Jianchao", "刘建超"),
            ("Wu Bangguo", "吴邦国"),
            ("Lü Fuyuan", "吕福源"),
            ("Lu Kang", "陆慷"),
            ("Sun Weidong", "孙卫东"),
            ("Zhu Rongji", "朱镕基"),
            ("Cui Tiankai", "崔天凯"),
            ("Yang Jiechi", "杨洁篪"),
            ("Li Keqiang", "李克强"),
            ("Han Zheng", "韩正"),
            ("Ding Xuexiang", "丁薛祥"),
            ("Zhang Hanhui", "张汉晖"),
            ("Qin Gang", "秦刚"),
            ("Mao Ning", "毛宁"),
            ("Hua Chunying", "华春莹"),
            ("Zhao Lijian", "赵立坚"),
            ("Geng Shuang", "耿爽"),
            ("Lin Jian", "林剑"),
            ("Ma Zhaoxu", "马朝旭"),
            ("Wang Shouwen", "王受文"),
            ("Li Chenggang", "李成钢"),
            ("Pan Gongsheng", "潘功胜"),
            ("Yi Gang", "易纲"),
            ("Lan Fo'an", "蓝佛安"),
            ("Dong Jun", "董军"),
            ("Cai Qi", "蔡奇"),
            ("Bo Xilai", "薄熙来"),
            ("Zeng Qinghong", "曾庆红"),
            ("Shan Zhongde", "单忠德"),
        ] {
            assert!(read(latin, signs), "{latin} {signs}");
        }
        for (latin, signs) in [
            ("Xi Jinping", "李近平"),
            ("Wang Yi", "王义桅"),
            ("Wang Wentao", "王文清"),
            ("Xi Jinping", "习近"),
            ("Li Qiang", "王毅"),
            ("Qin Gang", "秦岭"),
        ] {
            assert!(!read(latin, signs), "{latin} {signs}");
        }
    }
}
