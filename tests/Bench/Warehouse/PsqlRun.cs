using System.Diagnostics;
using Npgsql;
using SocietyParty.Bench.Measure;
using SocietyParty.Etl.Run;

namespace SocietyParty.Bench.Warehouse;

/// <summary>A load of everything by this program, and its very statements by psql, each on a copy of the same database.</summary>
/// <param name="Statements">How many there are.</param>
internal sealed record PsqlRun(
    int Statements,
    double LoaderSeconds,
    double? LoaderPostgresCpuSeconds,
    double PsqlSeconds,
    double? PsqlPostgresCpuSeconds
)
{
    private static readonly string[] Copies = ["same_sql_loader", "same_sql_psql"];

    /// <summary>Makes the copies; nobody may use the database meanwhile.</summary>
    /// <param name="database">What is copied.</param>
    /// <param name="connectionString">Its own, password included.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task CopyAsync(NpgsqlDataSource database, string connectionString, CancellationToken ct)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        foreach (var copy in Copies)
        {
            // A database with sessions is not copied.
            database.Clear();
            await ElsewhereAsync(connectionString, $"CREATE DATABASE {copy} TEMPLATE \"{name}\"", ct);
        }
    }

    /// <summary>Measures on the copies and removes them.</summary>
    /// <param name="connectionString">Of the database that they are copies of, password included.</param>
    /// <param name="psql">The program.</param>
    /// <param name="options">What is loaded.</param>
    /// <param name="postgres">The server's processes.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<PsqlRun> RunAsync(
        string connectionString,
        string psql,
        LoadOptions options,
        PostgresUsage? postgres,
        CancellationToken ct
    )
    {
        var loader = await RecordedLoad.RunAsync(To(connectionString, Copies[0]), options, postgres, ct);
        var script = Path.GetTempFileName();
        try
        {
            await PsqlScript.WriteAsync(script, "SET LOCAL jit", loader.Statements, ct);
            var before = postgres?.CpuMs();
            var seconds = await PsqlAsync(psql, new NpgsqlConnectionStringBuilder(To(connectionString, Copies[1])), script, ct);
            return new PsqlRun(
                loader.Statements.Count,
                loader.Seconds,
                loader.PostgresCpuSeconds,
                seconds,
                (postgres?.CpuMs() - before) / 1000.0
            );
        }
        finally
        {
            File.Delete(script);
            foreach (var copy in Copies)
            {
                await ElsewhereAsync(connectionString, $"DROP DATABASE IF EXISTS {copy} WITH (FORCE)", ct);
            }
        }
    }

    private static async Task<double> PsqlAsync(string psql, NpgsqlConnectionStringBuilder to, string script, CancellationToken ct)
    {
        var start = new ProcessStartInfo(psql) { RedirectStandardError = true };
        foreach (var argument in new[] { "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--output", "/dev/null", "--file", script })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = $"{to.Port}";
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGPASSWORD"] = to.Password;
        start.Environment["PGDATABASE"] = to.Database;
        start.Environment["PGOPTIONS"] = "--client-min-messages=warning";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var complained = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new BenchException("SP-BENCH-208", $"psql could not run the load's statements: {complained}");
    }

    private static string To(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;

    private static async Task ElsewhereAsync(string connectionString, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(To(connectionString, "postgres"));
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }
}
