using Npgsql;
using SocietyParty.Service.Queries.Replicas;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>
/// Which line of history a standby follows is seen at once with <c>pg_read_all_stats</c> alone; without it a standby is left out for
/// minutes after a promotion.
/// </summary>
public sealed class ReplicaWatchTests
{
    [Theory]
    [InlineData("watch_taking", "NOINHERIT", true)]
    [InlineData("watch_heir", "INHERIT", true)]
    [InlineData("watch_stranger", "NOINHERIT", false)]
    public async Task A_login_uses_what_it_was_granted(string login, string inherits, bool isGranted)
    {
        var graph = await TestCluster.NewDatabaseAsync();
        await using (var admin = NpgsqlDataSource.Create(graph))
        {
            await using var make = admin.CreateCommand(
                $"DROP ROLE IF EXISTS {login}; CREATE ROLE {login} LOGIN {inherits} PASSWORD 'watch'"
            );
            await make.ExecuteNonQueryAsync();
            if (isGranted)
            {
                await using var grant = admin.CreateCommand($"GRANT pg_read_all_stats TO {login}");
                await grant.ExecuteNonQueryAsync();
            }
        }

        await using var watch = ReplicaSet.Watch(
            new NpgsqlConnectionStringBuilder(graph) { Username = login, Password = "watch" }.ConnectionString
        );
        // A session that comes back from the pool has it, too.
        for (var time = 0; time < 2; time++)
        {
            await using var command = watch.CreateCommand("SELECT pg_has_role('pg_read_all_stats', 'USAGE')");
            (await command.ExecuteScalarAsync()).ShouldBe(isGranted);
        }
    }
}
