using SocietyParty.Graph.Tests.Service;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>Lists, totals and groups of the root begin at a committee's own rows; what hangs from them does not need it.</summary>
public sealed class ScopedStatementsTests
{
    private const string InScope = "current_setting('sp.scope', true)";

    [Theory]
    [InlineData("page_and_total", "{ branches(first: 2, order: [{ name: ASC }]) { totalCount nodes { name society { name } } } }")]
    [InlineData("groups", "{ societies { groups(by: [KIND]) { nodes { count } } } }")]
    [InlineData("without_place", "{ activities: documents(first: 2) { nodes { title } } }")]
    public void The_scope_is_a_condition_at_the_root(string name, string query)
    {
        var scoped = Text(query, AccessRole.CommitteeAdministrator);
        Golden.Match($"Access/Golden/{name}.sql", scoped);
        var open = Text(query, AccessRole.SystemAdministrator);
        open.ShouldNotContain(InScope);
        // Nothing else differs.
        scoped.Split('\n').Where(line => !line.Contains(InScope, StringComparison.Ordinal)).ShouldBe(open.Split('\n'));
        Text(query, AccessRole.BranchSecretary).ShouldBe(open);
        Text(query, AccessRole.Researcher).ShouldBe(open);
    }

    [Theory]
    [InlineData("{ coverage(by: [LEVEL]) { nodes { societies } } }", true)]
    [InlineData("{ coverage(by: [MONTH], where: { level: { eq: MUNICIPAL } }) { nodes { societies } } }", true)]
    // A question for committees has its way.
    [InlineData("{ coverage(by: [LEVEL], where: { committee: { eq: \"Q29tbWl0dGVlOjE=\" } }) { nodes { societies } } }", false)]
    public void Coverage_begins_at_the_committees_of_the_scope(string query, bool begins)
    {
        const string Way = " AND \"coverage_rows\".\"committee_id\" = ANY ((SELECT graph.committees_in_scope())::bigint[])";
        var open = Text(query, AccessRole.SystemAdministrator);
        open.ShouldNotContain("committees_in_scope");
        Text(query, AccessRole.CommitteeAdministrator).Replace(begins ? Way : "-", "", StringComparison.Ordinal).ShouldBe(open);
        Text(query, AccessRole.CommitteeAdministrator).Contains(Way, StringComparison.Ordinal).ShouldBe(begins);
        Text(query, AccessRole.Researcher).ShouldBe(open);
    }

    private static string Text(string query, AccessRole role)
    {
        using var pipeline = ServicePipeline.Of();
        var prepared = pipeline.Prepare(new GraphQLRequest(query, null, null) { Access = new RequestAccess("", role, 1) });
        prepared.Errors.ShouldBeEmpty();
        return prepared.Value.Plan.Statement.Text;
    }
}
