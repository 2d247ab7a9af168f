using Pipeline.Articles.Entities;
using Pipeline.Articles.Entities.Names;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Tests.Entities.Names;

public sealed class NameRulesTests
{
    [Theory]
    [InlineData("A bill before Parliament failed.", "Parliament")]
    [InlineData("Ministers left the Cabinet on Monday.", "Cabinet")]
    [InlineData("It failed in the Knesset.", "Knesset")]
    public void AddTo_InstitutionOfOneWord_Found(string text, string name)
    {
        var found = Assert.Single(BareInstitutions.AddTo(Line(text), []));
        Assert.Equal((name, EntityCategory.Organization, text.IndexOf(name, StringComparison.Ordinal)), (found.Text, found.Category, found.Offset));
    }

    [Theory]
    [InlineData("The Member of Parliament spoke.")]
    [InlineData("The Cabinet Secretary spoke.")]
    [InlineData("She joined the Foundation.")]
    [InlineData("the parliament of Ghana")]
    [InlineData("A Parliament-led inquiry")]
    public void AddTo_PartOfALongerTermOrNeverNamed_Nothing(string text) => Assert.Empty(BareInstitutions.AddTo(Line(text), []));

    [Fact]
    public void AddTo_HeadOfANamedOrganisation_Found()
    {
        const string Text = "The Zayed Charitable Foundation paid. The report praised the Foundation for it.";
        var named = new EntityMention("Zayed Charitable Foundation", EntityCategory.Organization, null, 4, 27, 0.9);
        var found = BareInstitutions.AddTo(Line(Text), [named]);
        Assert.Equal(["Zayed Charitable Foundation", "Foundation"], found.Select(mention => mention.Text));
        Assert.Equal(Text.LastIndexOf("Foundation", StringComparison.Ordinal), found[1].Offset);
    }

    [Theory]
    [InlineData("Mrs Tighe", "Tighe")]
    [InlineData("MK Itamar Ben-Gvir", "Itamar Ben-Gvir")]
    [InlineData("Dr. Amina Yusuf", "Amina Yusuf")]
    [InlineData("Prince", "Prince")]
    [InlineData("de Blasio", "de Blasio")]
    public void Trim_TitleOfAPerson_CutOff(string mention, string name)
    {
        var text = "Yesterday " + mention + " spoke.";
        var found = Assert.Single(NameEdges.Trim(Line(text), [new EntityMention(mention, EntityCategory.Person, null, 10, mention.Length, 0.9)]));
        Assert.Equal(name, found.Text);
        Assert.Equal(name, text.Substring(found.Offset, found.Length));
    }

    [Theory]
    [InlineData("NGO")]
    [InlineData("of Police")]
    [InlineData("Crown Prince")]
    public void Trim_NoName_Dropped(string mention) =>
        Assert.Empty(NameEdges.Trim(Line(mention), [new EntityMention(mention, EntityCategory.Organization, null, 0, mention.Length, 0.9)]));

    [Theory]
    [InlineData("Some North Korean troops", "Korean", "North Korean")]
    [InlineData("North Korean troops", "Korean", "North Korean")]
    [InlineData("Some brave Korean troops", "Korean", "Korean")]
    [InlineData("(South Africans)", "Africans", "South Africans")]
    public void Trim_PartOfAPeople_Whole(string text, string mention, string name)
    {
        var at = text.IndexOf(mention, StringComparison.Ordinal);
        var found = Assert.Single(NameEdges.Trim(Line(text), [new EntityMention(mention, EntityCategory.PersonType, null, at, mention.Length, 0.9)]));
        Assert.Equal((name, name), (found.Text, text.Substring(found.Offset, found.Length)));
    }

    [Theory]
    [InlineData("Russia-North Korea", EntityCategory.Location, EntityCategory.Location)]
    [InlineData("US-Russian", EntityCategory.Location, EntityCategory.PersonType)]
    public void Trim_TwoCountriesWithHyphen_TwoNames(string mention, EntityCategory first, EntityCategory second)
    {
        var text = "The " + mention + " talks";
        var found = NameEdges.Trim(Line(text), [new EntityMention(mention, EntityCategory.Organization, null, 4, mention.Length, 0.9)]);
        Assert.Equal([first, second], found.Select(m => m.Category));
        Assert.All(found, m => Assert.Equal(m.Text, text.Substring(m.Offset, m.Length)));
    }

    [Theory]
    [InlineData("Guinea-Bissau", EntityCategory.Location)]
    [InlineData("Coca-Cola", EntityCategory.Organization)]
    public void Trim_OneNameWithHyphen_Stays(string mention, EntityCategory category) =>
        Assert.Equal(mention, Assert.Single(NameEdges.Trim(Line(mention), [new EntityMention(mention, category, null, 0, mention.Length, 0.9)])).Text);

    [Fact]
    public void Trim_CountryInLetters_IsAPlace()
    {
        var found = Assert.Single(NameEdges.Trim(Line("DPRK"), [new EntityMention("DPRK", EntityCategory.Organization, null, 0, 4, 0.9)]));
        Assert.Equal((EntityCategory.Location, "GPE"), (found.Category, found.Subcategory));
    }

    [Fact]
    public void Merge_BareDomainNamedAsOrganisation_IsTheOrganisation()
    {
        const string Text = "Zhaopin.com said so; see example.com for more.";
        var name = new EntityMention("Zhaopin.com", EntityCategory.Organization, null, 0, 11, 0.9);
        var merged = MentionMerge.Merge(Text, [name], PatternRules.Find(Line(Text)));
        Assert.Equal([("Zhaopin.com", EntityCategory.Organization), ("example.com", EntityCategory.Url)], merged.Select(m => (m.Text, m.Category)));
    }

    private static TokenLine Line(string text) => new(text, Tokeniser.Read(text));
}
