using Pipeline.Articles.Metadata.Authors;

namespace Pipeline.Articles.Tests.Metadata.Authors;

public class AuthorNamesTests
{
    [Theory]
    [InlineData("By Jane Doe", "Jane Doe")]
    [InlineData("Jane Doe and John Roe", "Jane Doe|John Roe")]
    [InlineData("Von Jana Müller und Max Meier", "Jana Müller|Max Meier")]
    [InlineData("Jane Doe, Senior Reporter", "Jane Doe")]
    [InlineData("Jane Doe • December 20, 2023", "Jane Doe")]
    [InlineData("View all posts by Jane Doe", "Jane Doe")]
    [InlineData("https://example.org/author/jane", "")]
    [InlineData("By: Carla Gomez, Jordeene B. Lagare - @inquirerdotnet", "Carla Gomez|Jordeene B. Lagare")]
    [InlineData("BySaima Sidik", "Saima Sidik")]
    [InlineData("By Alyse WhitneyPublished: Dec 20, 2023 8:00 AM EST", "Alyse Whitney")]
    [InlineData("By Kent GermanDec 22, 2023", "Kent German")]
    [InlineData("Sharon Goldman@sharongoldman", "Sharon Goldman")]
    [InlineData("By Alexandra Tremayne-Pengelly • 12/18/23 4:02pm", "Alexandra Tremayne-Pengelly")]
    [InlineData("James Presbitero Jr.", "James Presbitero Jr.")]
    [InlineData("Martin Luther King, Jr.", "Martin Luther King Jr.")]
    [InlineData("Robert E. Moffit, Ph.D.", "Robert E. Moffit")]
    [InlineData("Dylan Bailey, MS, RD, FAND", "Dylan Bailey")]
    [InlineData("Jessica Rendall Wellness Writer", "Jessica Rendall")]
    [InlineData("Jim Walsh Cherry Hill Courier-Post", "Jim Walsh")]
    [InlineData("by Dennis Thompson, U.S. National Institute of Allergy and Infectious Diseases", "Dennis Thompson")]
    [InlineData("By Jane Doe for The Crier", "Jane Doe")]
    [InlineData("Field Level Media", "Field Level Media")]
    [InlineData("The Associated Press", "The Associated Press")]
    [InlineData("Por Ana Pérez y Luis Gómez", "Ana Pérez|Luis Gómez")]
    [InlineData("Par Anne Dupont et Jean Martin", "Anne Dupont|Jean Martin")]
    [InlineData("Автор: Иван Петров", "Иван Петров")]
    [InlineData("记者：王小明", "王小明")]
    [InlineData("Oleh Budi Santoso", "Budi Santoso")]
    [InlineData("admin", "")]
    [InlineData("Posted by", "")]
    [InlineData("The plan was put to the vote in the council", "")]
    [InlineData("", "")]
    public void Split_Byline_NamesPeopleOnly(string byline, string expected) => Assert.Equal(expected, string.Join('|', AuthorNames.Split(byline)));

    [Theory]
    [InlineData("Jane Doe", true)]
    [InlineData("Ludwig van Beethoven", true)]
    [InlineData("Daisy-Mae Schmitt", true)]
    [InlineData("USA TODAY", false)]
    [InlineData("Breaking News", false)]
    [InlineData("Jane", false)]
    [InlineData("Senior Editor", false)]
    [InlineData("jane doe", false)]
    [InlineData("Top 10", false)]
    public void IsPersonLike_Words_AreANameOrNot(string words, bool expected) => Assert.Equal(expected, AuthorNames.IsPersonLike(words));
}
