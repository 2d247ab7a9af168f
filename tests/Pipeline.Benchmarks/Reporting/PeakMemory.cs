using System.Diagnostics;

namespace Pipeline.Benchmarks.Reporting;

/// <summary>Samples this process's resident memory until it is disposed.</summary>
internal sealed class PeakMemory : IDisposable
{
    private const double MiB = 1024 * 1024;

    private readonly List<double> _samples = [];
    private readonly Timer _timer;

    public PeakMemory() => _timer = new Timer(_ => Sample(), state: null, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));

    /// <summary>MiB.</summary>
    public double Peak
    {
        get
        {
            lock (_samples)
            {
                return _samples.Count == 0 ? 0 : _samples.Max();
            }
        }
    }

    /// <summary>Median of the run's last quarter over the median of its second quarter: 1 when memory is flat.</summary>
    public double Growth
    {
        get
        {
            lock (_samples)
            {
                var quarter = _samples.Count / 4;
                return quarter == 0 ? 1 : Median(_samples[^quarter..]) / Median(_samples[quarter..(2 * quarter)]);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private void Sample()
    {
        using var process = Process.GetCurrentProcess();
        lock (_samples)
        {
            _samples.Add(process.WorkingSet64 / MiB);
        }
    }
}
