using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Pipeline.Local.Hosting.Functions;

/// <summary>A function as its attributes describe it.</summary>
/// <param name="Name">Unique in the host.</param>
/// <param name="Method">What is run.</param>
/// <param name="Trigger">When it is run.</param>
/// <param name="TriggerParameter">The parameter that takes what triggered it.</param>
internal sealed record FunctionDefinition(
    string Name, MethodInfo Method, TriggerBindingAttribute Trigger, ParameterInfo TriggerParameter)
{
    public Type Type { get; } = Method.DeclaringType!;
}
