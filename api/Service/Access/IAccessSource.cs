using Microsoft.AspNetCore.Http;

namespace SocietyParty.Service.Access;

/// <summary>Finds who asks.</summary>
public interface IAccessSource
{
    /// <summary>Null where the request must be refused, which the source has answered then.</summary>
    ValueTask<RequestAccess?> FindAsync(HttpContext context);
}
