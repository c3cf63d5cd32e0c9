using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>
/// Who asks, as a header says. Where nobody signs in it is taken on trust; else it counts behind the secret of a trusted proxy alone,
/// which must not let a client's own pass.
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
