namespace SocietyParty.House.Tests;

/// <summary>References run one way: Service → Sql → GraphQL; Service → Etl → Schema, Rules.</summary>
public sealed class ReferenceDirectionsTests
{
    [Theory]
    [InlineData("api/GraphQL/SocietyParty.GraphQL.csproj")]
    [InlineData("api/Sql/SocietyParty.Sql.csproj", "SocietyParty.GraphQL")]
    [InlineData("schema/SocietyParty.Schema.csproj")]
    [InlineData("api/Rules/SocietyParty.Rules.csproj")]
    [InlineData("etl/SocietyParty.Etl.csproj", "SocietyParty.Rules", "SocietyParty.Schema")]
    [InlineData(
        "api/Service/SocietyParty.Service.csproj",
        "SocietyParty.Etl",
        "SocietyParty.Rules",
        "SocietyParty.Schema",
        "SocietyParty.Sql"
    )]
    public void A_room_knows_only_the_rooms_before_it(string project, params string[] allowed) =>
        Repository.References(project).Order(StringComparer.Ordinal).ShouldBe(allowed);

    [Theory]
    [InlineData("api/GraphQL/SocietyParty.GraphQL.csproj")]
    [InlineData("api/Sql/SocietyParty.Sql.csproj")]
    [InlineData("api/Rules/SocietyParty.Rules.csproj")]
    public void The_engine_the_planner_and_the_rules_need_no_package(string project) =>
        Repository.Text(project).ShouldNotContain("PackageReference");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("SocietyParty.Graph.sln").Replace('\\', '/');
        foreach (var project in Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            solution.ShouldContain(project);
        }
    }
}
