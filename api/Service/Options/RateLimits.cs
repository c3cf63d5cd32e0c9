namespace SocietyParty.Service.Options;

/// <summary>How often somebody may ask where everybody signs in; a minute's worth may come at once. 0: as often as they like.</summary>
/// <param name="PerCaller">Requests a minute with one token or one session, and operations over a WebSocket.</param>
/// <param name="PerAddress">Requests a minute from one address.</param>
public sealed record RateLimits(int PerCaller = 1_200, int PerAddress = 6_000);
