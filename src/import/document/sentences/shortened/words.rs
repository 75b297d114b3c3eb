//! The words that each language shortens, in small letters.

/// The words that a language shortens, with a blank between two: those that lead, those that may end, those that count,
/// the words with which sentences often begin, and those that say who spoke the quotation before them.
pub struct Shortened {
    pub language: &'static str,
    pub leads: &'static str,
    pub may: &'static str,
    pub counts: &'static str,
    pub begins: &'static str,
    pub tells: &'static str,
}

/// Each language that texts are read in.
pub const ALL: [Shortened; 7] = [
    Shortened {
        language: "en",
        leads: "jos edw benj saml cllr mgr cdr lt.cdr msgr amb cons bp archbp pfc wm chas geo jas thos robt gens cols maj-gen lt-gen lt-col mme mlle lts profs drs revs \
            hons sens reps govs pvt cpt cmdr vice-adm atty dist assoc dir del intl mr mrs ms messrs dr \
            prof st mt gen lt col maj capt sgt cpl adm rev hon sen rep gov pres amb sec insp supt e.g \
            i.e cf vs viz approx ca incl esp al fr ven brig ft v sr ald asst dept univ",
        may: "co.ltd ret int llc lp pty bhd pte sdn.bhd est.d al sq etc inc ltd co corp plc bros jr esq \
            a.m p.m u.s u.k u.n e.u u.s.a d.c b.c a.d k.c q.c ph.d m.a b.a m.p jan feb mar apr jun jul \
            aug sep sept oct nov dec mon tue wed thu fri sat approx dept ave blvd rd est min max hr hrs \
            km kg u.s.s.r u.a.e p.r.c",
        counts: "sect sects fol fols chap chaps bk b d fl sch doc secs figs vols chs cl cls app ann ex exh tab tel fax ext box reg regs res docs rule pt \
            pts fn nn par no nos p pp art arts sec fig vol ch para paras ed n col cols v ver item",
        begins: "the a an it he she they we i this that these those its his her their in on at by for \
            from to with but and so as if when while after before there then what who how why neither \
            both few each every all some such until since although though however meanwhile once no not \
            our my your is was will another other under over most many according hence last one talks",
        tells: "said says told tells asked asks replied replies added adds answered wrote writes \
            shouted cried",
    },
    Shortened {
        language: "ru",
        leads: "ст дж гос пред отв подп ген-м контр-адм и.о врио вр.и.о гл.ред ред сов т.к д.ю.н к.ю.н д.э.н \
            к.э.н т.е т.н см ср ул пр пл д кв им проф акад ген г-н гр св о оз р ок пос с дер обл напр \
            тов доц полк кап лейт адм зам зав пер наб бул т.наз н к.т.н д-р студ нач мин т.ч",
        may: "мл р отст м3 кв.м куб.м долл.сша с.г г гг в вв др т.д т.п пр н.э э руб коп долл тыс млн млрд \
            кг час ч мин сек чел янв февр фев апр авг сент сен окт нояб ноя дек экз обл р-н км м см т \
            ст ред прим трлн шт м.н.с",
        counts: "оп л ф ед.хр каб доб эт оф тел факс подп пп част стр с ст п гл рис табл илл № т вып ч разд д кв корп прил абз",
        begins: "в на он она оно они мы я это эта этот эти тогда по с к у о но а и не как что кто где \
            когда если из за до от его её их там тут также однако впрочем поэтому затем после при для \
            все всё то так сегодня сейчас цены стороны парламент комиссия ему им ей под над между \
            почему каждый",
        tells: "",
    },
    Shortened {
        language: "fr",
        leads: "ph ch th chr exc s.exc bull me mes dr drs prs lt adj amb hon réf env ét dép rép dir resp anc cons gal vve ass m mm \
            mlle mgr cf vs st ste p.ex c.-à-d c.à.d fg bd av gén cdt col cap prof pr",
        may: "é.-u r.-u juill s.a.s s.n.c e.u.r.l p.-s av.j.-c apr.j.-c etc janv févr avr juil sept oct nov déc \
            apr av j.-c s.a cie éd s.a.r.l o.n.u u.e hab min ex",
        counts: "doc sect fol v aff arts réf req tél fasc ch cons alin ann prop art p pp n no nos vol chap fig al t § \
            pag par",
        begins: "le la les l un une des il elle ils elles on nous ce cette ces c en au aux à dans mais \
            et ou pour par sur selon son sa ses leur leurs qui que quand si d jusqu personne chacun \
            deux après avant puis tout aucun voir",
        tells: "",
    },
    Shortened {
        language: "es",
        leads: "ed cía nn jj ldo ldos lcdo lcda licdo licda exmo exma ilmos ilmas excmas rvdos rvda ntra ntro pbro hna hnas fdez hdez rguez mtnez glez gcía rev est emb cons sen dip fisc mag rep dom gob min dir pte pdta vicepdte cmdt tte sgto alm gra exc excmos ilmo ilma rvdo \
            mtro mtra arq dpto dep prov fco hno hnos sr sra srta sres dr dra d dña da prof lic ing gral \
            cap cte cnel sto sta aprox p.ej ud uds excmo excma av avda c mons pdte ee",
        may: "nn.uu jj.oo ss.mm s.l.u s.r.l s.a.s ltda etc s.a s.l s.a.u ee.uu uu ff.aa rr.hh a.c d.c a.m p.m ene feb \
            mar abr may jun jul ago sep sept oct nov dic h hs min kg km",
        counts: "fol fols s ss gráf gráfs tel tfno telf apdo apdos exp res lit disp exps ley art arts pág págs p pp núm núms n \
            no vol cap fig ap inc párr t",
        begins: "el la los las un una lo en de del al por para con su sus se es no y pero si cuando que \
            quien esta este esto estos estas ese esa según hasta cada hoy mientras también dos otro \
            ambas ambos nadie después antes así a",
        tells: "",
    },
    Shortened {
        language: "de",
        leads: "mag mmag dkfm gebr adm frl fa fam inh verf kgl kath entspr urspr amtl em emer apl mindir mindirig minr regdir sts pst bgm obgm dr.-ing mind max k.u.k u.k k.k dipl.-ing dipl.-kfm dipl.-volksw hon.-prof reg.-bez z.hd i.a i.v o.g \
            u.u vgl insg staatl ehem bes versch allg öff österr schweiz dt frz engl wirtschaftl stellv \
            gen.-lt präs vors hr hrn fr dr prof gen ca bzw z.b d.h u.a i.d.r z d u i s.o s.u st abg min \
            hl ing dipl sog ggf evtl einschl zzgl geb gest a v o a.d n min.präs ob med jur phil rer nat \
            h.c b betr gem insb rd",
        may: "inkl exkl d.m l.j v.j s.u s.o o.ä u.v.a n.chr v.chr a.d i.r a.a.o ebd usw etc mio mrd tsd \
            jan feb febr apr aug sept sep okt nov dez sen jun jr co str min std sek jh jhd chr u.ä \
            u.dgl uvm u.v.m ff f a.g e.v a.m d.j z.t g.m.b.h",
        counts: "dok drucks bl fol drs bgbl rgbl abl az gz tel fax abschn anh ast tel.-nr nr nrn art abs s sp bd kap abb tab \
            ziff lit rn rdnr anm pos aufl jg h",
        begins: "dem den des sich wegen trotz seit weiter der die das ein eine er sie es wir ich in im \
            am an auf für mit von vor nach bei zu zum zur aus aber und oder doch so als wenn da dann \
            daher diese dieser dieses ihr ihre sein seine jeder jede jedes bis bisher nur auch was wer \
            wie ist niemand beide diesmal heute gegen näheres alle dort hier dabei damals später",
        tells: "",
    },
    Shortened {
        language: "ar",
        leads: "د أ م ص.ب أ.د ر أ.م ع ل ش ا ق",
        may: "إلخ الخ ق.م م هـ ه كم كغ ت",
        counts: "ص رقم ج مج ط ع",
        begins: "",
        tells: "قلت قلنا همس همست سألته سألتها أضفت أجبت قال قالت يقول تقول سأل سألت أجاب أجابت رد ردت \
            أضاف أضافت صاح صاحت تساءل تساءلت علق علقت كتب كتبت صرح صرحت",
    },
    Shortened { language: "zh", leads: "", may: "", counts: "", begins: "", tells: "" },
];

/// What every language shortens, since names and titles travel.
pub const EVERYWHERE: &str = "mr mrs ms dr prof st vs cf gen";
/// Words that lead where no number stands before them.
pub const LEAD_WITHOUT_NUMBER: &str = "г م ت р";
/// Words that end what they stand in, also behind a pause: `bread, salt... etc.`
pub const ENDING: &str = "etc usw пр إلخ الخ";
/// Names that are written with an exclamation mark.
pub const SHOUTED: &str = "yahoo joomla jeopardy";
/// The days of the week in English.
pub const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";
/// Words with which names begin that are written small.
pub const NAMES: [&str; 14] =
    ["von", "van", "de", "della", "del", "da", "dos", "al", "el", "ibn", "bin", "ter", "ten", "zu"];
/// Words of German before which a number with a full stop is an ordinal.
pub const BEFORE_ORDINAL: &str = "der die das dem den des zur zum im am vom beim ihrer ihre ihrem ihren seiner seine seinem \
    seinen unserer unsere einer eine einem jeder jede jedes diese dieser diesem";
/// Months and the like that follow an ordinal in German.
pub const AFTER_ORDINAL: &str = "januar jänner februar märz april mai juni juli august september oktober november dezember \
    quartal jahrhundert jahrhunderts jahrhunderte jahr jahre mal sitzung tagung kapitel artikel \
    auflage klasse runde stock platz bundestag weltkrieg weltkriegs halbjahr halbjahres quartals \
    kongress gipfel gipfeltreffen treffen konferenz mär jan feb apr aug sept sep okt nov dez";
