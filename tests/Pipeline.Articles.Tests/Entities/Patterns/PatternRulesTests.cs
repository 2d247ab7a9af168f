using Pipeline.Articles.Entities;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Tests.Entities.Patterns;

public sealed class PatternRulesTests
{
    [Theory]
    [InlineData("on the 3rd of May 1998 there", "3rd of May 1998", "Date")]
    [InlineData("on Sunday, 5 March 2023 there", "Sunday, 5 March 2023", "Date")]
    [InlineData("on 11/10/2025 there", "11/10/2025", "Date")]
    [InlineData("on Sept. 4 there", "Sept. 4", "Date")]
    [InlineData("in October 2025 there", "October 2025", "Date")]
    [InlineData("back in August there", "August", "DateRange")]
    [InlineData("in the 1990s there", "1990s", "DateRange")]
    [InlineData("in 2019 there", "2019", "DateRange")]
    [InlineData("for the last two weeks there", "the last two weeks", "DateRange")]
    [InlineData("it came next Friday there", "next Friday", "Date")]
    [InlineData("on Monday at 17:30 there", "Monday at 17:30", "DateTime")]
    [InlineData("at noon there", "noon", "Time")]
    [InlineData("on Tuesday evening there", "Tuesday evening", "TimeRange")]
    [InlineData("for 36 hours there", "36 hours", "Duration")]
    [InlineData("between 2010 and 2015 there", "between 2010 and 2015", "DateRange")]
    [InlineData("it comes out weekly there", "weekly", "Set")]
    public void Find_TimeExpression_WithSubcategory(string text, string expression, string subcategory) =>
        AssertFound(text, expression, EntityCategory.DateTime, subcategory);

    [Theory]
    [InlineData("some 1.5 million people", "1.5 million", "Number")]
    [InlineData("twenty-five people", "twenty-five", "Number")]
    [InlineData("hundreds of thousands fled", "hundreds of thousands", "Number")]
    [InlineData("fell by 12.5 per cent there", "12.5 per cent", "Percentage")]
    [InlineData("up two percentage points there", "two percentage points", "Percentage")]
    [InlineData("worth £20bn there", "£20bn", "Currency")]
    [InlineData("worth US$3 billion there", "US$3 billion", "Currency")]
    [InlineData("worth Rs 500 crore there", "Rs 500 crore", "Currency")]
    [InlineData("worth Rs. 2,500 there", "Rs. 2,500", "Currency")]
    [InlineData("worth two million dollars there", "two million dollars", "Currency")]
    [InlineData("a woman aged 36 there", "36", "Age")]
    [InlineData("she is 36 years old there", "36 years old", "Age")]
    [InlineData("a wall 3.5 metres high", "3.5 metres", "Dimension")]
    [InlineData("at 40 degrees there", "40 degrees", "Temperature")]
    [InlineData("at 40°C there", "40°C", "Temperature")]
    [InlineData("the third attempt", "third", "Ordinal")]
    [InlineData("a file of 20 GB there", "20 GB", "Information")]
    public void Find_Quantity_WithSubcategory(string text, string expression, string subcategory) =>
        AssertFound(text, expression, EntityCategory.Quantity, subcategory);

    [Theory]
    [InlineData("see www.example.org/news?id=4, please", "www.example.org/news?id=4", EntityCategory.Url)]
    [InlineData("write to <a.b+c@mail.example.co.uk>.", "a.b+c@mail.example.co.uk", EntityCategory.Email)]
    [InlineData("from 2001:db8::8a2e:370:7334 there", "2001:db8::8a2e:370:7334", EntityCategory.IP)]
    [InlineData("call (020) 7946 0958 now", "(020) 7946 0958", EntityCategory.PhoneNumber)]
    [InlineData("call 1-800-555-0199 now", "1-800-555-0199", EntityCategory.PhoneNumber)]
    public void Find_Address_WithCategory(string text, string expression, EntityCategory category) =>
        AssertFound(text, expression, category, null);

    [Theory]
    [InlineData("they may march in the sun")]
    [InlineData("one of them won second prize money")]
    [InlineData("a file.txt and e.g. this")]
    [InlineData("not@ an @address")]
    public void Find_WordsThatOnlyLookSo_NoDateOrAddress(string text) =>
        Assert.DoesNotContain(Find(text), match => match.Category is not EntityCategory.Quantity);

    [Fact]
    public void Find_HostNumberOutOfRange_NoAddress() =>
        Assert.DoesNotContain(Find("version 300.1.2.999 of it"), match => match.Category == EntityCategory.IP);

    private static void AssertFound(string text, string expression, EntityCategory category, string? subcategory)
    {
        var found = Find(text);
        Assert.Contains(found, match => text[match.Start..match.End] == expression && match.Category == category && match.Subcategory == subcategory);
        Assert.Single(found, match => match.Start < text.IndexOf(expression, StringComparison.Ordinal) + expression.Length
            && match.End > text.IndexOf(expression, StringComparison.Ordinal));
    }

    private static List<PatternMatch> Find(string text) => PatternRules.Find(new TokenLine(text, Tokeniser.Read(text)));
}
