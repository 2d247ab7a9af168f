using System.Buffers;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Titles of error pages and robot checks in many languages.</summary>
internal static class ErrorTitles
{
    /// <summary>An article's headline about errors says more than that there is one.</summary>
    private const int LongestTitle = 70;

    private static readonly string[] Codes = ["400", "401", "403", "404", "405", "410", "429", "451", "500", "502", "503", "504"];

    private static readonly SearchValues<string> Phrases = SearchValues.Create(
    [
        "not found", "page missing", "page doesn't exist", "page does not exist", "page unavailable", "no longer available", "access denied", "forbidden",
        "service unavailable", "bad gateway", "gateway time-out", "gateway timeout", "internal server error", "too many requests", "something went wrong",
        "just a moment", "attention required", "are you a robot", "you are human", "not a robot", "security check", "checking your browser", "pardon our interruption", "unusual traffic",
        "nicht gefunden", "existiert nicht", "zugriff verweigert", "seite nicht verfügbar",
        "introuvable", "n'existe pas", "n’existe pas", "accès refusé", "page non trouvée",
        "no encontrada", "no encontrado", "no existe", "acceso denegado", "não encontrada", "não encontrado", "não existe", "acesso negado",
        "non trovata", "non trovato", "accesso negato", "niet gevonden", "bestaat niet", "toegang geweigerd",
        "hittades inte", "hittar inte sidan", "ikke fundet", "blev ikke fundet", "ikke funnet", "fant ikke siden", "ei löydy", "ei löytynyt", "fannst ekki",
        "nie znaleziono", "nie istnieje", "odmowa dostępu", "nenalezena", "nenájdená", "nem található", "nije pronađena", "negăsită", "nu a fost găsită",
        "не найдена", "не найдено", "не существует", "доступ запрещен", "доступ запрещён", "не знайдено", "не намерена", "δεν βρέθηκε",
        "bulunamadı", "erişim engellendi", "không tìm thấy", "tidak ditemukan", "tidak dijumpai", "ไม่พบหน้า",
        "غير موجودة", "لم يتم العثور", "یافت نشد", "הדף לא נמצא", "नहीं मिला",
        "見つかりません", "見つかりませんでした", "找不到", "不存在", "未找到", "찾을 수 없습니다",
    ], StringComparison.OrdinalIgnoreCase);

    public static bool Is(ReadOnlySpan<char> title)
    {
        title = title.Trim();
        return title.Length is > 0 and <= LongestTitle
            && (title.ContainsAny(Phrases) || HasCode(title) || title.Equals("error", StringComparison.OrdinalIgnoreCase) || title.Equals("oops", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"503 Service Temporarily Unavailable", but also "404 dead in quake": no proof where the page shows text.</summary>
    public static bool BeginsWithCode(ReadOnlySpan<char> title)
    {
        foreach (var code in Codes)
        {
            if (title.StartsWith(code) && (title.Length == code.Length || !char.IsLetterOrDigit(title[code.Length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"404", "Error 503", "404 - gone": nothing but a code and a word, or a code set apart.</summary>
    private static bool HasCode(ReadOnlySpan<char> title)
    {
        const int CodeLength = 3;
        const int LongestBeside = 8;
        if (BeginsWithCode(title))
        {
            var rest = title[CodeLength..].TrimStart();
            return rest.IsEmpty || !char.IsLetterOrDigit(rest[0]);
        }

        var last = title[(title.LastIndexOf(' ') + 1)..];
        return last.Length == CodeLength && BeginsWithCode(last) && title.Length <= CodeLength + LongestBeside;
    }
}
