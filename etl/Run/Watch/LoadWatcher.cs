using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run.Watch;

/// <summary>
/// Keeps the star up to date: loads at once, then after each commit that touched the graph, and when a day ends in Beijing. A connection
/// that breaks is opened again; a load that another one keeps out is tried again; any other failure ends the watch.
/// </summary>
/// <param name="databases">Where the star and the graph are.</param>
/// <param name="observer">Hears of each load.</param>
/// <param name="times">How long it waits; the defaults where null.</param>
/// <param name="clock">Says which day it is; the machine's where null.</param>
public sealed class LoadWatcher(LoadDatabases databases, IWatchObserver observer, WatchTimes? times = null, TimeProvider? clock = null)
{
    private static readonly TimeSpan WaitMin = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(1);

    private readonly WatchTimes times = times ?? new WatchTimes();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private LoadOptions? first;
    private (string Reason, long At)? told;

    /// <summary>Watches until it is cancelled or a load fails for good.</summary>
    /// <param name="first">The first load; those that follow load what changed as of their day.</param>
    /// <param name="ct">Ends the watch; a load that runs at that moment is taken back.</param>
    /// <returns>The report of the load that failed; null after a cancellation.</returns>
    public async Task<LoadReport?> RunAsync(LoadOptions? first, CancellationToken ct)
    {
        this.first = first;
        var (cause, wait) = (WatchCause.Start, times.Reconnect);
        while (true)
        {
            ChangeFeed? feed = null;
            try
            {
                feed = await ChangeFeed.OpenAsync(databases.Graph, times, ct);
                observer.Note(new Sentence(cause == WatchCause.Start ? "Watch.Listening" : "Watch.Connected", []));
                while (true)
                {
                    var report = await LoadAsync(feed, cause, ct);
                    if (!report.Succeeded)
                    {
                        return report;
                    }

                    (wait, told) = (times.Reconnect, null);
                    cause = await NextAsync(feed, report.AsOf, ct);
                }
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                // Npgsql tells a cancellation in more than one way.
                return null;
            }
            catch (Exception broken) when (broken is NpgsqlException failure && IsOutage(failure) || feed is { Failure: not null })
            {
                // A load that was given up with the connection would only say that it was.
                Tell(feed?.Failure ?? broken, wait);
                // Idle connections are of the same server.
                databases.Graph.Clear();
                databases.Warehouse.Clear();
            }
            finally
            {
                if (feed is not null)
                {
                    await feed.DisposeAsync();
                }
            }

            // Notifications may have passed unheard.
            cause = WatchCause.Reconnected;
            await Task.Delay(wait, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < times.ReconnectMax ? wait * 2 : times.ReconnectMax;
        }
    }

    private async Task<LoadReport> LoadAsync(ChangeFeed feed, WatchCause cause, CancellationToken ct)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct, feed.Lost);
        for (var isTold = false; ; isTold = true)
        {
            // Taken before the load looks: what comes meanwhile is in the next one, or in both.
            var (count, since) = feed.Take();
            var options = first ?? new LoadOptions(LoadOptions.Today(clock)) { AllowsFuture = true };
            var report = await EndAsync(LoadPipeline.RunAsync(databases, options with { Command = "watch" }, ct: until.Token), feed);
            if (report.Problem?.Code != LoadProblem.Busy)
            {
                if (report.Succeeded)
                {
                    first = null;
                    observer.Loaded(new WatchLoad(cause, count, count > 0 ? Stopwatch.GetElapsedTime(since) : null, report));
                }

                return report;
            }

            if (!isTold)
            {
                observer.Note(new Sentence("Watch.Waits", []));
            }

            await Task.Delay(times.Busy, clock, ct);
        }
    }

    /// <summary>Says why, and once a minute that it is still so.</summary>
    private void Tell(Exception broken, TimeSpan wait)
    {
        if (told is var (reason, at) && reason == broken.Message && Stopwatch.GetElapsedTime(at) < times.Repeat)
        {
            return;
        }

        told = (broken.Message, Stopwatch.GetTimestamp());
        observer.Note(
            new Sentence(
                "Watch.Broke",
                [("reason", broken.Message), ("seconds", wait.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture))]
            )
        );
    }

    /// <summary>
    /// What the load says, unless the server is gone: each of its last statements would wait there for an answer. Nobody waits for it then.
    /// Where the server comes back, its lock keeps the next load out until it has ended, and it publishes nothing over a later one.
    /// </summary>
    private async Task<LoadReport> EndAsync(Task<LoadReport> load, ChangeFeed feed)
    {
        try
        {
            return await load.WaitAsync(feed.Lost);
        }
        catch (OperationCanceledException) when (feed.Failure is { } failure)
        {
            await Task.WhenAny(load, Task.Delay(times.Answer, clock));
            _ = load.ContinueWith(static left => left.Exception, TaskScheduler.Default);
            throw failure;
        }
    }

    /// <summary>Waits for the next reason to load: a commit, or the end of the day that was loaded, which may be over already.</summary>
    private async Task<WatchCause> NextAsync(ChangeFeed feed, DateOnly loaded, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var midnight = EndOfAsync(loaded, enough.Token);
        var heard = feed.HeardAsync(enough.Token);
        var which = await Task.WhenAny(midnight, heard);
        await which;
        await enough.CancelAsync();
        if (which == midnight)
        {
            return WatchCause.Day;
        }

        var began = Stopwatch.GetTimestamp();
        var quiet = times.Quiet;
        while (quiet > TimeSpan.Zero)
        {
            await Task.Delay(quiet, ct);
            quiet = times.Quiet - Stopwatch.GetElapsedTime(feed.LastHeard);
            var rest = times.QuietMax - Stopwatch.GetElapsedTime(began);
            quiet = quiet < rest ? quiet : rest;
        }

        return WatchCause.Change;
    }

    // The clock is looked at each minute: where it is set ahead, the day is over sooner than a timer of hours would say.
    // China has one time zone and no summer time. A timer counts whole milliseconds and may end one too early: the clock has the last
    // word, or the day that ends would be loaded once more.
    private async Task EndOfAsync(DateOnly day, CancellationToken ct)
    {
        var end = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(8));
        while (end - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(
                left > WaitMax ? WaitMax
                    : left > WaitMin ? left
                    : WaitMin,
                clock,
                ct
            );
        }
    }

    /// <summary>Whether the server or the way to it went away; what PostgreSQL refuses, it would refuse again.</summary>
    private static bool IsOutage(NpgsqlException failure) =>
        failure is PostgresException refused
            ? refused.SqlState
                is PostgresErrorCodes.AdminShutdown
                    or PostgresErrorCodes.CrashShutdown
                    or PostgresErrorCodes.CannotConnectNow
                    or PostgresErrorCodes.TooManyConnections
                    // A primary that became a standby between the look for it and the statement.
                    or PostgresErrorCodes.ReadOnlySqlTransaction
                || refused.SqlState.StartsWith("08", StringComparison.Ordinal)
            : failure.InnerException is not TimeoutException;
}
