using Pipeline.Articles.Entities;
using Pipeline.Testing.Timing;

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
    public void Fold_TwoPeopleOfOneName_EachWithTheShortFormsBehindIt()
    {
        var entities = Fold(EntityCategory.Person, "Kim Jong-un", "Kim", "Kim Yo-jong", "Ms Kim", "Kim", "Kim Jong-un");
        Assert.Equal(2, entities.Count);
        Assert.Equal([0, 50, 250], entities.Single(entity => entity.Name == "Kim Jong-un").Mentions.Select(mention => mention.Offset));
        Assert.Equal([100, 150, 200], entities.Single(entity => entity.Name == "Kim Yo-jong").Mentions.Select(mention => mention.Offset));
    }

    [Fact]
    public void Fold_ShortFormBeforeTheFullName_OneEntity() =>
        Assert.Equal("Wanjiru Kamau", Assert.Single(Fold(EntityCategory.Person, "Kamau", "Wanjiru Kamau")).Name);

    [Fact]
    public void Fold_NameWithParticle_OneEntity() =>
        Assert.Equal(["bin Salman"], Assert.Single(Fold(EntityCategory.Person, "Mohammed bin Salman", "bin Salman")).Aliases);

    [Theory]
    [InlineData("Zayed Charitable Foundation", "the Foundation")]
    [InlineData("Ministry of Health", "Ministry")]
    [InlineData("Samsung Electronics", "Samsung")]
    [InlineData("Rapid Support Forces", "RSF")]
    [InlineData("Food and Drug Administration", "F.D.A.")]
    public void Fold_ShortFormOfOrganisation_OneEntityUnderTheFullName(string full, string form)
    {
        var entity = Assert.Single(Fold(EntityCategory.Organization, full, form));
        Assert.Equal((full, 2), (entity.Name, entity.Mentions.Count));
    }

    [Fact]
    public void Fold_FirstWordOfTwoOrganisations_NeitherOfThem() =>
        Assert.Equal(3, Fold(EntityCategory.Organization, "Samsung Electronics", "Samsung Life", "Samsung").Count);

    [Theory]
    [InlineData("National Assembly", "the Assembly", true)]
    [InlineData("Nigerian Army", "Nigerian Navy", false)]
    [InlineData("United Nations Security Council", "Security Council", true)]
    [InlineData("Kenyan Ministry of Health", "Ministry of Health", true)]
    [InlineData("People's Bank of China", "Bank of China", false)]
    [InlineData("Bank of Ghana", "Ghana", false)]
    public void Fold_SharedWord_OnlyWhenItStandsForTheWhole(string first, string second, bool one) =>
        Assert.Equal(one ? 1 : 2, Fold(EntityCategory.Organization, first, second).Count);

    [Fact]
    public void Fold_AcronymBehindItsName_OneEntity()
    {
        const string Name = "Phytosanitary and Zoosanitary Control Agency";
        var mentions = new[]
        {
            Mention(Name, EntityCategory.Organization, 0), Mention("PZCA", EntityCategory.Organization, Name.Length + 2), Mention("PZCA", EntityCategory.Organization, 200),
        };
        Assert.Equal(3, Assert.Single(EntityFolding.Fold(mentions)).Mentions.Count);
    }

    [Fact]
    public void Fold_AcronymWithOtherLettersBehindAName_OneEntity()
    {
        // Not the initials, but explained by the bracket that it stands in.
        const string Name = "Forces for Change";
        var mentions = new[] { Mention(Name, EntityCategory.Organization, 0), Mention("FFC", EntityCategory.Organization, Name.Length + 2) };
        Assert.Single(EntityFolding.Fold(mentions));
    }

    [Theory]
    [InlineData("UN", "United Nations")]
    [InlineData("U.N.", "UN")]
    [InlineData("Fed", "Federal Reserve")]
    public void Fold_KnownAliasOfOrganisation_OneEntity(string first, string second) =>
        Assert.Single(Fold(EntityCategory.Organization, first, second));

    [Fact]
    public void Fold_OnePeople_OneEntityUnderTheMostUsedForm()
    {
        var entity = Assert.Single(Fold(EntityCategory.PersonType, "Russian", "Russians", "Russian"));
        Assert.Equal(("Russian", 3), (entity.Name, entity.Mentions.Count));
    }

    [Fact]
    public void Fold_ManyMentions_LinearTime() => Growth.IsLinear("mentions", 4_000, count =>
    {
        var mentions = Enumerable.Range(0, count).Select(i =>
            Mention(i % 2 == 0 ? $"Kim {(char)('A' + (i % 26))}x{i % 97}" : "Kim", EntityCategory.Person, i * 20)).ToList();
        return () => EntityFolding.Fold(mentions);
    });

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
