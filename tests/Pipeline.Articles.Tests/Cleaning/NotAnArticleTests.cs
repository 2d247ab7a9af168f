using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

public class NotAnArticleTests
{
    [Theory]
    [InlineData("<html><body><div id=root></div><script>render()</script></body></html>", "script")]
    [InlineData("<html><head><title>Site</title><style>p{}</style></head><body><img src=logo.png></body></html>", "script")]
    [InlineData("<title>404 Not Found</title><h1>404 Not Found</h1><p>The page you asked for is not on this server, so there is nothing that we can show to you here.</p>", "error page")]
    [InlineData("<title>Seite nicht gefunden | Zeitung</title><h1>Seite nicht gefunden</h1><p>Die gewünschte Seite gibt es leider nicht mehr, oder die Adresse wurde falsch eingegeben. Bitte nutzen Sie unsere Suche oder gehen Sie zur Startseite.</p>", "error page")]
    [InlineData("<title>Page introuvable</title><p>La page que vous cherchez n'existe plus ou a été déplacée. Vous pouvez revenir à l'accueil ou utiliser le moteur de recherche du site.</p>", "error page")]
    [InlineData("<title>Página no encontrada</title><p>Lo sentimos, la página que busca no está disponible, quizá porque la dirección ha cambiado o porque la noticia fue retirada hace tiempo.</p>", "error page")]
    [InlineData("<title>Страница не найдена</title><p>К сожалению, запрошенная вами страница не найдена, возможно, она была удалена или её адрес изменился, попробуйте начать с главной страницы.</p>", "error page")]
    [InlineData("<title>ページが見つかりません</title><p>お探しのページは見つかりませんでした。削除されたか、アドレスが変更された可能性があります。トップページからお探しください。</p>", "error page")]
    [InlineData("<title>503 Service Temporarily Unavailable</title><h1>503</h1>", "error page")]
    [InlineData("<title>Just a moment...</title><p>Verify you are human by completing the action below. The site needs to review the security of your connection before proceeding.</p>", "robot check")]
    [InlineData("<title>Site</title><p>We use cookies. Accept our cookie policy to go on.</p><button>Accept</button>", "consent")]
    [InlineData("<title>Before you continue</title><div><p>We and our 842 partners store cookies on your device and process personal data, such as unique identifiers, for personalised ads and content, and to measure them.</p><p>With your consent we may also use precise location data. You can change your choices at any time in our privacy policy.</p><button>Accept all</button></div>", "consent")]
    [InlineData("<title>Zustimmung</title><div><p>Wir und unsere Partner speichern Cookies auf Ihrem Gerät und verarbeiten personenbezogene Daten, um Ihnen passende Anzeigen zu zeigen und deren Leistung zu messen.</p><p>Näheres steht in unserer Datenschutzerklärung; Cookies können Sie jederzeit ablehnen.</p></div>", "consent")]
    [InlineData("<title>Site</title><form><label>Name <input></label><a href=/x>Log in</a> <a href=/y>Create account</a></form>", "log-in")]
    [InlineData("<title>Mon compte</title><form><p>Identifiez-vous pour lire cet article.</p><input type=text><input type=password><button>OK</button></form>", "log-in")]
    [InlineData("<title>Site</title><ul><li><a href=/a>First headline here</a><li><a href=/b>Second headline here</a><li><a href=/c>Third headline here</a></ul>", "home page")]
    public void Clean_PageWithoutArticle_SaysWhatItIs(string page, string word)
    {
        var rejection = CleanerCalls.Clean(page, MediaKind.Html).Rejection;

        Assert.Equal(RejectionCategory.NoArticle, rejection?.Category);
        Assert.Contains(word, rejection!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Council votes to keep the river bridge closed", "The council voted on Monday evening to keep the bridge closed until next spring, after a long debate.")]
    [InlineData("de", "Der Stadtrat lässt die Brücke weiter gesperrt", "Der Stadtrat hat am Montagabend nach langer Debatte beschlossen, die Brücke bis zum Frühjahr gesperrt zu lassen.")]
    [InlineData("pl", "Rada miasta zdecydowała o zamknięciu mostu", "Rada miasta zdecydowała w poniedziałek po długiej debacie, że most pozostanie zamknięty aż do wiosny przyszłego roku.")]
    [InlineData("ko", "시의회가 다리 폐쇄를 계속하기로 했다", "시의회는 월요일 저녁 긴 토론 끝에 다리를 내년 봄까지 계속 폐쇄하기로 결정했다고 발표했다. 시민들은 불편을 호소했다.")]
    public void Clean_SectionFront_IsTakenForNone(string language, string headline, string teaser)
    {
        var teasers = string.Concat(Enumerable.Range(1, 14).Select(i =>
            $"<div class=teaser><h3><a href=/local/{i}>{headline} ({i})</a></h3><p>{teaser}</p></div>"));
        var page = $"<html lang={language}><title>Local</title><h1>Local</h1><div class=list>{teasers}</div></html>";

        Assert.Contains("section front", CleanerCalls.Clean(page, MediaKind.Html).Rejection?.Reason ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404 dead in quake, officials say")]
    [InlineData("Treasure not found: how three divers spent ten years and a fortune looking for a ship that was never there")]
    [InlineData("Why cookies are going away")]
    public void Clean_ArticleWhoseTitleReadsLikeAnError_IsKept(string title)
    {
        const string Paragraph = "<p>The officials said on Tuesday that the count was not final, and that the cookies of the relief kitchen would not be sold but given away, as the privacy of each helper allows.</p>";
        var page = $"<title>{title}</title><meta property=og:type content=article><article><h1>{title}</h1>{Paragraph}{Paragraph.Replace("Tuesday", "Friday", StringComparison.Ordinal)}"
            + $"{Paragraph.Replace("Tuesday", "Monday", StringComparison.Ordinal)}</article>";

        Assert.Null(CleanerCalls.Clean(page, MediaKind.Html).Rejection);
    }
}
