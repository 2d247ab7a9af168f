using Pipeline.Articles.Formats.Charsets;

namespace Pipeline.Articles.Tests.Formats.Charsets;

/// <summary>Short reports in many languages, written for these tests.</summary>
internal static class Texts
{
    public static readonly (string Language, string Text, string[] Charsets)[] All =
    [
        ("German", """
            Der Stadtrat hat am Dienstag über die neue Brücke abgestimmt. „Wir müssen jetzt handeln“, sagte die Bürgermeisterin,
            größere Schäden ließen sich sonst nicht vermeiden. Für die Sanierung sind zwölf Millionen Euro vorgesehen – mehr als
            ursprünglich geplant. Die Bauarbeiten beginnen im Frühjahr und dauern voraussichtlich zwei Jahre.
            """, ["windows-1252"]),
        ("French", """
            Le conseil municipal a voté mardi la rénovation du vieux théâtre. « Nous ne pouvions plus attendre », a déclaré le maire,
            évoquant des dégâts causés par l’hiver dernier. Le chantier, estimé à douze millions d’euros, débutera en février et
            s’achèvera après l’été. Les élèves de l’école voisine seront accueillis ailleurs à la rentrée.
            """, ["windows-1252"]),
        ("Spanish", """
            El ayuntamiento aprobó el martes la construcción de un puente sobre el río. «No podíamos esperar más», señaló la alcaldesa,
            que recordó los daños de la última inundación. La obra costará doce millones de euros y empezará en otoño. ¿Quién pagará
            los gastos? Según el portavoz, la mayoría vendrá de la región y del año próximo.
            """, ["windows-1252", "iso-8859-15"]),
        ("Polish", """
            Rada miasta przyjęła we wtorek uchwałę w sprawie nowego mostu. „Nie możemy dłużej czekać” – powiedziała prezydent miasta,
            dodając, że koszty będą wyższe, niż zakładano. Prace zaczną się wiosną i potrwają około dwóch lat. Mieszkańcy skarżą się
            na hałas, a część z nich żąda odszkodowań. Źródło w ratuszu mówi, że pieniądze pochodzą z budżetu państwa.
            """, ["windows-1250", "iso-8859-2"]),
        ("Czech", """
            Zastupitelé v úterý schválili stavbu nového mostu přes řeku. „Déle čekat nemůžeme,“ řekla primátorka a připomněla škody,
            které způsobila loňská povodeň. Práce začnou na jaře a potrvají přibližně dva roky. Náklady dosáhnou tří set milionů
            korun, což je víc, než se původně předpokládalo. Obyvatelé žádají lepší spojení s městem.
            """, ["windows-1250", "iso-8859-2"]),
        ("Hungarian", """
            A közgyűlés kedden megszavazta az új híd építését. „Nem várhatunk tovább” – mondta a polgármester, aki szerint a tavalyi
            árvíz súlyos károkat okozott. A munkálatok tavasszal kezdődnek, és előreláthatólag két évig tartanak. A költségek jóval
            magasabbak, mint ahogy eredetileg tervezték. A környéken élők attól tartanak, hogy nőni fog a zaj.
            """, ["windows-1250", "iso-8859-2"]),
        ("Russian", """
            Городской совет во вторник одобрил строительство нового моста через реку. «Мы больше не можем ждать», — заявила мэр,
            напомнив об ущербе от прошлогоднего наводнения. Работы начнутся весной и продлятся около двух лет. Расходы оказались
            выше, чем предполагалось. Жители соседних домов жалуются на шум и требуют объяснений от властей.
            """, ["windows-1251", "koi8-r", "iso-8859-5", "cp866"]),
        ("Ukrainian", """
            Міська рада у вівторок підтримала будівництво нового мосту через річку. «Ми більше не можемо чекати», — заявила мерка,
            нагадавши про збитки від торішньої повені. Роботи розпочнуться навесні й триватимуть близько двох років. Видатки
            виявилися вищими, ніж передбачалося. Мешканці сусідніх будинків скаржаться на гамір і чекають пояснень від влади.
            """, ["windows-1251", "koi8-u"]),
        ("Greek", """
            Το δημοτικό συμβούλιο ενέκρινε την Τρίτη την κατασκευή νέας γέφυρας. «Δεν μπορούμε να περιμένουμε άλλο», δήλωσε η δήμαρχος,
            θυμίζοντας τις ζημιές από την περσινή πλημμύρα. Οι εργασίες θα αρχίσουν την άνοιξη και θα διαρκέσουν περίπου δύο χρόνια.
            Το κόστος είναι υψηλότερο από ό,τι είχε αρχικά υπολογιστεί, ανέφερε ο εκπρόσωπος της κυβέρνησης.
            """, ["windows-1253", "iso-8859-7"]),
        ("Turkish", """
            Belediye meclisi salı günü yeni köprünün yapımını onayladı. “Daha fazla bekleyemeyiz” diyen başkan, geçen yılki selin
            yol açtığı hasarı hatırlattı. Çalışmalar ilkbaharda başlayacak ve yaklaşık iki yıl sürecek. Maliyet, başlangıçta
            öngörülenden daha yüksek çıktı. Bölgede oturanlar gürültüden şikâyetçi ve belediyeden açıklama bekliyor.
            """, ["windows-1254"]),
        ("Hebrew", """
            מועצת העיר אישרה ביום שלישי את בניית הגשר החדש מעל הנהר. "איננו יכולים לחכות עוד", אמרה ראש העיר, והזכירה את הנזקים
            שגרם השיטפון בשנה שעברה. העבודות יתחילו באביב ויימשכו כשנתיים. העלות גבוהה ממה שתוכנן בתחילה. תושבי השכונה
            מתלוננים על הרעש ודורשים הסברים מהעירייה, אך עד כה לא קיבלו תשובה.
            """, ["windows-1255"]),
        ("Arabic", """
            وافق مجلس المدينة يوم الثلاثاء على بناء جسر جديد فوق النهر. وقالت رئيسة البلدية: لا يمكننا الانتظار أكثر من ذلك، مشيرة إلى
            الأضرار التي سببها الفيضان في العام الماضي. ستبدأ الأعمال في الربيع وتستمر نحو سنتين. وجاءت التكلفة أعلى مما كان
            متوقعا في البداية. ويشكو سكان الحي من الضجيج ويطالبون السلطات بتوضيحات.
            """, ["windows-1256", "iso-8859-6"]),
        ("Lithuanian", """
            Miesto taryba antradienį pritarė naujo tilto statybai. „Ilgiau laukti negalime“, – sakė merė ir priminė pernykščio
            potvynio padarytą žalą. Darbai prasidės pavasarį ir truks maždaug dvejus metus. Išlaidos didesnės, negu iš pradžių
            buvo numatyta. Aplinkinių namų gyventojai skundžiasi triukšmu ir reikalauja paaiškinimų iš savivaldybės.
            """, ["windows-1257"]),
        ("Thai", """
            สภาเมืองอนุมัติการก่อสร้างสะพานข้ามแม่น้ำแห่งใหม่เมื่อวันอังคาร นายกเทศมนตรีกล่าวว่าเราไม่สามารถรอได้อีกต่อไป
            และเตือนถึงความเสียหายจากน้ำท่วมเมื่อปีที่แล้ว งานจะเริ่มในฤดูใบไม้ผลิและใช้เวลาประมาณสองปี
            ค่าใช้จ่ายสูงกว่าที่คาดไว้ในตอนแรก ชาวบ้านร้องเรียนเรื่องเสียงดังและต้องการคำอธิบายจากทางการ
            """, ["windows-874"]),
        ("Chinese", """
            市议会星期二批准在河上修建一座新桥。市长表示，我们不能再等了，并提到去年洪水造成的损失。工程将于春季开始，预计历时两年左右。
            费用比最初的估计要高。附近居民抱怨噪音太大，要求政府作出解释。有关部门负责人说，资金主要来自国家预算，其余部分由地方承担。
            """, ["gb18030"]),
        ("Chinese (Taiwan)", """
            市議會星期二批准在河上修建一座新橋。市長表示，我們不能再等了，並提到去年洪水造成的損失。工程將於春季開始，預計歷時兩年左右。
            費用比最初的估計要高。附近居民抱怨噪音太大，要求政府作出解釋。有關部門負責人說，資金主要來自國家預算，其餘部分由地方承擔。
            """, ["big5"]),
        ("Japanese", """
            市議会は火曜日、川に新しい橋を架ける計画を承認した。市長は「これ以上待つことはできない」と述べ、昨年の洪水による被害に触れた。
            工事は春に始まり、約二年かかる見通しだ。費用は当初の見積もりを上回っている。近くの住民は騒音に不満を持ち、市に説明を求めている。
            """, ["shift_jis", "euc-jp", "iso-2022-jp"]),
        ("Korean", """
            시의회는 화요일 강을 가로지르는 새 다리의 건설을 승인했다. 시장은 더 이상 기다릴 수 없다며 지난해 홍수로 입은 피해를 언급했다.
            공사는 봄에 시작되어 약 이 년 동안 이어질 예정이다. 비용은 처음 예상보다 많이 늘었다. 주변 주민들은 소음에 불만을 나타내며 설명을 요구하고 있다.
            """, ["euc-kr"]),
    ];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (language, _, charsets) in All)
        {
            foreach (var charset in charsets)
            {
                pairs.Add(language, charset);
            }
        }

        return pairs;
    }

    /// <summary>The text, with plain quotes and dashes where the charset has no better ones.</summary>
    public static string Of(string language, string charset)
    {
        var encoding = CharsetLabels.Get(charset);
        return string.Concat(All.Single(t => t.Language == language).Text.Select(
            c => encoding.GetString(encoding.GetBytes([c])) is [var back] && back == c ? c : c is '—' or '–' ? '-' : '"'));
    }
}
