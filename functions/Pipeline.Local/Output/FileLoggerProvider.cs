using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Pipeline.Local.Output;

/// <summary>Warnings and errors go to a file: the terminal belongs to the articles.</summary>
internal sealed class FileLoggerProvider : ILoggerProvider
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _writer;
    private readonly TimeProvider _time;

    public FileLoggerProvider(string path, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _writer = new StreamWriter(path, append: true) { AutoFlush = true };
        _time = time;
    }

    public ILogger CreateLogger(string categoryName) => new FileLogger(this, categoryName);

    public void Dispose() => _writer.Dispose();

    private void Write(string line)
    {
        lock (_lock)
        {
            _writer.WriteLine(line);
        }
    }

    private sealed class FileLogger(FileLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var now = provider._time.GetUtcNow();
                provider.Write(string.Create(
                    CultureInfo.InvariantCulture, $"{now:O} {logLevel} {category}[{eventId.Id}] {formatter(state, exception)}"));
                if (exception is not null)
                {
                    provider.Write(exception.ToString());
                }
            }
        }
    }
}
