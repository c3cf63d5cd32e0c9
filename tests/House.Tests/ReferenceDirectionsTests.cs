namespace SocietyParty.House.Tests;

/// <summary>References run one way: Service → Sql → GraphQL; Service → Etl → Schema.</summary>
public sealed class ReferenceDirectionsTests
{
    [Theory]
    [InlineData("api/GraphQL/SocietyParty.GraphQL.csproj")]
    [InlineData("api/Sql/SocietyParty.Sql.csproj", "SocietyParty.GraphQL")]
    [InlineData("schema/SocietyParty.Schema.csproj")]
    [InlineData("etl/SocietyParty.Etl.csproj", "SocietyParty.Schema")]
    [InlineData("api/Service/SocietyParty.Service.csproj", "SocietyParty.Etl", "SocietyParty.Schema", "SocietyParty.Sql")]
    public void A_room_knows_only_the_rooms_before_it(string project, params string[] allowed) =>
        Repository.References(project).Order(StringComparer.Ordinal).ShouldBe(allowed);

    [Theory]
    [InlineData("api/GraphQL/SocietyParty.GraphQL.csproj")]
    [InlineData("api/Sql/SocietyParty.Sql.csproj")]
    public void The_engine_and_the_planner_need_no_package(string project) =>
        Repository.Text(project).ShouldNotContain("PackageReference");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("SocietyParty.Graph.sln").Replace('\\', '/');
        foreach (var project in Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)))
            solution.ShouldContain(project);
    }
}
