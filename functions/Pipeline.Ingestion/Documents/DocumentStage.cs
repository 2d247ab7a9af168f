using System.ComponentModel;
using System.Text.Json.Serialization;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Documents;

public sealed record DocumentStage(
    [property: JsonConverter(typeof(CamelCaseEnumConverter<Stage>))] Stage Stage,
    [property: Description("Version of the stage's code.")] string Version,
    DateTimeOffset StartedAt,
    double Milliseconds,
    [property: Description("1 when the first try succeeded.")] int Attempts);
