namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function.</summary>
[AttributeUsage(AttributeTargets.Method)]
#pragma warning disable CA1813 // the real one is open too
public class FunctionAttribute(string name) : Attribute
#pragma warning restore CA1813
{
    /// <summary>Name of the function, unique in the app.</summary>
    public string Name { get; } = name;
}
