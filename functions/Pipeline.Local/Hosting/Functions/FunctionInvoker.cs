using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Local.Hosting.Functions;

/// <summary>Runs one function: a scope and an instance of its class for each run, as the isolated worker does. Thread safe.</summary>
internal sealed class FunctionInvoker
{
    private readonly FunctionDefinition _function;
    private readonly IServiceScopeFactory _scopes;
    private readonly Func<TriggerInput, LocalFunctionContext, object?>[] _arguments;
    private readonly ObjectFactory? _create;
    private readonly MethodInvoker _method;
    private readonly PropertyInfo? _result;

    /// <param name="function">What to run.</param>
    /// <param name="accepts">The type that its trigger gives.</param>
    /// <param name="parts">Names that the trigger's pattern defines.</param>
    /// <param name="scopes">Where its constructor's parameters come from.</param>
    /// <exception cref="FunctionDefinitionException">A parameter cannot be given a value.</exception>
    public FunctionInvoker(FunctionDefinition function, Type accepts, IReadOnlyCollection<string> parts, IServiceScopeFactory scopes)
    {
        _function = function;
        _scopes = scopes;
        _arguments = [.. function.Method.GetParameters().Select(parameter => Bind(parameter, accepts, parts))];
        _create = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Type, []);
        _method = MethodInvoker.Create(function.Method);
        // Of a Task<T>; a plain Task has none, whatever the task at run time is.
        _result = function.Method.ReturnType.GetProperty(nameof(Task<>.Result));
    }

    /// <summary>Completes when the function has; throws what it throws.</summary>
    /// <returns>What the function, or the task that it returned, gave; null when that is nothing.</returns>
    public async Task<object?> InvokeAsync(TriggerInput input, string invocationId, CancellationToken cancellationToken)
    {
        var context = new LocalFunctionContext(invocationId, cancellationToken);
        await using var scope = _scopes.CreateAsyncScope();
        var instance = _create?.Invoke(scope.ServiceProvider, []);
        var arguments = Array.ConvertAll(_arguments, bind => bind(input, context));
        var result = _method.Invoke(instance, arguments.AsSpan());
        switch (result)
        {
            case Task task:
                await task;
                return _result?.GetValue(task);
            case ValueTask task:
                await task;
                return null;
            default:
                return result;
        }
    }

    private Func<TriggerInput, LocalFunctionContext, object?> Bind(
        ParameterInfo parameter, Type accepts, IReadOnlyCollection<string> parts)
    {
        var type = parameter.ParameterType;
        if (parameter.Position == _function.TriggerParameter.Position)
        {
            return type == accepts
                ? (input, _) => input.Value
                : throw new FunctionDefinitionException(
                    $"Function {_function.Name}: the local host binds {accepts.Name} to parameter {parameter.Name}, not {type.Name}.");
        }

        if (type == typeof(FunctionContext))
        {
            return (_, context) => context;
        }

        if (type == typeof(CancellationToken))
        {
            return (_, context) => context.CancellationToken;
        }

        var name = parameter.Name ?? "";
        return type == typeof(string) && parts.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? (input, _) => input.Parts[name]
            : throw new FunctionDefinitionException(
                $"Function {_function.Name}: nothing gives parameter {name} of type {type.Name} a value.");
    }
}
