using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>The calendar's first and last day are days like others: they are answered or refused, and no message says infinity.</summary>
public sealed class EndsOfTheCalendarTests : IAsyncLifetime
{
    private LoadDatabase database = null!;
    private ServiceHost service = null!;

    public async Task InitializeAsync()
    {
        database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(new(2022, 6, 30));
        service = await ServiceHost.StartAsync(database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("evidenceDue(asOf: \"0001-01-01\") { totalCount }", "\"evidenceDue\":{\"totalCount\":0}")]
    [InlineData("evidenceDue(asOf: \"9999-12-31\") { totalCount }", "\"evidenceDue\":{\"totalCount\":")]
    [InlineData("coverage(by: [], asOf: \"0001-01-01\") { nodes { __typename } }", "No month is loaded up to 0001-01-01.")]
    [InlineData("coverage(by: [], asOf: \"9999-12-31\") { nodes { __typename } }", "\"nodes\":[{\"__typename\":\"CoverageGroup\"}]")]
    [InlineData("register(kind: BRANCH, knownAt: \"0001-01-01T00:00:00Z\") { totalCount }", "Nothing was loaded by 0001-01-01 ")]
    [InlineData("register(kind: BRANCH, knownAt: \"9999-12-31T23:59:59.9999999Z\") { totalCount }", "\"register\":{\"totalCount\":")]
    [InlineData("societies(where: { foundedOn: { lte: \"0001-01-01\" } }) { totalCount }", "\"societies\":{\"totalCount\":0}")]
    [InlineData("societies(where: { not: { foundedOn: { gt: \"9999-12-31\" } } }) { totalCount }", "\"societies\":{\"totalCount\":109}")]
    [InlineData("whatIf(ruleSet: \"default\", from: \"2022-01-01\", to: \"9999-12-31\") { errors { code } }", "SP-REPLAY-001")]
    [InlineData("whatIf(ruleSet: \"default\", from: \"9999-12-31\", to: \"9999-12-31\") { errors { code } }", "SP-REPLAY-001")]
    [InlineData("whatIf(ruleSet: \"default\", from: \"0001-01-01\", to: \"2022-06-30\") { errors { code } }", "SP-REPLAY-002")]
    public async Task A_question_about_it_is_answered_or_refused(string asked, string expected)
    {
        var body = await service.AskAsync($"{{ {asked} }}");
        body.GetRawText().ShouldContain(expected);
        body.GetRawText().ShouldNotContain("infinity");
    }
}
