using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.Edge;

/// <summary>
/// Takes from named proxies, by their addresses, from where a request comes, over which scheme and for which host; from nobody else.
/// </summary>
internal static class NamedProxies
{
    public static void Use(WebApplication app)
    {
        var named = OptionReader.Parts(app.Services.GetRequiredService<ServiceOptions>().Edge.Proxies);
        if (named.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // As many as are named in a row.
            ForwardLimit = null,
        };
        // Loopback is a named one only where it is named.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in named)
        {
            if (IPAddress.TryParse(one, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one));
            }
        }

        app.UseForwardedHeaders(options);
    }
}
