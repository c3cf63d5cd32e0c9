using Npgsql;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

public class TestClusterTests
{
    [Fact]
    public async Task A_new_database_is_a_copy_of_its_template()
    {
        var template = await TestCluster.TemplateAsync("with_one_table", async connectionString =>
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await using var command = source.CreateCommand("CREATE TABLE given (id int)");
            await command.ExecuteNonQueryAsync();
        });

        await using var copy = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync(template));
        await using var empty = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());

        (await CountOfGivenAsync(copy)).ShouldBe(1);
        (await CountOfGivenAsync(empty)).ShouldBe(0);
    }

    private static async Task<long> CountOfGivenAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM pg_tables WHERE tablename = 'given'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
