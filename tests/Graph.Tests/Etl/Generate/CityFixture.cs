using SocietyParty.Graph.Tests.Service;

namespace SocietyParty.Graph.Tests.Etl.Generate;

/// <summary>The service over the generated city.</summary>
public sealed class CityFixture : ServiceFixture
{
    private protected override Task<string> GraphAsync() => City.ConnectionStringAsync();
}
