using System.Reflection;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases.Speech;

/// <summary>
/// Parts of speech of English words: a greedy averaged perceptron (Collins 2002) over <see cref="SpeechTemplates"/>.
/// Read only after loading; one instance serves all threads.
/// </summary>
internal sealed class SpeechTagger
{
    public const int Parts = 7;

    /// <summary>Weights of a feature, one unused.</summary>
    private const int Width = 8;

    private static readonly Lazy<SpeechTagger> Loaded = new(Embedded);

    private readonly uint[] _slotHashes;
    private readonly sbyte[] _slotWeights;

    private SpeechTagger(int features)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, features * 2));
        (_slotHashes, _slotWeights) = (new uint[size], new sbyte[size * Width]);
    }

    public static SpeechTagger Default => Loaded.Value;

    /// <summary>Layout, little endian: count, then for each feature its hash and Parts signed weights.</summary>
    public static SpeechTagger Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var count = reader.ReadInt32();
        var tagger = new SpeechTagger(count);
        for (var i = 0; i < count; i++)
        {
            var hash = reader.ReadUInt32();
            var slot = tagger.Slot(hash);
            tagger._slotHashes[slot] = hash;
            for (var part = 0; part < Parts; part++)
                tagger._slotWeights[(slot * Width) + part] = reader.ReadSByte();
        }
        return tagger;
    }

    public SpeechPart[] Tag(string text, IReadOnlyList<Token> tokens)
    {
        var parts = new SpeechPart[tokens.Count];
        Span<uint> features = stackalloc uint[SpeechTemplates.Count];
        Span<int> scores = stackalloc int[Parts];
        for (var at = 0; at < parts.Length; at++)
        {
            if (tokens[at].Kind is TokenKind.Mark or TokenKind.Possessive)
                continue;
            if (tokens[at].Kind == TokenKind.Number)
            {
                parts[at] = SpeechPart.Number;
                continue;
            }
            var opens = tokens[at].OpensSentence;
            var before = opens || at == 0 ? SpeechPart.Other : parts[at - 1];
            var twoBefore = opens || at < 2 || tokens[at - 1].OpensSentence ? SpeechPart.Other : parts[at - 2];
            SpeechTemplates.Write(text, tokens, at, before, twoBefore, features);
            scores.Clear();
            foreach (var feature in features)
                Add(feature, scores);
            var best = 0;
            for (var part = 1; part < Parts; part++)
            {
                if (scores[part] > scores[best])
                    best = part;
            }
            parts[at] = (SpeechPart)best;
        }
        return parts;
    }

    private static SpeechTagger Embedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Models.speech.bin")
            ?? throw new InvalidOperationException("The assembly holds no model of parts of speech.");
        return Read(stream);
    }

    private void Add(uint feature, Span<int> scores)
    {
        var slot = Slot(feature);
        if (_slotHashes[slot] != feature)
            return;
        var weights = _slotWeights.AsSpan(slot * Width, Parts);
        for (var part = 0; part < Parts; part++)
            scores[part] += weights[part];
    }

    private int Slot(uint hash)
    {
        var mask = (uint)(_slotHashes.Length - 1);
        var slot = hash & mask;
        while (_slotHashes[slot] != 0 && _slotHashes[slot] != hash)
            slot = (slot + 1) & mask;
        return (int)slot;
    }
}
