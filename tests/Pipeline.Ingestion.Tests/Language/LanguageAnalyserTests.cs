using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Language;

namespace Pipeline.Ingestion.Tests.Language;

public sealed class LanguageAnalyserTests
{
    private const string Text = "Kim Jong-un met Russian officials in Moscow on Monday. Kim left on Tuesday.";

    [Fact]
    public async Task AnalyseAsync_Local_NeedsNoAccount()
    {
        await using var services = new ServiceCollection().AddLanguageAnalysis().BuildServiceProvider();
        var analysis = await services.GetRequiredService<ILanguageAnalyser>()
            .AnalyseAsync(new AnalysisRequest("A visit", Text, "en"), CancellationToken.None);
        Assert.Equal(("local", "full", false), (analysis.EntityAnalyser.Provider, analysis.EntityAnalyser.Coverage, analysis.EntityAnalyser.Cached));
        Assert.Contains(analysis.Entities, entity => entity.Name == "Moscow");
        Assert.NotEmpty(analysis.KeyPhrases);
        Assert.Empty(analysis.Warnings);
    }

    [Fact]
    public async Task AnalyseAsync_OtherLanguage_SaysRules()
    {
        await using var services = new ServiceCollection().AddLanguageAnalysis().BuildServiceProvider();
        var analysis = await services.GetRequiredService<ILanguageAnalyser>()
            .AnalyseAsync(new AnalysisRequest("", "La ministre Marie Dupont parle à Paris.", "fr"), CancellationToken.None);
        Assert.Equal("rules", analysis.EntityAnalyser.Coverage);
        Assert.Equal("rules", analysis.KeyPhraseAnalyser.Coverage);
    }

    [Theory]
    [InlineData("google", "local", null, 90, "Entities")]
    [InlineData("local", "", null, 90, "KeyPhrases")]
    [InlineData("azure", "local", null, 90, "Endpoint")]
    [InlineData("local", "local", null, -1, "CacheDays")]
    public void Options_Wrong_NamedAtStart(string entities, string keyPhrases, string? endpoint, int days, string setting)
    {
        using var services = new ServiceCollection().AddLanguageAnalysis(options =>
        {
            (options.Entities, options.KeyPhrases, options.CacheDays) = (entities, keyPhrases, days);
            options.Endpoint = endpoint is null ? null : new Uri(endpoint);
        }).BuildServiceProvider();
        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<LanguageOptions>>().Value);
        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
    }
}
