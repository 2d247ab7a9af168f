using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pipeline.LocalCosmos.Serving;

/// <summary>Where a server is reached that was free to choose its loopback port.</summary>
public static class LoopbackAddress
{
    /// <summary>The one address that a started application listens on, with a slash as its path.</summary>
    public static Uri Of(IHost application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
