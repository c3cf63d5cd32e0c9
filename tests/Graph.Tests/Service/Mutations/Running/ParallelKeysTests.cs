using System.Data;
using System.Globalization;
using Npgsql;

namespace SocietyParty.Graph.Tests.Service.Mutations.Running;

/// <summary>
/// Changes at the same moment that have nothing to do with each other are both done at once. PostgreSQL knows by pages what was read; keys
/// that a program counts up (<c>2026-1</c>, <c>2026-2</c>) lie on one, and so do the newest rows of the record.
/// </summary>
public sealed class ParallelKeysTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_mutation_does_not_disturb_one_with_a_neighbouring_key()
    {
        await using var other = await city.Database.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync(IsolationLevel.Serializable);
        // What a change reads and writes of the record, whoever makes it.
        await ExecuteAsync(other, "SELECT FROM graph.change WHERE actor = 'anonymous' AND idempotency_key = '合成-相邻-1'");
        await FoundAsync("合成相邻学会", "合成-相邻-2");
        await ExecuteAsync(other, Keep("合成-相邻-1"));
        await transaction.CommitAsync();
        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.change WHERE idempotency_key LIKE '合成-相邻-_'")).ShouldBe(2);
    }

    [Fact]
    public async Task Three_records_at_one_moment_are_all_kept()
    {
        var open = new List<(NpgsqlConnection Connection, NpgsqlTransaction Transaction)>();
        try
        {
            foreach (var number in Enumerable.Range(1, 3))
            {
                var connection = await city.Database.OpenConnectionAsync();
                open.Add((connection, await connection.BeginTransactionAsync(IsolationLevel.Serializable)));
                await ExecuteAsync(connection, Keep(string.Create(CultureInfo.InvariantCulture, $"合成-同时-{number}")));
            }

            foreach (var (_, transaction) in open.AsEnumerable().Reverse())
            {
                await transaction.CommitAsync();
            }
        }
        finally
        {
            foreach (var (connection, transaction) in open)
            {
                await transaction.DisposeAsync();
                await connection.DisposeAsync();
            }
        }

        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.change WHERE idempotency_key LIKE '合成-同时-_'")).ShouldBe(3);
    }

    [Fact]
    public async Task What_is_refused_because_it_was_done_is_answered_as_it_was()
    {
        var society = await FoundAsync("合成再次学会", "合成-再次");
        (await FoundAsync("合成再次学会", "合成-再次")).ShouldBe(society);
        (await city.RefusedAsync("foundSociety", Input("合成另一学会", "合成-再次"))).ShouldHaveSingleItem().ShouldContain("IDEMPOTENCY");
        // Also where the input is refused in itself.
        (await city.RefusedAsync("foundSociety", Input(" ", "合成-再次"))).ShouldHaveSingleItem().ShouldContain("IDEMPOTENCY");
    }

    private async Task<string?> FoundAsync(string name, string key) =>
        (await city.DoneAsync("foundSociety", Input(name, key), "id")).GetProperty("id").GetString();

    private static object Input(string name, string key) =>
        new
        {
            name,
            committee = MutationFixture.Id("Committee", 1),
            kind = "LEARNED_SOCIETY",
            idempotencyKey = key,
        };

    private static string Keep(string key) =>
        $"""
            INSERT INTO graph.change (actor, mutation, subject_type, subject_id, idempotency_key, input_hash)
            VALUES ('anonymous', 'foundSociety', 'Society', 1, '{key}', repeat('0', 64))
            """;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
