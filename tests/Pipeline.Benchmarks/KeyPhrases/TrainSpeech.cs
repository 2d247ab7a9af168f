using System.Globalization;
using System.IO.Compression;
using Pipeline.Articles.KeyPhrases.Speech;
using Pipeline.Articles.Tokens;

namespace Pipeline.Benchmarks.KeyPhrases;

/// <summary>
/// <c>train-speech --data FOLDER --out FILE</c>: FOLDER holds gmb-pos.tsv.gz, a token and its Penn tag a line, an empty
/// line after each sentence. The same input gives the same bytes.
/// </summary>
internal static class TrainSpeech
{
    private const int Epochs = 4;
    private const int HeldOutEvery = 20;

    public static int Run(string data, string output)
    {
        var sentences = Read(Path.Combine(data, "gmb-pos.tsv.gz")).ToList();
        var trainer = new SpeechTrainer();
        var order = Enumerable.Range(0, sentences.Count).Where(index => index % HeldOutEvery != 0).ToArray();
        var random = new Random(20260801);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
                trainer.Learn(sentences[index].Text, sentences[index].Tokens, sentences[index].Parts);
        }
        var model = trainer.Write();
        File.WriteAllBytes(output, model);
        using var stream = new MemoryStream(model);
        var tagger = SpeechTagger.Read(stream);
        var (right, all) = (0, 0);
        foreach (var (_, (text, tokens, parts)) in sentences.Index().Where(item => item.Index % HeldOutEvery == 0))
        {
            var tagged = tagger.Tag(text, tokens);
            all += parts.Length;
            right += tagged.Zip(parts).Count(pair => pair.First == pair.Second);
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{model.Length} bytes, {100.0 * right / all:F2} % of {all} held-out tokens right"));
        return 0;
    }

    private static IEnumerable<(string Text, List<Token> Tokens, SpeechPart[] Parts)> Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var words = new List<(string Word, string Tag)>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (parts.Length == 2 && parts[0].Length > 0)
                words.Add((parts[0], parts[1]));
            else if (words.Count > 0)
            {
                yield return Sentence(words);
                words.Clear();
            }
        }
        if (words.Count > 0)
            yield return Sentence(words);
    }

    private static (string Text, List<Token> Tokens, SpeechPart[] Parts) Sentence(List<(string Word, string Tag)> words)
    {
        var tokens = new List<Token>(words.Count);
        var at = 0;
        foreach (var (word, tag) in words)
        {
            var kind = tag == "POS" ? TokenKind.Possessive : char.IsAsciiDigit(word[0]) ? TokenKind.Number
                : char.IsLetter(word[0]) ? TokenKind.Word : TokenKind.Mark;
            tokens.Add(new Token(at, word.Length, kind, at > 0, at == 0, at == 0));
            at += word.Length + 1;
        }
        return (string.Join(' ', words.Select(word => word.Word)), tokens, [.. words.Select((word, index) => Part(word.Tag, tokens[index].Kind))]);
    }

    private static SpeechPart Part(string tag, TokenKind kind) => kind switch
    {
        TokenKind.Mark or TokenKind.Possessive => SpeechPart.Other,
        TokenKind.Number => SpeechPart.Number,
        _ => tag switch
        {
            "NN" or "NNS" => SpeechPart.Noun,
            "NNP" or "NNPS" => SpeechPart.ProperNoun,
            "JJ" or "JJR" or "JJS" => SpeechPart.Adjective,
            "VB" or "VBD" or "VBG" or "VBN" or "VBP" or "VBZ" or "MD" => SpeechPart.Verb,
            "RB" or "RBR" or "RBS" => SpeechPart.Adverb,
            "CD" => SpeechPart.Number,
            _ => SpeechPart.Other,
        },
    };
}
