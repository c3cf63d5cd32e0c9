namespace SocietyParty.Service.Options;

/// <summary>Where the service meets the network.</summary>
/// <param name="PathBase">Path below which a proxy shows the service, such as <c>/graph</c>; empty: the top. A proxy may pass it on or take
/// it away.</param>
/// <param name="Proxies">Addresses and networks of proxies, separated by semicolons, from which <c>X-Forwarded-For</c>,
/// <c>X-Forwarded-Proto</c> and <c>X-Forwarded-Host</c> are taken.</param>
/// <param name="HstsDays">Days for which browsers ask for this host over TLS alone, once they came over it; 0: nothing is said.</param>
public sealed record EdgeSettings(string PathBase = "", string Proxies = "", int HstsDays = 365);
