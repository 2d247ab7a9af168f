using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Pipeline.Functions.Tests.Infra;

/// <summary>The function app's triggers, found by their attributes.</summary>
internal static class Triggers
{
    /// <summary>Names of functions with their triggers.</summary>
    public static IReadOnlyList<(string Function, Attribute Trigger)> All { get; } =
    [
        .. from type in typeof(ReceiveArticle).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           from attribute in parameter.GetCustomAttributes()
           where attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal)
           select (function.Name, attribute),
    ];
}
