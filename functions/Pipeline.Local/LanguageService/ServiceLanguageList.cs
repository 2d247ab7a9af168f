using System.Collections.Frozen;

namespace Pipeline.Local.LanguageService;

/// <summary>The languages of key phrase extraction as the service lists them; the emulated service takes them for both features.</summary>
internal static class ServiceLanguageList
{
    public const string Text =
        "af,am,ar,as,az,be,bg,bn,br,bs,ca,cs,cy,da,de,el,en,eo,es,et,eu,fa,fi,fil,fr,fy,ga,gd,gl,gu,ha,he,hi,"
        + "hr,hu,hy,id,it,ja,jv,ka,kk,km,kn,ko,ku,ky,la,lo,lt,lv,mg,mk,ml,mn,mr,ms,my,ne,nl,no,om,or,pa,pl,ps,"
        + "pt-BR,pt-PT,ro,ru,sa,sd,si,sk,sl,so,sq,sr,su,sv,sw,ta,te,th,tr,ug,uk,ur,uz,vi,xh,yi,zh-hans,zh-hant";

    private static readonly FrozenSet<string> Languages = Text.Split(',').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string language) => Languages.Contains(language);
}
