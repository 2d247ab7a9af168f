using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Pipeline.Local.Hosting.Functions;

/// <summary>Finds functions by their attributes, as the worker's source generator does at build time.</summary>
internal static class FunctionDiscovery
{
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <param name="assemblies">Their public classes are looked at.</param>
    /// <param name="types">Further classes.</param>
    /// <returns>By name.</returns>
    /// <exception cref="FunctionDefinitionException">Two have one name, or one has no trigger or several.</exception>
    public static IReadOnlyList<FunctionDefinition> FindIn(IEnumerable<Assembly> assemblies, IEnumerable<Type> types)
    {
        var found = new SortedDictionary<string, FunctionDefinition>(StringComparer.OrdinalIgnoreCase);
        var all = assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Concat(types).Where(type => type.IsClass);
        foreach (var method in all.SelectMany(type => type.GetMethods(Methods)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } function && !found.TryAdd(function.Name, Describe(method, function)))
            {
                throw new FunctionDefinitionException($"Two functions are named {function.Name}.");
            }
        }

        return [.. found.Values];
    }

    private static FunctionDefinition Describe(MethodInfo method, FunctionAttribute function)
    {
        var triggers = method.GetParameters().Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute))).ToArray();
        return triggers.Length == 1
            ? new FunctionDefinition(
                function.Name, method, triggers[0].GetCustomAttribute<TriggerBindingAttribute>()!, triggers[0])
            : throw new FunctionDefinitionException(
                $"Function {function.Name} must have exactly one parameter with a trigger; it has {triggers.Length}.");
    }
}
