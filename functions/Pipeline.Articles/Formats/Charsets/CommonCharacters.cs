using System.Buffers;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>
/// The characters that make up a third or more of any running text in their language, and two or three in a hundred of one
/// that was decoded wrongly.
/// </summary>
internal static class CommonCharacters
{
    private static readonly SearchValues<char> Set = SearchValues.Create(
        "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起"
        + "这们个来时说国对会过学后里为么还发经实现进动开关长问题机电车门见书东马风飞鱼鸟龙报记者称据表示市政府公司将月新闻部"
        + "這們個來時說國對會過學後裡為麼還發經實現進動開關長問題機電車門見書東馬風飛魚鳥龍報記者稱據表示將月新聞與從當於點"
        + "本日事分出同三二十場合社政府市長県選挙党首相経済問題東京大学会議員法年月時前後者間的数理用方今力金見新高行業"
        + "のにはをたがでてとしれさいるなもあかこうらりそまくすけせよめきどろつちじんやアイスルトンリラクシドプレ"
        + "이다는의에을가고하지로서도한기사를인은어대시자정리부그일나들과해보라수장전제있것년월게만성주상원스아구으신계었며여했습니");

    private static readonly SearchValues<char> Letters = SearchValues.Create("оеаинтсрвлкмдпуіαοιεητσνυρיוהלאתרמבשנاليمونرتبةعانกรมงยวสเทด");

    public static bool Include(char c) => Set.Contains(c);

    /// <summary>The same for the letters of alphabets, which make up two thirds or more.</summary>
    public static bool IncludeLetter(char c) => Letters.Contains(c);
}
