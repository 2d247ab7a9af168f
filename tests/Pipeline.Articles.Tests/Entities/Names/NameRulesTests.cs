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
    public void Trim_TitleOfAPerson_CutOff(string mention, string name)
    {
        var text = "Yesterday " + mention + " spoke.";
        var found = Assert.Single(NameEdges.Trim(Line(text), [new EntityMention(mention, EntityCategory.Person, null, 10, mention.Length, 0.9)]));
        Assert.Equal(name, found.Text);
        Assert.Equal(name, text.Substring(found.Offset, found.Length));
    }

    [Theory]
    [InlineData("NGO")]
    [InlineData("Crown Prince")]
    public void Trim_NoName_Dropped(string mention) =>
        Assert.Empty(NameEdges.Trim(Line(mention), [new EntityMention(mention, EntityCategory.Organization, null, 0, mention.Length, 0.9)]));

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
