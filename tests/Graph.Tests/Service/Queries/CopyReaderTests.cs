using System.Globalization;
using Npgsql;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Queries;
using SocietyParty.Sql.Writing;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>Rows that are read ahead, of any length, and what becomes of a statement whose rows nobody wants.</summary>
public sealed class CopyReaderTests : IAsyncLifetime
{
    private const int Patience = 60_000;

    private NpgsqlDataSource database = null!;
    private NpgsqlConnection connection = null!;
    private StatementSnapshot snapshot = null!;

    public async Task InitializeAsync()
    {
        database = NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());
        connection = await database.OpenConnectionAsync();
        snapshot = await SnapshotAsync(connection);
    }

    public async Task DisposeAsync()
    {
        await snapshot.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task<StatementSnapshot> SnapshotAsync(NpgsqlConnection connection) =>
        new(connection, await connection.BeginTransactionAsync());

    [Theory]
    [InlineData("SELECT '' WHERE false", 0)]
    [InlineData("SELECT ''", 1)]
    [InlineData("SELECT n::text FROM generate_series(0, 200000) AS n", 200_001)]
    [InlineData("SELECT repeat('x', n) FROM generate_series(130000, 132000, 7) AS n", 286)]
    [InlineData("SELECT repeat('x', (n * 7919) % 700001) FROM generate_series(0, 300) AS n", 301)]
    public async Task Rows_of_any_length_come_whole_and_in_order(string query, int count)
    {
        await using var copied = await CopyAsync(
            $"SELECT t, length(t)::text, NULL::text, encode(sha256(t::bytea), 'hex') FROM ({query}) AS q (t)",
            4
        );
        var found = 0;
        while (await copied.WaitAsync(default))
        {
            while (copied.Read())
            {
                found++;
                var length = int.Parse(copied.Value(1), CultureInfo.InvariantCulture);
                copied.Value(0).Length.ShouldBe(length);
                (copied.IsNull(0), copied.IsNull(2), copied.Value(2).Length).ShouldBe((false, true, 0));
                Convert
                    .ToHexStringLower(System.Security.Cryptography.SHA256.HashData(copied.Value(0)))
                    .ShouldBe(System.Text.Encoding.ASCII.GetString(copied.Value(3)));
            }
        }

        found.ShouldBe(count);
    }

    [Fact]
    public async Task A_failure_between_rows_is_told_to_who_reads_them()
    {
        await using var copied = await CopyAsync("SELECT repeat('x', 1000 / (3000 - n)) FROM generate_series(1, 9000) AS n", 1);
        var failure = await Should.ThrowAsync<PostgresException>(async () =>
        {
            while (await copied.WaitAsync(default))
            {
                while (copied.Read()) { }
            }
        });
        failure.SqlState.ShouldBe(PostgresErrorCodes.DivisionByZero);
    }

    [Theory]
    [InlineData("SELECT repeat('x', 1000) FROM generate_series(1, 100000000) AS n")]
    [InlineData("SELECT CASE n WHEN 1 THEN repeat('x', 20000) ELSE pg_sleep(600)::text END FROM generate_series(1, 2) AS n")]
    public async Task A_statement_whose_rows_nobody_wants_ends(string query)
    {
        var process = connection.ProcessID;
        var copied = await CopyAsync(query, 1);
        using var wait = new CancellationTokenSource(200);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            while (await copied.WaitAsync(wait.Token))
            {
                await Task.Delay(-1, wait.Token);
            }
        });
        await copied.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMilliseconds(Patience));
        (await ActiveAsync(process)).ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_that_does_not_begin_in_time_is_cancelled()
    {
        var process = connection.ProcessID;
        var failure = await Should.ThrowAsync<PostgresException>(() => CopyAsync("SELECT pg_sleep(600)::text", 1, firstMsMax: 200));
        failure.SqlState.ShouldBe(PostgresErrorCodes.QueryCanceled);
        await Eventually.BeAsync(async () => await ActiveAsync(process) == 0);
    }

    private async Task<long> ActiveAsync(int process)
    {
        await using var still = database.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND state = 'active'");
        still.Parameters.Add(new() { Value = process });
        return (long)(await still.ExecuteScalarAsync())!;
    }

    private Task<CopyReader> CopyAsync(string query, int columns, int firstMsMax = Patience) =>
        snapshot.CopyAsync(new ListStatement(query, [], columns, new ListObject([], null)), [], firstMsMax, Patience, default);
}
