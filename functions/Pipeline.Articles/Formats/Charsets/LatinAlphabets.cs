namespace Pipeline.Articles.Formats.Charsets;

/// <summary>
/// Letters beyond ASCII of languages in Latin script. Bytes read in the wrong one of the Latin charsets give letters that no
/// one language uses together.
/// </summary>
internal static class LatinAlphabets
{
    private const char End = '\u0380';

    private static readonly string[] Alphabets =
    [
        "äöüß", // German
        "àâæçéèêëîïôœùûüÿ", // French
        "áéíñóúüªº", // Spanish
        "áâãàçéêíóôõúüªº", // Portuguese
        "àáçéèíïòóúü·", // Catalan
        "àèéìíîòóùú", // Italian
        "áéëèïíóöüúê", // Dutch
        "åäöéæøàüè", // Swedish, Danish, Norwegian, Finnish
        "áðéíóúýþæö", // Icelandic
        "äõöüšž", // Estonian
        "ąćęłńóśźż", // Polish
        "áčďéěíňóřšťúůýž", // Czech
        "áäčďéíľĺňóôŕšťúýž", // Slovak
        "áéíóöőúüű", // Hungarian
        "ăâîșțşţ", // Romanian
        "čćđšž", // Croatian, Bosnian, Slovene, Serbian
        "çğıöşüâîû", // Turkish
        "ąčęėįšųūž", // Lithuanian
        "āčēģīķļņšūž", // Latvian
        "çë", // Albanian
        "ăâđêôơưàáãèéêìíòóõùúý\u0300\u0301\u0303\u0309\u0323", // Vietnamese
        "ċġħż", // Maltese
    ];

    private static readonly uint[] Bits = [.. Enumerable.Range(0, End).Select(c => BitsOf((char)c))];

    public static int Count => Alphabets.Length;

    /// <summary>One bit for each alphabet that has the letter, small or capital.</summary>
    public static uint Of(char letter) => letter < End ? Bits[letter] : 0;

    private static uint BitsOf(char letter)
    {
        var lower = char.ToLowerInvariant(letter == 'İ' ? 'ı' : letter);
        var bits = 0u;
        for (var i = 0; i < Alphabets.Length; i++)
        {
            bits |= Alphabets[i].Contains(lower, StringComparison.Ordinal) ? 1u << i : 0;
        }

        return bits;
    }
}
