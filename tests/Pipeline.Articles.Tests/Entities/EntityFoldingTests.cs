using Pipeline.Articles.Entities;

namespace Pipeline.Articles.Tests.Entities;

public sealed class EntityFoldingTests
{
    [Fact]
    public void Fold_FormsOfOnePerson_OneEntityWithFullestName()
    {
        var entity = Assert.Single(Fold(EntityCategory.Person, "Kim Jong-un", "Kim", "Mr Kim", "Kim's"));
        Assert.Equal("Kim Jong-un", entity.Name);
        Assert.Equal(["Kim"], entity.Aliases);
        Assert.Equal(4, entity.Mentions.Count);
    }

    [Fact]
    public void Fold_MiddleNameLeftOut_OneEntity() =>
        Assert.Single(Fold(EntityCategory.Person, "Andrés Manuel Obrador", "Andrés Obrador", "Obrador"));

    [Fact]
    public void Fold_NamesOfOneCountry_OneEntityUnderTheCommonName()
    {
        var entity = Assert.Single(Fold(EntityCategory.Location, "North Korea", "DPRK", "North Korea’s"));
        Assert.Equal("North Korea", entity.Name);
        Assert.Equal(["DPRK"], entity.Aliases);
    }

    [Fact]
    public void Fold_AcronymOfOrganisation_OneEntity() =>
        Assert.Single(Fold(EntityCategory.Organization, "International Monetary Fund", "IMF", "the IMF"));

    [Fact]
    public void Fold_SameWordOfTwoCategories_TwoEntities()
    {
        var mentions = new[] { Mention("Jordan", EntityCategory.Location, 0), Mention("Jordan", EntityCategory.Person, 10) };
        Assert.Equal(2, EntityFolding.Fold(mentions).Count);
    }

    [Fact]
    public void Fold_TwoPeople_MoreOftenNamedFirst()
    {
        var entities = Fold(EntityCategory.Person, "Ann Lee", "Bob Ray", "Ray");
        Assert.Equal(["Bob Ray", "Ann Lee"], entities.Select(entity => entity.Name));
    }

    [Theory]
    [InlineData("'s")]
    [InlineData(" ")]
    [InlineData("the ")]
    [InlineData("Mr ")]
    public void Fold_MentionWithoutName_NoFailure(string text) => Fold(EntityCategory.Person, text);

    private static IReadOnlyList<Entity> Fold(EntityCategory category, params string[] mentions) =>
        EntityFolding.Fold([.. mentions.Select((mention, index) => Mention(mention, category, index * 50))]);

    private static EntityMention Mention(string text, EntityCategory category, int offset) =>
        new(text, category, null, offset, text.Length, 0.5);
}
