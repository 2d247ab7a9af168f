namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Words of furniture in many languages. They only point; whether a line goes is decided by them together with its length,
/// place and neighbours, since an article may well write about cookies or newsletters.
/// </summary>
internal static class Phrases
{
    private const int LongestRead = 240;

    private static readonly PhraseIndex Index = new([
        (PhraseKind.Share, ["share this", "share on", "share via", "share article", "tweet", "whatsapp", "pinterest", "copy link", "facebook", "linkedin",
            "telegram", "reddit", "flipboard", "teilen", "partager", "compartir", "compartilh", "condividi", "udostępnij", "поделиться", "deel ", "delen", "dela ",
            "del på", "jaa ", "paylaş", "分享", "シェア", "공유", "sdílet", "zdieľať", "megosztás", "share story", "send by email", "print article", "email this"]),
        (PhraseKind.Subscribe, ["newsletter", "subscribe", "sign up", "signup", "abonnieren", "abonnez", "abonnement", "suscríb", "suscrib", "assine", "iscriviti",
            "abbonati", "prenumerera", "tilmeld", "abonn", "подпис", "subskryb", "zapisz się", "abone ol", "订阅", "購読", "구독", "sign me up", "inscreva", "inscrivez", "free trial",
            "become a member", "jetzt testen", "unlimited access", "tilaa", "schrijf je in"]),
        (PhraseKind.Related, ["read more", "related", "see also", "more from", "most read", "most popular", "trending", "recommended", "you may also", "you might also",
            "read also", "also read", "up next", "latest news", "more on ", "don't miss", "mehr zum thema", "lesen sie auch", "weiterlesen", "meistgelesen", "lire aussi",
            "à lire", "voir aussi", "lea también", "leer más", "le puede interesar", "te puede interesar", "más leíd", "leia também", "leia mais", "veja também", "leggi anche",
            "potrebbe interessarti", "lees ook", "lees meer", "läs också", "läs mer", "læs også", "les også", "lue myös", "czytaj także", "czytaj więcej", "zobacz też",
            "читайте также", "читать далее", "по теме", "читайте також", "ilgili haber", "przeczytaj", "相关", "推荐", "関連", "おすすめ", "関連記事", "관련", "추천", "اقرأ",
            "مواضيع", "continue reading", "keep reading", "click here", "watch:", "watch now", "what to read next", "editors' picks", "editor's pick", "more stories",
            "top stories", "previous article", "next article", "previous post", "next post", "baca juga", "đọc thêm", "xem thêm", "இதையும்", "इसे भी", "यह भी पढ़ें"]),
        (PhraseKind.Comment, ["comment", "kommentar", "comentari", "comentári", "commenti", "reactie", "коммент", "komentarz", "yorum", "评论", "コメント", "댓글",
            "leave a reply", "log in to reply", "join the conversation", "join the discussion"]),
        (PhraseKind.Copyright, ["copyright", "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos", "todos os direitos",
            "tutti i diritti", "все права", "wszelkie prawa", "版权", "無断", "著作権", "무단", "may not be published", "may not be reproduced", "alle rettigheter", "tüm hakları", "حقوق"]),
        (PhraseKind.Consent, ["cookie", "privacy policy", "terms of service", "terms of use", "terms and conditions", "datenschutz", "consent", "gdpr", "confidentialité",
            "privacidad", "privacidade", "personal data", "your privacy", "impressum", "recaptcha"]),
        (PhraseKind.Advertisement, ["advertisement", "advertis", "sponsored", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità", "annons", "annonce",
            "реклама", "reklam", "广告", "広告", "광고", "affiliate", "we may earn", "commission", "promoted", "إعلان", "continues below", "story continues", "scroll to continue", "skip ad"]),
        (PhraseKind.Account, ["log in", "login", "sign in", "register", "my account", "anmelden", "einloggen", "connexion", "se connecter", "iniciar sesión", "entrar",
            "accedi", "logga in", "войти", "zaloguj", "登录", "ログイン", "로그인", "create account", "already a subscriber", "create a free account", "premium"]),
        (PhraseKind.ImageCredit, ["photo:", "image:", "photo by", "image by", "picture:", "photograph:", "credit:", "getty images", "shutterstock", "image |", "photo |", "bild:", "foto:",
            "imagen |", "imagen:", "imágenes |", "photo credit", "image credit", "image source", "image courtesy", "photo courtesy", "reuters/", "ap photo", "file photo", "istock",
            "(afp", "crédit", "crédito", "fotó:", "zdroj:", "фото:", "fot.", "kuva:", "图片", "写真", "사진", "/afp", "/ap", "/reuters", "afp/", "dpa/", "/dpa", "epa/", "unsplash", "illustration:", "screenshot"]),
        (PhraseKind.Byline, ["by ", "von ", "por ", "par ", "written by", "reporting by", "edited by", "editing by", "author", "staff writer", "contributor", "correspondent", "reporter",
            "redaktion", "autor", "auteur", "redaktor", "автор", "记者", "記者", "기자", "fact checked", "reviewed by", "editor"]),
        (PhraseKind.Updated, ["updated", "published", "posted", "last modified", "aktualisiert", "veröffentlicht", "publié", "mis à jour", "actualizado", "publicado", "atualizado",
            "pubblicato", "aggiornato", "uppdaterad", "publicerad", "opdateret", "oppdatert", "julkaistu", "обновлено", "опубликовано", "aktualizacja", "opublikowano", "güncelleme",
            "min read", "minute read", "minutes read", "mins read", "lesezeit", "hours ago", "days ago", "minutes ago", "stand:", "发布", "更新", "입력", "수정"]),
        (PhraseKind.Interface, ["skip to", "menu", "search", "home page", "homepage", "sitemap", "site map", "loading", "back to top", "close", "toggle", "expand", "scroll", "contact us", "about us",
            "load more", "show more", "view all", "see all", "view more", "javascript", "browser", "your browser", "listen to", "play video", "download", "font size", "关闭", "links", "suche", "buscar",
            "recherche", "cerca", "search on site", "this day in history", "table of contents", "jump to", "add to cart", "print this", "go back", "faq", "help center", "careers"]),
        (PhraseKind.Follow, ["follow us", "follow me", "follow on", "like us", "join us", "our app", "app store", "google play", "google news", "folgen sie", "suivez", "síguenos", "siga", "seguici",
            "подписывайтесь", "obserwuj", "takip et", "关注", "フォロー", "download the app", "get the app", "on twitter", "on facebook", "on instagram", "on x ", "youtube channel", "telegram channel"]),
        (PhraseKind.Source, ["source:", "original article", "originally published", "originally appeared", "this article was", "this story was", "this article originally", "quelle:", "fuente:", "fonte:", "źródło",
            "источник", "来源", "出典", "출처", "kaynak:", "bron:", "raw data source", "republished", "press release", "contact:", "media contact"]),
        (PhraseKind.Appeal, ["like/dislike", "express your opinion", "clicking on the", "support our", "donate", "donation", "contribute", "let us know", "tell us", "your opinion", "what do you think", "views of the author",
            "authenticity of", "for reference only", "disclaimer", "not constitute", "your support", "send us", "email us", "contact the", "got a tip"]),
        (PhraseKind.Views, [" views", "views:", "访问", "阅读", "浏览", "просмотр", "hits:", "visits", "aufrufe", "visualiza", "lectures", "조회", " likes", " shares", "votes", "read time"]),
        (PhraseKind.Biography, ["is a writer", "is a journalist", "is a freelance", "is a reporter", "is an editor", "is the author", "is a senior", "is a staff", "is the editor", "is an award", "he covers",
            "she covers", "has been writing", "is a contributor", "covers the", "about the author", "is a professor", "can be reached", "his work", "her work", "über den autor", "joined the"]),
    ]);

    /// <summary>As <see cref="Find(ReadOnlySpan{char})"/>, but where words are apart only phrases that begin with one are looked for.</summary>
    public static PhraseKind Find(ReadOnlySpan<char> text, CharacterMasks masks) => masks.Unspaced > 0 ? Find(text) : Index.FindAtWords(text, masks);

    public static PhraseKind Find(ReadOnlySpan<char> text) => Index.Find(text[..Math.Min(text.Length, LongestRead)]);
}
