using System.Globalization;
using Microsoft.AspNetCore.Http;
using SocietyParty.Service.Access;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>Believes a header, such as <c>CommitteeAdministrator 3</c>; without it, whoever asks may do everything.</summary>
internal sealed class HeaderAccess : IAccessSource
{
    public const string Name = "Test-Access";

    public ValueTask<RequestAccess?> FindAsync(HttpContext context) =>
        new(context.Request.Headers[Name] is [{ } said] ? Of(said) : RequestAccess.Open("everything"));

    private static RequestAccess Of(string said)
    {
        var parts = said.Split(' ');
        return new RequestAccess(
            "somebody",
            Enum.Parse<AccessRole>(parts[0]),
            parts.Length > 1 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : null
        );
    }
}
