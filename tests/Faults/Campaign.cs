using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace SocietyParty.Faults;

/// <summary>What to do.</summary>
/// <param name="Folder">Of the private cluster.</param>
/// <param name="Times">How often each fault.</param>
/// <param name="Callers">How many clients.</param>
/// <param name="Calm">Undisturbed work before each fault and after it.</param>
/// <param name="Seed">Of delays.</param>
/// <param name="LogFile">What the service says is added to it; null: it is dropped.</param>
internal sealed record CampaignOptions(string Folder, int Times, int Callers, TimeSpan Calm, int Seed, string? LogFile);

/// <summary>What was found of one fault.</summary>
/// <param name="Name">The fault's.</param>
/// <param name="What">In words.</param>
/// <param name="Times">How often it was struck.</param>
/// <param name="NotRun">Why it was not; null where it was.</param>
/// <param name="Acknowledged">Changes that callers heard were done.</param>
/// <param name="Lost">Of these, how many are not there.</param>
/// <param name="Doubled">Changes that are there twice or more.</param>
/// <param name="Wrong">Answers that contradict the books.</param>
/// <param name="Refusals">What was answered meanwhile instead of what was asked for, and how often.</param>
/// <param name="SecondsMax">Longest time from the strike until all callers were served again.</param>
/// <param name="Latencies">How long clients waited; null where it was not run.</param>
internal sealed record FaultResult(
    string Name,
    string What,
    int Times,
    string? NotRun,
    long Acknowledged,
    long Lost,
    long Doubled,
    IReadOnlyList<string> Wrong,
    IReadOnlyDictionary<string, int> Refusals,
    double SecondsMax,
    Latencies? Latencies
)
{
    public static FaultResult Hindered(Fault fault, string by) =>
        new(fault.Name, fault.What, 0, by, 0, 0, 0, [], new Dictionary<string, int>(), 0, null);

    public bool Holds => Lost == 0 && Doubled == 0 && Wrong.Count == 0;
}

/// <summary>Strikes one fault after the other.</summary>
internal static class Campaign
{
    private static readonly TimeSpan RecoveryMax = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Of less than this nobody could say what one in a hundred waited.
    private static readonly TimeSpan MeanwhileMin = TimeSpan.FromSeconds(5);

    private const string Branches = $$"""
        query ($first: Int!) { branches(first: $first, where: { status: { eq: ESTABLISHED } }) { nodes { id } } {{Truth.Query}} }
        """;

    public static async Task<IReadOnlyList<FaultResult>> RunAsync(
        IReadOnlyList<Fault> faults,
        CampaignOptions options,
        CancellationToken ct
    )
    {
        var random = new Random(options.Seed);
        var results = new List<FaultResult>();
        Stage? stage = null;
        try
        {
            foreach (var fault in faults)
            {
                Console.Error.WriteLine($"{fault.Name}: {fault.What}");
                if (fault.Obstacle() is { } obstacle)
                {
                    results.Add(FaultResult.Hindered(fault, obstacle));
                    continue;
                }

                var found = new List<Strike>();
                for (var time = 1; time <= options.Times; time++)
                {
                    if (stage is not null && stage.Scene != fault.Scene)
                    {
                        await stage.DisposeAsync();
                        stage = null;
                    }

                    stage ??= await Stage.SetAsync(options.Folder, options.LogFile, fault.Scene, ct);
                    found.Add(await StrikeAsync(fault, time, stage, options, random, ct));
                    if (fault.LeavesRuins)
                    {
                        await stage.DisposeAsync();
                        stage = null;
                    }
                }

                results.Add(Sum(fault, found));
            }
        }
        finally
        {
            if (stage is not null)
            {
                await stage.DisposeAsync();
            }
        }

        return results;
    }

    /// <summary>What one strike brought.</summary>
    private sealed record Strike(
        IReadOnlyList<Caller> Callers,
        IReadOnlyDictionary<string, long> There,
        TimeSpan Recovered,
        IReadOnlyList<Wait> Before,
        IReadOnlyList<Wait> Meanwhile
    );

    private static async Task<Strike> StrikeAsync(
        Fault fault,
        int time,
        Stage stage,
        CampaignOptions options,
        Random random,
        CancellationToken ct
    )
    {
        await fault.PrepareAsync(stage, ct);
        var (branches, truth) = await GroundAsync(stage, options.Callers, ct);
        var clock = Stopwatch.StartNew();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var callers = branches
            .Select(
                (branch, number) =>
                    new Caller(
                        stage.Address,
                        branch,
                        string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(fault, time)}{number}"),
                        truth,
                        clock,
                        stage.Token
                    )
            )
            .ToList();
        var work = callers.Select(caller => Task.Run(() => caller.RunAsync(stop.Token, giveUp.Token), CancellationToken.None)).ToList();
        await Task.Delay(options.Calm, ct);
        var struck = clock.Elapsed;
        await fault.StrikeAsync(stage, random, ct);
        await Task.Delay(fault.Lasts, ct);
        await fault.MendAsync(stage, ct);
        var mended = clock.Elapsed;
        while (callers.Exists(caller => caller.ServedAfter(mended) is null))
        {
            if (clock.Elapsed - mended > RecoveryMax)
            {
                throw new FaultException($"{fault.Name}: not all callers were served again within {RecoveryMax.TotalSeconds} s.");
            }

            await Task.Delay(Pause, ct);
        }

        var recovered = clock.Elapsed;
        await Task.Delay(options.Calm, ct);
        await stop.CancelAsync();
        giveUp.CancelAfter(RecoveryMax);
        await Task.WhenAll(work);
        await fault.VerifyAsync(stage, ct);
        var over = recovered - struck > MeanwhileMin ? recovered : struck + MeanwhileMin;
        var waits = callers.SelectMany(caller => caller.Waits).ToList();
        return new Strike(
            callers,
            await ThereAsync(stage, PrefixOf(fault, time), ct),
            recovered - struck,
            // The first half has what a program does once after its start.
            [.. waits.Where(wait => wait.At >= struck / 2 && wait.At + wait.Took <= struck)],
            [.. waits.Where(wait => wait.At + wait.Took > struck && wait.At < over)]
        );
    }

    private static FaultResult Sum(Fault fault, IReadOnlyList<Strike> strikes)
    {
        var all = strikes.SelectMany(strike => strike.Callers).ToList();
        var there = strikes.SelectMany(strike => strike.There).ToDictionary();
        var sent = all.SelectMany(caller => caller.Sent).ToHashSet();
        var acknowledged = all.SelectMany(caller => caller.Acknowledged).ToList();
        if (acknowledged.Count == 0)
        {
            throw new FaultException($"{fault.Name}: nothing was acknowledged, so nothing was proved.");
        }

        return new FaultResult(
            fault.Name,
            fault.What,
            strikes.Count,
            null,
            acknowledged.Count,
            acknowledged.Count(title => !there.ContainsKey(title)),
            there.Count(title => title.Value > 1),
            [
                .. all.SelectMany(caller => caller.Wrong),
                .. there.Keys.Where(title => !sent.Contains(title)).Select(title => $"{title} is there and nobody sent it"),
            ],
            all.SelectMany(caller => caller.Refusals)
                .GroupBy(refusal => refusal.Key)
                .OrderBy(refusals => refusals.Key, StringComparer.Ordinal)
                .ToDictionary(refusals => refusals.Key, refusals => refusals.Sum(refusal => refusal.Value)),
            strikes.Max(strike => strike.Recovered.TotalSeconds),
            Latencies.Of([.. strikes.SelectMany(strike => strike.Before)], [.. strikes.SelectMany(strike => strike.Meanwhile)])
        );
    }

    private static string PrefixOf(Fault fault, int time) => string.Create(CultureInfo.InvariantCulture, $"演练-{fault.Name}-{time}-");

    /// <summary>A branch for each caller, and what none of them changes.</summary>
    private static async Task<(IReadOnlyList<string> Branches, Truth Truth)> GroundAsync(Stage stage, int callers, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = stage.Address };
        if (stage.Token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", stage.Token);
        }

        using var answer = await http.PostAsJsonAsync("/graphql", new { query = Branches, variables = new { first = callers } }, ct);
        var data = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("data");
        var nodes = data.GetProperty("branches").GetProperty("nodes").EnumerateArray();
        return ([.. nodes.Select(node => node.GetProperty("id").GetString()!)], Truth.Of(data));
    }

    /// <summary>What the database has, asked past the service.</summary>
    private static async Task<Dictionary<string, long>> ThereAsync(Stage stage, string prefix, CancellationToken ct)
    {
        await using var connection = await stage.ConnectAsync(ct);
        await using var command = new NpgsqlCommand(
            "SELECT title, count(*) FROM graph.activity WHERE starts_with(title, $1) GROUP BY title",
            connection
        );
        command.Parameters.AddWithValue(prefix);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var there = new Dictionary<string, long>();
        while (await rows.ReadAsync(ct))
        {
            there[rows.GetString(0)] = rows.GetInt64(1);
        }

        return there;
    }
}
