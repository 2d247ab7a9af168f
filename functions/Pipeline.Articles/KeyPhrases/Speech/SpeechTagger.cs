using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases.Speech;

/// <summary>
/// Parts of speech of English words: a greedy averaged perceptron (Collins 2002) over <see cref="SpeechTemplates"/>.
/// Read only after loading; one instance serves all threads.
/// </summary>
internal sealed class SpeechTagger
{
    public const int Parts = 7;

    /// <summary>Bytes of a feature's weights, one unused.</summary>
    private const int Width = 8;

    private static readonly Lazy<SpeechTagger> Loaded = new(Embedded);

    private readonly (uint Hash, ulong Weights)[] _slots;

    private SpeechTagger(int features)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, features * 2));
        _slots = new (uint, ulong)[size];
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
            var weights = 0UL;
            for (var part = 0; part < Parts; part++)
                weights |= (ulong)reader.ReadByte() << (8 * part);
            tagger._slots[tagger.Slot(hash)] = (hash, weights);
        }
        return tagger;
    }

    public SpeechPart[] Tag(string text, List<Token> tokens)
    {
        var all = CollectionsMarshal.AsSpan(tokens);
        var words = SpeechWord.Of(text, all);
        var parts = new SpeechPart[all.Length];
        Span<uint> features = stackalloc uint[SpeechTemplates.Count];
        for (var at = 0; at < parts.Length; at++)
        {
            ref readonly var token = ref all[at];
            if (token.Kind is TokenKind.Mark or TokenKind.Possessive)
                continue;
            if (token.Kind == TokenKind.Number)
            {
                parts[at] = SpeechPart.Number;
                continue;
            }
            var opens = token.OpensSentence;
            var before = opens || at == 0 ? SpeechPart.Other : parts[at - 1];
            var twoBefore = opens || at < 2 || all[at - 1].OpensSentence ? SpeechPart.Other : parts[at - 2];
            SpeechTemplates.Write(text, all, words, at, before, twoBefore, features);
            parts[at] = Best(features);
        }
        return parts;
    }

    private SpeechPart Best(ReadOnlySpan<uint> features)
    {
        var scores = Vector128<short>.Zero;
        foreach (var feature in features)
            scores += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Weights(feature)).AsSByte());
        // The part in the lowest bits: of equal scores the first part's is the greatest.
        var best = int.MinValue;
        for (var part = 0; part < Parts; part++)
            best = Math.Max(best, (scores[part] * Width) + Width - 1 - part);
        return (SpeechPart)(Width - 1 - (best & (Width - 1)));
    }

    private static SpeechTagger Embedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Models.speech.bin")
            ?? throw new InvalidOperationException("The assembly holds no model of parts of speech.");
        return Read(stream);
    }

    /// <summary>A signed byte for each part, all 0 for a feature that tells nothing.</summary>
    private ulong Weights(uint feature)
    {
        ref readonly var slot = ref _slots[Slot(feature)];
        return slot.Hash == feature ? slot.Weights : 0;
    }

    private int Slot(uint hash)
    {
        var mask = (uint)(_slots.Length - 1);
        var slot = hash & mask;
        while (_slots[slot].Hash != 0 && _slots[slot].Hash != hash)
            slot = (slot + 1) & mask;
        return (int)slot;
    }
}
