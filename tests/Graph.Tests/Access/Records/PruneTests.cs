using Dapper;
using Npgsql;
using SocietyParty.Etl.Audit;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Access.Records;

/// <summary>What is older than it must be kept goes, and the rest of the chain verifies as before.</summary>
public sealed class PruneTests : IAsyncLifetime
{
    private NpgsqlDataSource graph = null!;

    public async Task InitializeAsync() => graph = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());

    public async Task DisposeAsync() => await graph.DisposeAsync();

    [Fact]
    public async Task The_chain_goes_on_from_where_it_was_cut()
    {
        await AuditTrail.SealAsync(graph);
        var before = await AuditTrail.VerifyAsync(graph, null);
        await EventAsync("24 months");
        await EventAsync("23 months");
        var old = (await AuditTrail.VerifyAsync(graph, null)).Last!;
        // The sample's own records are of today, so nothing before them goes.
        (await AuditTrail.PruneAsync(graph, 12)).ShouldBe(0);
        await ExecuteAsync($"{Off}; UPDATE graph.audit_event SET recorded_at = now() - interval '30 months'; {On}");
        await ReseedAsync();
        await EventAsync("1 month");
        var kept = (await AuditTrail.VerifyAsync(graph, null)).Last!;
        (await AuditTrail.PruneAsync(graph, 12, "tests")).ShouldBe(before.Events + 2);
        var report = await AuditTrail.VerifyAsync(graph, kept);
        report.Faults.ShouldBeEmpty();
        // What is left: the young one, and that the others went.
        (await AuditTrail.NewestAsync(graph, null, 10)).Select(one => one.Action).ShouldBe(["PRUNE", "RULE_SET"]);
        // A link from before the cut says nothing any more; that of the cut itself still does.
        (await AuditTrail.VerifyAsync(graph, old with { Number = 0 })).Faults.Single().Fault.ShouldBe("LINK_PRUNED");
        await using var connection = await graph.OpenConnectionAsync();
        var cut = await connection.QuerySingleAsync<AuditLink>("SELECT seal_id AS \"Number\", hash AS \"Hash\" FROM graph.audit_pruned");
        (await AuditTrail.VerifyAsync(graph, cut)).Faults.ShouldBeEmpty();
        (await AuditTrail.VerifyAsync(graph, cut with { Hash = new string('0', 64) })).Faults.Single().Fault.ShouldBe("LINK_GONE");
    }

    [Fact]
    public async Task Where_everything_went_the_next_link_follows_the_cut()
    {
        await ExecuteAsync($"{Off}; UPDATE graph.audit_event SET recorded_at = now() - interval '30 months'; {On}");
        await ReseedAsync();
        (await AuditTrail.PruneAsync(graph, 12)).ShouldBeGreaterThan(0);
        await AuditTrail.SealAsync(graph);
        await EventAsync("0 months");
        var report = await AuditTrail.VerifyAsync(graph, null);
        report.Faults.ShouldBeEmpty();
        report.Last!.Number.ShouldBeGreaterThan(1);
        // Whoever takes a link away by hand is still seen.
        await ExecuteAsync($"{Off}; DELETE FROM graph.audit_seal WHERE id = (SELECT min(id) FROM graph.audit_seal)");
        (await AuditTrail.VerifyAsync(graph, null)).Faults.ShouldContain(fault => fault.Fault == "LINK_BROKEN");
    }

    [Fact]
    public async Task Nothing_of_the_last_six_months_goes_whoever_asks()
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => AuditTrail.PruneAsync(graph, 5));
        refused.ConstraintName.ShouldBe("audit_event_is_kept");
        // And nothing at all by hand.
        await Should.ThrowAsync<PostgresException>(() => ExecuteAsync("DELETE FROM graph.audit_event"));
    }

    private const string Off = "ALTER TABLE graph.audit_event DISABLE TRIGGER USER; ALTER TABLE graph.audit_seal DISABLE TRIGGER USER";
    private const string On = "ALTER TABLE graph.audit_event ENABLE TRIGGER USER; ALTER TABLE graph.audit_seal ENABLE TRIGGER USER";

    /// <summary>An old record cannot be made by the program: it is put in as it was written then, and sealed.</summary>
    private async Task EventAsync(string age)
    {
        await ExecuteAsync(
            $"WITH e AS (INSERT INTO graph.audit_event (recorded_at, actor, action, subject, detail) "
                + $"VALUES (now() - interval '{age}', 'a', 'RULE_SET', 'x', '{{}}') "
                + "RETURNING id) INSERT INTO graph.audit_unsealed SELECT id FROM e"
        );
        await AuditTrail.SealAsync(graph);
    }

    /// <summary>The chain anew over records that were made older.</summary>
    private Task ReseedAsync() =>
        ExecuteAsync(
            $"{Off}; DELETE FROM graph.audit_seal; DELETE FROM graph.audit_unsealed; {On}; "
                + "INSERT INTO graph.audit_unsealed SELECT id FROM graph.audit_event; "
                + "SELECT graph.seal_audit()"
        );

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await graph.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
