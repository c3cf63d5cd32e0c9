using SocietyParty.Service.Access;

namespace SocietyParty.Service.Http;

/// <summary>Nobody signs in: whoever reaches the port may do everything, under the name that a proxy gives.</summary>
internal sealed class OpenAccess : IAccessSource
{
    public ValueTask<RequestAccess?> FindAsync(HttpContext context) => new(RequestAccess.Open(ActorHeader.Of(context.Request)));
}
