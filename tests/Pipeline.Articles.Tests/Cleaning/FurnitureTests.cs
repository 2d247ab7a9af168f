using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

/// <summary>What sites put around and into their articles, each kind in some language, amid the paragraphs of an article in that language.</summary>
public class FurnitureTests
{
    private static readonly Dictionary<string, (string Title, string[] Paragraphs)> Articles = new()
    {
        ["en"] = ("River bridge closes for a year",
        [
            "The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year or longer.",
            "Engineers found cracks in two of its five piers in March, and the council could not wait any longer, its speaker said on Friday.",
            "Drivers will have to take the motorway bridge, four kilometres to the north, until the work has been finished next spring.",
            "The city expects the work to cost nine million euros, of which the state will pay two thirds, according to its own budget.",
        ]),
        ["de"] = ("Flussbrücke wird für ein Jahr gesperrt",
        [
            "Die alte Brücke über den Fluss wird ab Montag gesperrt, wie der Stadtrat mitteilte, und sie bleibt es für mindestens ein Jahr.",
            "Ingenieure hatten im März Risse in zwei der fünf Pfeiler gefunden, und länger habe man nicht warten können, sagte die Sprecherin am Freitag.",
            "Autofahrer müssen bis zum Ende der Arbeiten im nächsten Frühjahr auf die Autobahnbrücke vier Kilometer nördlich ausweichen.",
            "Die Stadt rechnet mit Kosten von neun Millionen Euro, von denen das Land nach eigenen Angaben zwei Drittel übernehmen wird.",
        ]),
        ["es"] = ("El puente del río cierra durante un año",
        [
            "El viejo puente sobre el río estará cerrado desde el lunes, según anunció el ayuntamiento, y seguirá cerrado al menos un año.",
            "Los ingenieros hallaron en marzo grietas en dos de los cinco pilares y no se podía esperar más, dijo el viernes la portavoz municipal.",
            "Los conductores tendrán que usar el puente de la autopista, cuatro kilómetros al norte, hasta que terminen las obras en primavera.",
            "El ayuntamiento calcula que las obras costarán nueve millones de euros, de los que el Estado pagará dos tercios este año.",
        ]),
        ["fr"] = ("Le pont sur le fleuve ferme pour un an",
        [
            "Le vieux pont sur le fleuve sera fermé à partir de lundi, a annoncé le conseil municipal, et il le restera pendant au moins un an.",
            "Des ingénieurs ont découvert en mars des fissures dans deux des cinq piles, et l'on ne pouvait plus attendre, a dit la porte-parole vendredi.",
            "Les automobilistes devront emprunter le pont de l'autoroute, quatre kilomètres plus au nord, jusqu'à la fin des travaux au printemps.",
            "La ville estime le coût des travaux à neuf millions d'euros, dont l'État prendra deux tiers à sa charge, selon son propre budget.",
        ]),
        ["ru"] = ("Мост через реку закрывают на год",
        [
            "Старый мост через реку будет закрыт с понедельника, сообщил городской совет, и он останется закрытым как минимум на один год.",
            "В марте инженеры нашли трещины в двух из пяти опор, и ждать дольше было нельзя, сказала в пятницу представительница администрации.",
            "До окончания работ весной водителям придётся ездить по мосту автомагистрали, который находится в четырёх километрах севернее.",
            "По расчётам города, работы обойдутся в девять миллионов евро, из которых две трети, согласно бюджету, заплатит государство.",
        ]),
    };

    [Theory]
    [InlineData("advertisement", "en", "<div class='ad-slot'><span class=label>Advertisement</span><p>Save 40% on garden chairs this week only!</p></div>")]
    [InlineData("advertisement", "de", "<div class=anzeige><p>Anzeige</p></div>")]
    [InlineData("newsletter", "en", "<div class='newsletter-signup'><h3>Get the Crier in your inbox</h3><p>Sign up for our daily newsletter and never miss a story.</p><form><input type=email><button>Subscribe</button></form></div>")]
    [InlineData("newsletter", "fr", "<aside class='newsletter'><p>Recevez chaque matin notre newsletter : inscrivez-vous gratuitement.</p><form><input type=email></form></aside>")]
    [InlineData("share box", "en", "<ul class='share-buttons'><li><a href=#>Share on Facebook</a></li><li><a href=#>Tweet</a></li><li><a href=#>Copy link</a></li></ul>")]
    [InlineData("share box", "es", "<div class='social-share'><span>Compartir</span> <a href=#>Facebook</a> <a href=#>Twitter</a> <a href=#>WhatsApp</a></div>")]
    [InlineData("related links", "en", "<aside class=related><h3>Related articles</h3><ul><li><a href=/a>Motorway to be widened next year</a></li><li><a href=/b>Ferry starts again after the flood</a></li></ul></aside>")]
    [InlineData("related links", "ru", "<div class='related'><h4>Читайте также</h4><a href=/a>Трассу расширят в следующем году</a><br><br><a href=/b>Паром снова начал работу</a></div>")]
    [InlineData("read more", "de", "<p class=lesen-sie-auch><strong>Lesen Sie auch:</strong> <a href=/a>Die Autobahn wird im nächsten Jahr ausgebaut</a></p>")]
    [InlineData("read more", "es", "<p><strong>Lea también: </strong><a href=/a>La autopista será ampliada el próximo año</a></p>")]
    [InlineData("read more", "fr", "<p><a href=/a><b>À lire aussi : </b>L'autoroute sera élargie l'an prochain</a></p>")]
    [InlineData("caption", "en", "<figure><img src=a.jpg><figcaption>The bridge seen from the north bank. Photo: Jane Doe/The Crier</figcaption></figure>")]
    [InlineData("caption", "de", "<figure class=image><img src=a.jpg><figcaption>Die Brücke vom Nordufer aus gesehen. Foto: Max Muster/dpa</figcaption></figure>")]
    [InlineData("cookie notice", "en", "<div id='cookie-banner' class='cookie-consent'><p>We use cookies to improve your experience. By continuing you accept our cookie policy.</p><button>Accept</button></div>")]
    [InlineData("cookie notice", "de", "<div class='cookie-hinweis' role=dialog><p>Wir verwenden Cookies, um unser Angebot zu verbessern. Mehr in der Datenschutzerklärung.</p><button>Zustimmen</button></div>")]
    [InlineData("paywall notice", "en", "<div class='paywall-prompt'><p>Subscribe to continue reading. Already a subscriber? <a href=/login>Log in</a></p></div>")]
    [InlineData("embed notice", "de", "<div class=embed><p>An dieser Stelle finden Sie einen externen Inhalt von YouTube, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen lassen.</p></div>")]
    [InlineData("embed notice", "fr", "<div class=embed><p>Ce contenu externe est masqué. Acceptez les traceurs de Twitter pour l'afficher ici.</p></div>")]
    [InlineData("video player", "en", "<div class='video-player'><p class=video-title>Now playing: How the bridge was built</p><video src=x></video></div>")]
    public void Clean_FurnitureInsideTheArticle_TakesItOut(string kind, string language, string furniture)
    {
        var (title, paragraphs) = Articles[language];
        var page = Page(language, title, $"<p>{paragraphs[0]}</p><p>{paragraphs[1]}</p>{furniture}<p>{paragraphs[2]}</p><p>{paragraphs[3]}</p>", "");

        Assert.True(paragraphs.SequenceEqual(CleanerCalls.Article(page, MediaKind.Html).Text.Split("\n\n")), $"{kind}: {CleanerCalls.Article(page, MediaKind.Html).Text}");
    }

    [Theory]
    [InlineData("comments", "en", "<section id=comments class=comments><h3>2 comments</h3><div class=comment><b>riverman</b><p>It was about time, I have been driving around that bridge for years and nobody cared.</p></div><div class=comment><b>anna_k</b><p>And who is going to pay for all of this? We are, as always, I suppose.</p></div></section>")]
    [InlineData("comments", "de", "<div class='kommentare' id=comments><h3>Kommentare</h3><div class=comment><p>Das wurde aber auch Zeit, seit Jahren fahre ich um diese Brücke herum und keinen kümmert es.</p></div></div>")]
    [InlineData("author", "en", "<div class='author-bio'><h4>About the author</h4><p>Jane Doe is a reporter for the Crier. She covers the city council and has been writing about bridges since 2009.</p></div>")]
    [InlineData("author", "es", "<div class='author-box'><h4>Sobre la autora</h4><p>Juana Pérez es periodista y escribe sobre política municipal desde 2009.</p></div>")]
    [InlineData("consent box", "en", "<div class='privacy-modal'><div class='privacy-modal-content'><p class=privacy-modal-text>When you visit our website, we store information on your browser, which might be about you, your preferences or your device.</p><p class=privacy-modal-text>You may ask us at any time to delete what we hold, and you can choose which kinds of information we may store from now on.</p></div></div>")]
    [InlineData("related teasers", "en", "<div class=more-stories><h2>More stories</h2><article class=card><h3><a href=/a>Motorway to be widened next year</a></h3><p>The motorway north of the city gets two more lanes, the ministry said.</p></article><article class=card><h3><a href=/b>Ferry starts again after the flood</a></h3><p>Six weeks after the flood the ferry carries passengers again.</p></article></div>")]
    [InlineData("live ticker", "de", "<aside class='live-ticker ticker'><h3>Liveticker</h3><ul><li><a href=/t1>12:03 Stau auf der Autobahn löst sich auf</a></li><li><a href=/t2>11:47 Unfall am Nordkreuz</a></li></ul></aside>")]
    [InlineData("tags", "fr", "<div class='tags'><span>Sur le même sujet</span> <a href=/tag/pont>pont</a> <a href=/tag/fleuve>fleuve</a> <a href=/tag/travaux>travaux</a></div>")]
    public void Clean_FurnitureBehindTheArticle_EndsBeforeIt(string kind, string language, string furniture)
    {
        var (title, paragraphs) = Articles[language];
        var page = Page(language, title, string.Concat(paragraphs.Select(p => $"<p>{p}</p>")), furniture);

        Assert.True(paragraphs.SequenceEqual(CleanerCalls.Article(page, MediaKind.Html).Text.Split("\n\n")), $"{kind}: {CleanerCalls.Article(page, MediaKind.Html).Text}");
    }

    [Theory]
    [InlineData("<h2>A long wait for the ferry</h2>", "A long wait for the ferry")]
    [InlineData("<blockquote><p>“We could not wait any longer, since the cracks were growing by the week.”</p></blockquote>", "“We could not wait any longer, since the cracks were growing by the week.”")]
    [InlineData("<ul><li>Cars and lorries must use the motorway bridge from Monday.</li><li>Cyclists may use the ferry free of charge until next spring.</li></ul>", "Cars and lorries must use the motorway bridge from Monday.\n\nCyclists may use the ferry free of charge until next spring.")]
    public void Clean_PartOfTheArticle_Stays(string part, string expected)
    {
        var (title, paragraphs) = Articles["en"];
        var page = Page("en", title, $"<p>{paragraphs[0]}</p><p>{paragraphs[1]}</p>{part}<p>{paragraphs[2]}</p><p>{paragraphs[3]}</p>", "");

        Assert.Equal(string.Join("\n\n", paragraphs[0], paragraphs[1], expected, paragraphs[2], paragraphs[3]), CleanerCalls.Article(page, MediaKind.Html).Text);
    }

    private static string Page(string language, string title, string body, string after) => $"""
        <!doctype html><html lang="{language}"><head><title>{title} | The Crier</title><meta property="og:title" content="{title}"><meta property="og:type" content="article"></head>
        <body><header><nav><ul><li><a href="/">The Crier</a></li><li><a href="/sport">Sport</a></li><li><a href="/kultur">Culture</a></li></ul></nav></header>
        <main><article><h1>{title}</h1><div class="article-body">{body}</div></article>{after}</main>
        <footer><p>© 2024 The Crier</p></footer></body></html>
        """;
}
