using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Local.Hosting.Functions;

namespace Pipeline.Local.Tests.Hosting.Functions;

public sealed class FunctionInvokerTests
{
    private static readonly QueueMessage Message = QueuesModelFactory.QueueMessage("id", "receipt", "body", 1);

    [Fact]
    public async Task InvokeAsync_EveryKindOfParameter_IsBound()
    {
        var seen = new List<object?>();
        using var stop = new CancellationTokenSource();
        var input = new TriggerInput(Message, "id", 1)
        {
            Parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["name"] = "a.txt" },
        };

        await Invoker<AllKinds>(seen, "name").InvokeAsync(input, "run 7", stop.Token);

        Assert.Equal([Message, "a.txt", stop.Token, "run 7", stop.Token], seen);
    }

    [Fact]
    public async Task InvokeAsync_TwoRuns_HaveAScopeEachThatEndsWithTheRun()
    {
        var seen = new List<object?>();
        var invoker = Invoker<Scoped>(seen);

        await invoker.InvokeAsync(new TriggerInput(Message, "id", 1), "1", CancellationToken.None);
        await invoker.InvokeAsync(new TriggerInput(Message, "id", 1), "2", CancellationToken.None);

        var scopes = seen.Cast<Scope>().ToArray();
        Assert.NotSame(scopes[0], scopes[1]);
        Assert.All(scopes, scope => Assert.True(scope.Ended));
        Assert.All(scopes, scope => Assert.False(scope.EndedDuringRun));
    }

    [Theory]
    [InlineData(typeof(ThrowsAtOnce))]
    [InlineData(typeof(ThrowsLater))]
    public async Task InvokeAsync_FunctionThrows_ThrowsTheSameUnwrapped(Type functions)
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => Invoker(functions, []).InvokeAsync(new TriggerInput(Message, "id", 1), "1", CancellationToken.None));

        Assert.Equal("spoilt", error.Message);
    }

    [Theory]
    [InlineData(typeof(WantsStream), "Function Stream: the local host binds QueueMessage to parameter message, not Stream.")]
    [InlineData(typeof(WantsNumber), "Function Number: nothing gives parameter number of type Int32 a value.")]
    public void Constructor_ParameterThatNothingBinds_IsNamed(Type functions, string expected)
    {
        var error = Assert.Throws<FunctionDefinitionException>(() => Invoker(functions, []));

        Assert.Equal(expected, error.Message);
    }

    private static FunctionInvoker Invoker<T>(List<object?> seen, params string[] parts) => Invoker(typeof(T), seen, parts);

    private static FunctionInvoker Invoker(Type functions, List<object?> seen, params string[] parts)
    {
        var services = new ServiceCollection().AddSingleton(seen).AddScoped<Scope>().BuildServiceProvider();
        return new FunctionInvoker(
            FunctionDiscovery.FindIn([], [functions]).Single(),
            typeof(QueueMessage),
            parts,
            services.GetRequiredService<IServiceScopeFactory>());
    }

    private sealed class Scope : IDisposable
    {
        public bool Ended { get; private set; }

        public bool EndedDuringRun { get; set; }

        public void Dispose() => Ended = true;
    }

    private sealed class AllKinds(List<object?> seen)
    {
        [Function("All")]
        public ValueTask Run(
            [QueueTrigger("q")] QueueMessage message, string name, FunctionContext context, CancellationToken cancellationToken)
        {
            seen.AddRange([message, name, cancellationToken, context.InvocationId, context.CancellationToken]);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Scoped(Scope scope, List<object?> seen)
    {
        [Function("Scoped")]
        public async Task Run([QueueTrigger("q")] QueueMessage message)
        {
            await Task.Yield();
            scope.EndedDuringRun = scope.Ended;
            seen.Add(message is null ? null : scope);
        }
    }

    private sealed class ThrowsAtOnce
    {
        [Function("Throws")]
        public void Run([QueueTrigger("q")] QueueMessage message) => throw new InvalidDataException(message is null ? "" : "spoilt");
    }

    private sealed class ThrowsLater
    {
        [Function("Throws")]
        public async Task Run([QueueTrigger("q")] QueueMessage message)
        {
            await Task.Yield();
            throw new InvalidDataException(message is null ? "" : "spoilt");
        }
    }

    private sealed class WantsStream
    {
        [Function("Stream")]
        public void Run([QueueTrigger("q")] Stream message) => Assert.NotNull(message);
    }

    private sealed class WantsNumber
    {
        [Function("Number")]
        public void Run([QueueTrigger("q")] QueueMessage message, int number) => Assert.NotEqual(number, (int)message.DequeueCount);
    }
}
