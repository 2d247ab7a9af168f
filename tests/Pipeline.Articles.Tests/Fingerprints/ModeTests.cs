using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

/// <summary>Each script finds a cut and edited copy of a text, and keeps another text apart.</summary>
public sealed class ModeTests
{
    private static readonly Dictionary<string, (ShingleMode Mode, string Letters, int WordLength, string Separator)> Scripts = new()
    {
        ["Latin"] = (ShingleMode.Facts, "abcdefghijklmnopqrstuvwxyz", 6, " "),
        ["Cyrillic"] = (ShingleMode.Facts, "абвгдежзиклмнопрстуфхцчшэюя", 6, " "),
        ["Greek"] = (ShingleMode.Facts, "αβγδεζηθικλμνξοπρστυφχψω", 6, " "),
        ["Arabic"] = (ShingleMode.Words, "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", 5, " "),
        ["Hebrew"] = (ShingleMode.Words, "אבגדהוזחטיכלמנסעפצקרשת", 5, " "),
        ["Devanagari"] = (ShingleMode.Words, "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह", 4, " "),
        ["Han"] = (ShingleMode.Characters, "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年", 4, "，"),
        ["Hangul"] = (ShingleMode.Characters, "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허", 3, " "),
        ["Kana"] = (ShingleMode.Characters, "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ", 4, "、"),
        ["Thai"] = (ShingleMode.Characters, "กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวสหอฮ", 5, ""),
    };

    public static TheoryData<string> Names => new(Scripts.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Sketch_EachScript_HasItsMode(string script) =>
        Assert.Equal(Scripts[script].Mode, Fingerprinter.Of("", Text(script, 1)).Sketch.Mode);

    [Theory]
    [MemberData(nameof(Names))]
    public void Similarity_CutCopy_IsCopy(string script)
    {
        var text = Text(script, 1);
        Assert.True(Compare(text, text[..(text.Length / 2)]).IsCopy);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Similarity_OtherTextOfTheScript_IsNoCopy(string script) => Assert.False(Compare(Text(script, 1), Text(script, 2)).IsCopy);

    private static SketchSimilarity Compare(string first, string second) =>
        SketchSimilarity.Between(Fingerprinter.Of("", first).Sketch, Fingerprinter.Of("", second).Sketch)!;

    private static string Text(string script, int seed)
    {
        var (_, letters, length, separator) = Scripts[script];
        var random = new Random(seed);
        var words = Enumerable.Range(0, 300).Select(index =>
        {
            var word = string.Concat(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]));
            return index % 4 == 1 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
        });
        return string.Join(separator, words) + ".";
    }
}
