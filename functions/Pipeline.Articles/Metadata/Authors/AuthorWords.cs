using System.Buffers;
using System.Collections.Frozen;

namespace Pipeline.Articles.Metadata.Authors;

/// <summary>The words that stand around names in bylines, in many languages.</summary>
internal static class AuthorWords
{
    /// <summary>What a byline begins with. Longest first, so that "written by" goes before "by".</summary>
    public static readonly string[] Leads =
    [
        "view all posts by ", "view all articles by ", "social links for ", "posts by ", "written and directed by ", "written by", "words by", "story by", "text by", "posted by", "reported by", "reporting by", "published by",
        "commentary by", "analysis by", "opinion by", "author:", "authors:", "author ", "writer:", "by:", "by ", "von ", "von:", "por ", "por:", "par ", "par:", "di ", "door ", "av ", "af ", "autor:", "autora:", "autoren:", "auteur:", "autore:",
        "text:", "texte:", "texto:", "tekst:", "teksti:", "szerző:", "yazar:", "haber:", "автор:", "автор ", "автори:", "текст:", "κείμενο:", "συντάκτης:", "作者：", "作者:", "作者 ", "记者：", "记者 ", "記者 ", "責任編輯：", "责任编辑：", "责编：", "文/", "文：",
        "기자 ", "oleh ", "oleh:", "penulis:", "reporter:", "tác giả:", "بقلم", "كتب:", "نوشته ", "نویسنده:", "מאת ", "מאת:", "लेखक:", "ของ ", "โดย ",
    ];

    /// <summary>Last words of what is a role and no name.</summary>
    public static readonly FrozenSet<string> Roles = new[]
    {
        "writer", "reporter", "correspondent", "editor", "officer", "contributor", "producer", "columnist", "journalist", "critic", "analyst", "fellow", "professor", "director", "manager", "specialist", "expert", "strategist",
        "founder", "ceo", "redakteur", "redakteurin", "redaktorka", "redaktor", "korrespondent", "korrespondentin", "journaliste", "periodista", "redactor", "redactora", "giornalista", "redakteurs", "journalister", "journalistin", "intern", "co-founder", "cofounder", "vp", "coo", "cto", "cfo", "president", "chief", "head", "lead", "dietitian", "nutritionist", "attorney", "strategist", "consultant",
        "ph.d", "phd", "ph.d.", "md", "m.d", "m.d.", "rd", "r.d.", "rdn", "cpa", "esq", "esq.", "mba", "fnp", "aprn", "dds", "dvm", "cfp", "cfa", "lcsw", "mph", "foma", "dabom", "facc", "faap", "jd", "j.d.", "sponsored", "기자", "记者", "記者",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that only names of houses have.</summary>
    public static readonly FrozenSet<string> HouseWords = new[]
    {
        "news", "media", "times", "post", "journal", "tribune", "herald", "gazette", "enquirer", "courier", "courier-post", "press", "today", "network", "daily", "telegram", "sentinel", "observer", "magazine", "staff", "team",
        "newsroom", "newsdesk", "desk", "editorial", "editors", "wire", "service", "agency", "agencies", "business", "sports", "foxbusiness", "redaktion", "redazione", "redacción", "rédaction", "redactie", "redakcja", "redação", "institute",
        "university", "center", "foundation", "council", "association", "society", "department", "company", "inc", "llc", "ltd", "gmbh",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Last words of newspapers' names, which follow a reporter's on one line.</summary>
    public static readonly FrozenSet<string> PaperWords = new[]
    {
        "news", "times", "post", "journal", "tribune", "herald", "gazette", "enquirer", "courier", "courier-post", "today", "daily", "telegram", "sentinel", "observer", "foxbusiness",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Small words inside names: van der Berg, de la Cruz, bin Salman.</summary>
    public static readonly FrozenSet<string> Particles = new[]
    {
        "van", "von", "der", "den", "de", "la", "le", "du", "di", "da", "dos", "das", "del", "della", "el", "al", "bin", "bint", "ibn", "ben", "y", "e", "zu", "zum", "ter", "ten", "af", "av", "i", "d'", "o'", "st.", "mc", "'t",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static readonly FrozenSet<string> Agencies = new[]
    {
        "Associated Press", "The Associated Press", "AP", "Reuters", "AFP", "dpa", "APA", "Financial Times", "Bloomberg", "USA TODAY", "Tribune News Service", "PA Media", "ANSA", "EFE", "Interfax", "UPI", "Yonhap", "KUNA", "SDA", "sda", "NTB", "TT",
        "Ritzau", "STT", "ČTK", "PAP", "MTI", "Ukrinform", "Anadolu Agency", "AA", "WAFA", "SPA", "Agencies", "Europa Press", "TASS", "Xinhua", "新华社", "新華社", "中新社", "共同", "時事", "연합뉴스", "Kyodo", "PTI", "ANI", "IANS", "Bleacher Report", "Science X",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static readonly FrozenSet<string> NotNames = new[]
    {
        "admin", "administrator", "editor", "staff", "guest", "unknown", "author", "none", "null", "n/a", "view all posts", "follow", "share", "редакция", "webmaster", "contributor", "by", "and", "others", "about the author", "view author archive",
        "posted by", "posted on", "written by", "text size", "font size", "contributor content", "full bio", "bio", "about us", "proof points", "more", "see all", "undefined", "anonymous", "user", "root", "superuser", "home", "news", "contact", "email", "twitter", "facebook", "instagram", "linkedin",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What follows a name: "Jane Doe for The Crier", "Jane Doe on Friday".</summary>
    public static readonly string[] Followers = [" for ", " on ", " in ", " at ", " of "];

    /// <summary>What ends the name on a line of text.</summary>
    public static readonly SearchValues<string> Ends = SearchValues.Create(
        ["published", "updated", "posted", "min read", "minute read", " · ", " • ", " | ", " / ", " – ", " — ", " - ", "\t", "  ", " is a ", " is an ", " is the "], StringComparison.OrdinalIgnoreCase);
}
