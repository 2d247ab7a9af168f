using FsCheck.Xunit;
using Pipeline.Articles.Languages;

namespace Pipeline.Articles.Tests.Languages;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "The president said on Monday that the government would not change its plans for the coming year.")]
    [InlineData("de", "Die Regierung hat am Montag mitgeteilt, dass sie ihre Pläne für das kommende Jahr nicht ändern wird.")]
    [InlineData("fr", "Le gouvernement a annoncé lundi qu'il ne changerait pas ses projets pour l'année prochaine.")]
    [InlineData("es", "El gobierno anunció el lunes que no cambiará sus planes para el próximo año, según el ministro.")]
    [InlineData("pt", "O governo anunciou na segunda-feira que não vai mudar os seus planos para o próximo ano.")]
    [InlineData("it", "Il governo ha annunciato lunedì che non cambierà i suoi piani per il prossimo anno.")]
    [InlineData("nl", "De regering heeft maandag gezegd dat zij haar plannen voor het komende jaar niet zal wijzigen.")]
    [InlineData("sv", "Regeringen meddelade på måndagen att den inte kommer att ändra sina planer för nästa år.")]
    [InlineData("pl", "Rząd ogłosił w poniedziałek, że nie zmieni swoich planów na przyszły rok.")]
    [InlineData("tr", "Hükümet pazartesi günü gelecek yıl için planlarını değiştirmeyeceğini açıkladı.")]
    [InlineData("id", "Pemerintah mengatakan pada hari Senin bahwa rencana tersebut tidak akan berubah untuk tahun depan.")]
    [InlineData("ru", "Правительство заявило в понедельник, что не изменит своих планов на следующий год.")]
    [InlineData("uk", "Уряд заявив у понеділок, що не змінить своїх планів на наступний рік.")]
    [InlineData("ar", "أعلنت الحكومة يوم الاثنين أنها لن تغير خططها للعام المقبل.")]
    [InlineData("fa", "دولت روز دوشنبه اعلام کرد که برنامه های خود را برای سال آینده تغییر نخواهد داد.")]
    [InlineData("hi", "सरकार ने सोमवार को कहा कि वह अगले साल के लिए अपनी योजनाओं में बदलाव नहीं करेगी।")]
    [InlineData("zh", "政府周一表示，不会改变明年的计划。")]
    [InlineData("ja", "政府は月曜日に、来年の計画を変更しないと発表した。")]
    [InlineData("ko", "정부는 월요일에 내년 계획을 바꾸지 않겠다고 밝혔다.")]
    [InlineData("el", "Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι δεν θα αλλάξει τα σχέδιά της.")]
    [InlineData("th", "รัฐบาลกล่าวเมื่อวันจันทร์ว่าจะไม่เปลี่ยนแผน")]
    public void Identify_Sentence_ItsLanguage(string tag, string text)
    {
        var language = LanguageIdentifier.Default.Identify(text);
        Assert.Equal(tag, language.Tag);
        Assert.InRange(language.Confidence, 0.5, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345 67890 !!! ---")]
    [InlineData("OK")]
    [InlineData("\uD83D\uDE00\uD83D")]
    public void Identify_NoLetters_Unknown(string text) =>
        Assert.Equal(IdentifiedLanguage.Unknown, LanguageIdentifier.Default.Identify(text));

    [Fact]
    public void Languages_Count_AtLeastForty() => Assert.True(LanguageIdentifier.Default.Languages.Count >= 40);

    [Property(MaxTest = 200)]
    public void Identify_AnyText_NeverThrows(string? text) =>
        Assert.InRange(LanguageIdentifier.Default.Identify(text).Confidence, 0, 1);
}
