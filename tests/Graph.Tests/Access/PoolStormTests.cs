using System.Collections.Concurrent;
using System.Collections.Immutable;
using Npgsql;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>Few sessions, many scopes, and everything that can go wrong in between: nobody gets another one's rows.</summary>
[Collection(AccessCollection.Name)]
public sealed class PoolStormTests(AccessFixture city)
{
    private const int Requests = 1_200;
    private const int Callers = 8;

    private const string Branches = "SELECT coalesce(string_agg(id::text, ' ' ORDER BY id), '') FROM graph.branch";

    // The same of the star, through a view that is read as somebody else.
    private const string Numbers = "SELECT coalesce(string_agg(branch_id::text, ' ' ORDER BY branch_id), '') FROM mart.branch";

    [Theory]
    [InlineData(Branches)]
    [InlineData(Numbers)]
    public async Task Nobody_gets_the_rows_of_another_scope(string question)
    {
        var connection = new NpgsqlConnectionStringBuilder(city.ConnectionString)
        {
            MaxPoolSize = 3,
            MaxAutoPrepare = 20,
            NoResetOnClose = true,
            Options = "-c default_transaction_read_only=on -c statement_timeout=300",
        };
        using var sessions = SessionSources.Of(city.Database, connection, isLogin: false, "storm");
        var runner = new StatementRunner(sessions);
        var committees = Enumerable.Range(1, 7).Select(key => new RequestAccess("", AccessRole.CommitteeAdministrator, key)).ToList();
        var expected = new Dictionary<RequestAccess, string>();
        foreach (var committee in committees)
        {
            expected[committee] = await city.ScalarAsync<string>(
                $"{question} WHERE committee_id = ANY (graph.committees_within(@key))",
                new { key = committee.Subject }
            );
        }

        expected.Values.Distinct().Count().ShouldBe(7);
        expected[new RequestAccess("", AccessRole.CommitteeAdministrator)] = "";
        expected[new RequestAccess("", AccessRole.BranchSecretary, 5)] = "5";
        var callers = expected.Keys.ToList();
        var wrong = new ConcurrentBag<string>();
        var failed = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests),
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (number, _) =>
            {
                var caller = callers[number % callers.Count];
                try
                {
                    await DisturbAsync(runner, caller, number);
                }
                catch (Exception error) when (error is NpgsqlException or OperationCanceledException or InvalidOperationException)
                {
                    Interlocked.Increment(ref failed);
                }

                await runner.RunAsync(
                    Plain(question),
                    [],
                    caller,
                    reader =>
                    {
                        if (reader.GetString(0) is var seen && seen != expected[caller])
                        {
                            wrong.Add($"{caller.Role} {caller.Subject}: {seen}");
                        }

                        return Task.CompletedTask;
                    },
                    CancellationToken.None
                );
            }
        );

        wrong.ShouldBeEmpty();
        failed.ShouldBeGreaterThan(Requests / 2);
        // Whoever takes a session for itself finds no scope in it.
        await using var source = SessionSources.InRole(connection, AccessClass.Committee, "storm");
        await using var left = source.CreateCommand("SELECT coalesce(current_setting('sp.scope', true), '')");
        (await left.ExecuteScalarAsync()).ShouldBe("");
    }

    /// <summary>What goes wrong with a request before it, in five ways, and one that goes well.</summary>
    private static async Task DisturbAsync(StatementRunner runner, RequestAccess caller, int number)
    {
        using var cancel = new CancellationTokenSource();
        var (text, read) = (number / 10 % 6) switch
        {
            0 => ("SELECT 1 / 0", (Func<NpgsqlDataReader, Task>)Pass),
            1 => ("SELECT FROM FROM", Pass),
            2 => ("SELECT pg_sleep(1)", Pass),
            3 => ("SELECT generate_series(1, 100000)", _ => throw new OperationCanceledException()),
            4 => ("SELECT pg_sleep(0.2)", Pass),
            _ => (Branches, _ => throw new InvalidOperationException("Nobody reads on.")),
        };
        if (number / 10 % 6 == 4)
        {
            cancel.CancelAfter(5);
        }

        await runner.RunAsync(Plain(text), [], caller, read, cancel.Token);
    }

    private static Task Pass(NpgsqlDataReader reader) => Task.CompletedTask;

    private static Statement Plain(string text) => new(text, [], []);
}
