using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>The owner of a database on a server of one's own is no superuser, and policies hold for it.</summary>
public sealed class PlainOwnerTests
{
    private const string Owner = "plain_owner";

    [Fact]
    public async Task An_owner_without_the_right_to_bypass_policies_migrates_fills_and_loads()
    {
        var given = await TestCluster.NewDatabaseAsync();
        await using (var admin = NpgsqlDataSource.Create(given))
        {
            await using var make = admin.CreateCommand(
                $"""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Owner}') THEN
                        CREATE ROLE {Owner} LOGIN CREATEROLE PASSWORD 'owner';
                    END IF;
                    EXECUTE format('ALTER DATABASE %I OWNER TO {Owner}', current_database());
                END $$;
                GRANT ALL ON SCHEMA public TO {Owner};
                """
            );
            await make.ExecuteNonQueryAsync();
        }

        await using var database = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(given) { Username = Owner, Password = "owner" }.ConnectionString
        );
        await new MigrationRunner(database).RunAsync();
        (await RuleSetLoader.LoadAsync(database, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
        (await GraphGenerator.RunAsync(database, City.Options with { Societies = 30 })).Problem.ShouldBeNull();
        (await LoadPipeline.RunAsync(database, new LoadOptions(GenerateOptions.Last, From: new(2026, 5, 1)))).Problem.ShouldBeNull();
        (
            await Catalogue.ReadAsync(database, "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity")
        ).ShouldBeEmpty();
        (await Catalogue.ReadAsync(database, "SELECT count(*)::text FROM graph.society")).ShouldBe(["30"]);
    }
}
