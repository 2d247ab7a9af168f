using Pipeline.Benchmarks;

return await BenchmarkCommands.Create().Parse(args).InvokeAsync();
