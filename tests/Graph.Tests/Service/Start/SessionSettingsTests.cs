using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Access;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Start;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>A pooler that drops what sessions are opened with would show a branch's secretary the whole graph.</summary>
public sealed class SessionSettingsTests
{
    private static readonly HttpLimits Limits = new ServiceOptions().Http;

    [Fact]
    public async Task A_way_to_the_database_that_drops_settings_is_named()
    {
        var graph = await SampleDatabase.ConnectionStringAsync();
        await using var pooler = new PoolProxy(graph);
        (await SessionSettings.FindLostAsync(graph, graph, Limits, default)).ShouldBeNull();
        foreach (
            var (owner, api, variable) in ((string, string?, string)[])
                [(pooler.ConnectionString, null, "ConnectionStrings__Graph"), (graph, pooler.ConnectionString, "ConnectionStrings__Api")]
        )
        {
            var lost = (await SessionSettings.FindLostAsync(owner, api, Limits, default)).ShouldNotBeNull();
            lost.Key.ShouldBe("SP-START-027");
            lost.In(Language.English).ShouldStartWith($"Sessions of {variable} do not get the settings");
        }
    }

    [Fact]
    public async Task The_program_does_not_start_behind_it()
    {
        await using var pooler = new PoolProxy(await SampleDatabase.NewAsync());
        var run = await ProgramRun.RunAsync(
            ProgramRun.Service,
            ["--urls", "http://127.0.0.1:0"],
            new Dictionary<string, string?> { ["ConnectionStrings__Graph"] = pooler.ConnectionString }
        );
        run.Status.ShouldBe(1);
        run.Text.ShouldContain("SP-START-027");
    }

    /// <summary>Put in front later, while the service runs.</summary>
    [Fact]
    public async Task A_session_without_its_role_serves_nobody()
    {
        var graph = await SampleDatabase.ConnectionStringAsync();
        await using var pooler = new PoolProxy(graph);
        (await BranchesAsync(graph)).ShouldBe(0);
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => BranchesAsync(pooler.ConnectionString));
        refused.Message.ShouldBe("A session that was opened in the role api_branch has the role none.");
    }

    private static async Task<long> BranchesAsync(string connection)
    {
        await using var source = SessionSources.InRole(new NpgsqlConnectionStringBuilder(connection), AccessClass.Branch, "tried");
        await using var command = source.CreateCommand("SELECT count(*) FROM graph.branch");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
