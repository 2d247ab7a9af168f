using Pipeline.Local.Commands;

return await RootCommandFactory.Create().Parse(args).InvokeAsync();
