using System.Text;
using FsCheck.Xunit;
using Pipeline.Articles.Entities;
using Pipeline.Testing.Timing;

namespace Pipeline.Articles.Tests.Entities;

public sealed class LocalEntityRecogniserTests
{
    private static readonly LocalEntityRecogniser Recogniser = new();

    [Theory]
    [InlineData("He left on October 11, 2025 for good.", "October 11, 2025", EntityCategory.DateTime, "Date")]
    [InlineData("He left on 11 October 2025 for good.", "11 October 2025", EntityCategory.DateTime, "Date")]
    [InlineData("It was dated 2025-10-11 there.", "2025-10-11", EntityCategory.DateTime, "Date")]
    [InlineData("They met on Wednesday again.", "Wednesday", EntityCategory.DateTime, "Date")]
    [InlineData("They met from 2010 to 2015 again.", "from 2010 to 2015", EntityCategory.DateTime, "DateRange")]
    [InlineData("They met at 5:30 p.m. again.", "5:30 p.m.", EntityCategory.DateTime, "Time")]
    [InlineData("It lasted three years in all.", "three years", EntityCategory.DateTime, "Duration")]
    [InlineData("It happened three years ago there.", "three years ago", EntityCategory.DateTime, "Date")]
    [InlineData("It rains every week there.", "every week", EntityCategory.DateTime, "Set")]
    [InlineData("About 30,000 soldiers went.", "30,000", EntityCategory.Quantity, "Number")]
    [InlineData("Prices rose 4.5 percent there.", "4.5 percent", EntityCategory.Quantity, "Percentage")]
    [InlineData("Prices rose 4.5% there.", "4.5%", EntityCategory.Quantity, "Percentage")]
    [InlineData("It cost $3.5 million there.", "$3.5 million", EntityCategory.Quantity, "Currency")]
    [InlineData("It cost 40 billion yuan there.", "40 billion yuan", EntityCategory.Quantity, "Currency")]
    [InlineData("A 36-year-old man walked.", "36-year-old", EntityCategory.Quantity, "Age")]
    [InlineData("They walked 12 kilometres there.", "12 kilometres", EntityCategory.Quantity, "Dimension")]
    [InlineData("It was 30 degrees Celsius there.", "30 degrees Celsius", EntityCategory.Quantity, "Temperature")]
    [InlineData("It was the 22nd attempt there.", "22nd", EntityCategory.Quantity, "Ordinal")]
    [InlineData("See https://example.org/a?b=(c).", "https://example.org/a?b=(c)", EntityCategory.Url, null)]
    [InlineData("Write to jane.doe@example.org.", "jane.doe@example.org", EntityCategory.Email, null)]
    [InlineData("The host 192.168.10.1 answered.", "192.168.10.1", EntityCategory.IP, null)]
    [InlineData("Call +44 20 7946 0958 now.", "+44 20 7946 0958", EntityCategory.PhoneNumber, null)]
    [InlineData("Troops went from North Korea on foot.", "North Korea", EntityCategory.Location, "GPE")]
    [InlineData("Many Russians left.", "Russians", EntityCategory.PersonType, null)]
    public void Recognise_WrittenForms_FoundWithCategory(string text, string mention, EntityCategory category, string? subcategory)
    {
        var found = Recogniser.Recognise(text, "en");
        var hit = Assert.Single(found, m => m.Text == mention);
        Assert.Equal((category, subcategory), (hit.Category, hit.Subcategory));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00 \uD83D\uDE00.\uD83D")]
    [InlineData("ALL CAPITALS IN NEW YORK SAID THE PRESIDENT OF THE UNITED STATES ON MONDAY 5 MAY 2025 $5M")]
    [InlineData("هذا نص عربي طويل في القاهرة يوم 5 مايو 2025")]
    [InlineData("http:// www. @ a@ @b.co ::: +1 ( ) 999.999.999.999 $ $$ 1, .5 5. US$ 00:99")]
    public void Recognise_OddText_OffsetsHold(string text) => AssertOffsets(text);

    [Theory]
    [InlineData("Dr Amina Yusuf met President Joko Widodo of Indonesia at the World Bank in Nairobi on 5 May 2025, paying $3.5 million.")]
    [InlineData("«الرئيس» Wanjiru Kamau قال إن Kenya Ports Authority ستدفع $5m يوم Monday.")]
    [InlineData("МОСКВА — Владимир Путин met Xi Jinping; 习近平在北京会见 Kim Jong-un。")]
    public void Recognise_SurrogatesAtEverySeam_OffsetsHold(string text)
    {
        // Whole pairs and halves of pairs, before and within every word.
        foreach (var mark in (string[])["\uD83D\uDE00", "\uD83D", "\uDE00", "\u200F", "e\u0301", "\u200D"])
        {
            for (var at = 0; at <= text.Length; at++)
                AssertOffsets(text.Insert(at, mark));
        }
    }

    [Property(MaxTest = 200)]
    public void Recognise_ProseOfNamesAndMarks_OffsetsHold(byte[] choices)
    {
        string[] pieces =
        [
            "Kim", " Kim Jong-un", "'s", "’s ", " the United Nations", " (UN)", "\uD83D\uDE00", "\uD83D", " of ", " and ", "-based", ". ", "\n\n", " U.S.",
            " $5", "m ", " 5 May", " 2025", "https://a.b/c", " a@b.org", "NEW YORK ", "\u202Eabc", " Mr ", " Rs. 5", "\u0301", ",", " \"", "”", "1.2.3.4", " Parliament",
        ];
        AssertOffsets(string.Concat((choices ?? []).Select(choice => pieces[choice % pieces.Length])));
    }

    [Property(MaxTest = 300)]
    public void Recognise_AnyText_OffsetsHoldAndNothingOverlaps(string? text) => AssertOffsets(text ?? "");

    [Theory]
    [InlineData('a')]
    [InlineData('A')]
    [InlineData('م')]
    [InlineData('漢')]
    public void Recognise_MegabyteOfOneWord_OffsetsHold(char letter) => AssertOffsets(new string(letter, 1 << 20));

    [Theory]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("Aa ")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("of ")]
    [InlineData("A. ")]
    [InlineData("$")]
    [InlineData("@")]
    [InlineData("(")]
    [InlineData("Kim's ")]
    [InlineData("\uD83D\uDE00")]
    public void Recognise_HugeInputs_LinearTime(string shape)
    {
        AssertOffsets(Repeat(shape, 60_000));
        Growth.IsLinear(shape, 20_000, length =>
        {
            var text = Repeat(shape, length);
            return () => Recogniser.Recognise(text, "en");
        });
    }

    private static string Repeat(string shape, int length) => new StringBuilder().Insert(0, shape, length / shape.Length).ToString();

    private static void AssertOffsets(string text)
    {
        foreach (var language in (string[])["en", "de"])
        {
            var end = 0;
            foreach (var mention in Recogniser.Recognise(text, language))
            {
                Assert.True(mention.Offset >= end && mention.Length > 0);
                Assert.Equal(mention.Text, text.Substring(mention.Offset, mention.Length));
                Assert.InRange(mention.Confidence, 0, 1);
                end = mention.Offset + mention.Length;
            }
        }
    }
}
