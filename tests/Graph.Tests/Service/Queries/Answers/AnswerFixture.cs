using SocietyParty.Graph.Tests.Sample;
using SocietyParty.GraphQL.Execution.Cost;
using SocietyParty.GraphQL.Validation;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>The sample with what it lacks: assessments with and without items, aliases, a document behind some categories.</summary>
public sealed class AnswerFixture : IAsyncLifetime
{
    internal const int ItemsOfAssessment = 21;

    /// <summary>What random selections need room for; the limits themselves are tested elsewhere.</summary>
    private static readonly ServiceOptions Roomy = new()
    {
        Validation = new ValidationLimits(AliasesMax: 10_000),
        Cost = new CostLimits(PageProductMax: 1_000_000_000, FieldCostMax: 1_000_000_000, TypeCostMax: 1_000_000_000),
    };

    internal AnswerRun Run { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var graph = await SampleDatabase.NewAsync();
        Run = new AnswerRun(graph, Roomy);
        await using var command = Run.Database.CreateCommand(
            $$"""
            INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade)
            SELECT id, 2020 + n, 70 + id % 20, n, 'GOOD' FROM graph.branch CROSS JOIN generate_series(1, 3) AS n WHERE id % 3 <> 0;
            INSERT INTO graph.assessment_item_score (assessment_id, item_code, section, maximum, score)
            SELECT id, 'TEAM_' || n, 'TEAM', 5, least((id + n) % 5 + 0.25, 5) FROM graph.assessment CROSS JOIN generate_series(1, {{ItemsOfAssessment}}) AS n
            WHERE branch_id % 4 <> 0;
            INSERT INTO graph.society_alias (society_id, alias, reason)
            SELECT id, n || ' "又名" ' || name, CASE WHEN n = 2 THEN E'\x01 \\u0000' END FROM graph.society CROSS JOIN generate_series(1, 3) AS n
            WHERE id % 5 < n
            ON CONFLICT DO NOTHING;
            UPDATE graph.branch_category_period SET policy_document_id = (SELECT min(id) FROM graph.policy_document) WHERE branch_id % 2 = 0;
            """
        );
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync() => await Run.DisposeAsync();
}
