using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>
/// Who asks. Nobody signs in to this service yet: a proxy that knows the caller says so in a header, which is taken on trust, and
/// therefore must not let a client's own header pass.
/// </summary>
public static class ActorHeader
{
    public const string Name = "X-Actor";

    private const int LengthMax = 100;

    public static string Of(HttpRequest request) =>
        request.Headers[Name] is [{ Length: > 0 and <= LengthMax } actor] && !string.IsNullOrWhiteSpace(actor)
            ? Uri.UnescapeDataString(actor.Trim())
            : Actors.Unknown;
}
