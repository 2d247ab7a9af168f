using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Local.Hosting.Functions;

namespace Pipeline.Local.Tests.Hosting.Functions;

public sealed class FunctionDiscoveryTests
{
    [Fact]
    public void FindIn_Assembly_FindsPublicClassesOnly()
    {
        var names = FunctionDiscovery.FindIn([typeof(LocalFunctionsHostTests).Assembly], []).Select(function => function.Name).ToArray();

        Assert.Contains("ProbeMessage", names);
        Assert.DoesNotContain("NoTrigger", names);
    }

    [Fact]
    public void FindIn_QueueFunction_IsDescribed()
    {
        var function = Assert.Single(FunctionDiscovery.FindIn([], [typeof(OneFunction)]));

        Assert.Equal(("One", "letters"), (function.Name, Assert.IsType<QueueTriggerAttribute>(function.Trigger).QueueName));
        Assert.Equal("message", function.TriggerParameter.Name);
    }

    [Theory]
    [InlineData(typeof(WithoutTrigger), "Function NoTrigger must have exactly one parameter with a trigger; it has 0.")]
    [InlineData(typeof(WithTwoTriggers), "Function TwoTriggers must have exactly one parameter with a trigger; it has 2.")]
    [InlineData(typeof(SameNameTwice), "Two functions are named One.")]
    public void FindIn_WrongFunction_SaysWhatIsWrong(Type functions, string expected)
    {
        var error = Assert.Throws<FunctionDefinitionException>(() => FunctionDiscovery.FindIn([], [typeof(OneFunction), functions]));

        Assert.Equal(expected, error.Message);
    }

    private sealed class OneFunction
    {
        [Function("One")]
        public void Run([QueueTrigger("letters")] QueueMessage message) => Assert.NotNull(message);
    }

    private sealed class SameNameTwice
    {
        [Function("One")]
        public void Run([QueueTrigger("letters")] QueueMessage message) => Assert.NotNull(message);
    }

    private sealed class WithoutTrigger
    {
        [Function("NoTrigger")]
        public void Run(QueueMessage message) => Assert.NotNull(message);
    }

    private sealed class WithTwoTriggers
    {
        [Function("TwoTriggers")]
        public void Run([QueueTrigger("a")] QueueMessage first, [QueueTrigger("b")] QueueMessage second) => Assert.NotSame(first, second);
    }
}
