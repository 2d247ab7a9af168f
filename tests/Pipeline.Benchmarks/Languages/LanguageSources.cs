namespace Pipeline.Benchmarks.Languages;

/// <summary>
/// Which declarations teach which language. Languages with a script of their own need none; Bosnian is left out, since
/// no n-gram tells it from Croatian. A tag that stands twice has two profiles, one a writing.
/// </summary>
internal static class LanguageSources
{
    public static IReadOnlyList<(string Tag, string[] Files)> Files { get; } =
    [
        ("af", ["afr"]), ("am", ["amh"]), ("ar", ["arb"]), ("az", ["azj_latn"]), ("be", ["bel"]), ("bg", ["bul"]),
        ("ca", ["cat"]), ("ckb", ["ckb"]), ("cs", ["ces"]), ("cy", ["cym"]), ("da", ["dan"]),
        ("de", ["deu_1996"]), ("en", ["eng"]), ("eo", ["epo"]), ("es", ["spa"]), ("et", ["est"]), ("eu", ["eus"]),
        ("fa", ["pes_1"]), ("fi", ["fin"]), ("fr", ["fra"]), ("ga", ["gle"]), ("gl", ["glg"]), ("ha", ["hau_NG"]),
        ("he", ["heb"]), ("hi", ["hin"]), ("hr", ["hrv"]), ("ht", ["hat_popular"]), ("hu", ["hun"]), ("id", ["ind"]),
        ("ig", ["ibo"]), ("is", ["isl"]), ("it", ["ita"]), ("jv", ["jav"]), ("kk", ["kaz"]), ("ky", ["kir"]),
        ("lb", ["ltz"]), ("lt", ["lit"]), ("lv", ["lav"]), ("mg", ["plt"]), ("mk", ["mkd"]), ("mn", ["khk"]),
        ("mr", ["mar"]), ("ms", ["mly_latn"]), ("mt", ["mlt"]), ("ne", ["nep"]), ("nl", ["nld"]), ("no", ["nob"]), ("no", ["nno"]),
        ("pl", ["pol"]), ("ps", ["pbu"]), ("pt", ["por_PT"]), ("pt", ["por_BR"]), ("ro", ["ron_2006"]), ("ru", ["rus"]),
        ("rw", ["kin"]), ("sk", ["slk"]), ("sl", ["slv"]), ("so", ["som"]), ("sq", ["als"]), ("sr", ["srp_cyrl"]), ("sr", ["srp_latn"]),
        ("sv", ["swe"]), ("sw", ["swh"]), ("tg", ["tgk"]), ("ti", ["tir"]), ("tl", ["tgl"]), ("tr", ["tur"]),
        ("ug", ["uig_arab"]), ("uk", ["ukr"]), ("ur", ["urd"]), ("uz", ["uzn_latn"]), ("vi", ["vie"]), ("xh", ["xho"]),
        ("yi", ["ydd"]), ("yo", ["yor"]), ("zu", ["zul"]),
    ];
}
