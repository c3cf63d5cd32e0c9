namespace SocietyParty.Service.Http;

/// <summary>A request that cannot be read: HTTP status and a sentence.</summary>
public sealed record MalformedRequest(int Status, string Code, string Message);
