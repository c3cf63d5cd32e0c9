using Dapper;
using Npgsql;

namespace SocietyParty.Etl.WhatIf;

/// <summary>What one replay looks at, in one transaction that can write nothing.</summary>
internal sealed class ReplayScope(NpgsqlConnection connection, NpgsqlTransaction transaction, DateOnly from, DateOnly to)
{
    private readonly Dictionary<string, bool> same = [];

    public NpgsqlConnection Connection => connection;

    public DateOnly From => from;

    public DateOnly To => to;

    /// <summary>The ends of the months, and the last day where it ends none; places of days count from 1.</summary>
    public IReadOnlyList<DateOnly> Days { get; } = DaysOf(from, to);

    public IReadOnlyDictionary<long, (string Name, string Region)> Committees { get; init; } =
        new Dictionary<long, (string Name, string Region)>();

    /// <summary>Regions of these committees.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Regions of all committees: a society's branch may be another committee's.</summary>
    public IReadOnlyList<string> AllRegions { get; init; } = [];

    public IReadOnlyDictionary<long, string> Societies { get; init; } = new Dictionary<long, string>();

    public IReadOnlyDictionary<long, string> Branches { get; init; } = new Dictionary<long, string>();

    /// <summary>A statement under etl/WhatIf/Sql.</summary>
    public CommandDefinition Command(string file, object parameters, CancellationToken ct) =>
        Statement(ReplayStatement.All[file], parameters, ct);

    /// <inheritdoc cref="Command"/>
    // The session has the time limit, so that a replay has one and not each of its statements.
    public CommandDefinition Statement(string sql, object? parameters, CancellationToken ct) =>
        new(sql, parameters, transaction, commandTimeout: 0, cancellationToken: ct);

    /// <summary>Whether a section says the same with the draft and without it, wherever and whenever it is looked at.</summary>
    public bool Same(DraftRules rules, string section)
    {
        if (!same.TryGetValue(section, out var known))
        {
            known = rules.Runs(isAfter: false, section, AllRegions, Days).Says(rules.Runs(isAfter: true, section, AllRegions, Days));
            same.Add(section, known);
        }

        return known;
    }

    /// <summary>Days that follow each other and are alike become one.</summary>
    /// <param name="states">In the order of the days; places count from 1.</param>
    public IEnumerable<ReplayRun<T>> Runs<T>(IEnumerable<(int Day, T State)> states)
    {
        (int First, int Last, T State)? open = null;
        foreach (var (day, state) in states)
        {
            if (open is { } run && run.Last + 1 == day && EqualityComparer<T>.Default.Equals(run.State, state))
            {
                open = run with { Last = day };
                continue;
            }

            if (open is { } ended)
            {
                yield return Run(ended);
            }

            open = (day, day, state);
        }

        if (open is { } last)
        {
            yield return Run(last);
        }
    }

    private ReplayRun<T> Run<T>((int First, int Last, T State) run) =>
        new(run.State, Days[run.First - 1], Days[run.Last - 1], run.Last - run.First + 1);

    private static List<DateOnly> DaysOf(DateOnly from, DateOnly to)
    {
        var days = new List<DateOnly>();
        // Counted, because the month after the calendar's last one is no day.
        for (var month = from.Year * 12 + from.Month - 1; month <= to.Year * 12 + to.Month - 1; month++)
        {
            var (year, place) = Math.DivRem(month, 12);
            days.Add(new DateOnly(year, place + 1, DateTime.DaysInMonth(year, place + 1)));
        }

        if (days[^1] > to)
        {
            days[^1] = to;
        }

        return days;
    }
}

/// <summary>Days that follow each other and are alike.</summary>
internal sealed record ReplayRun<T>(T State, DateOnly First, DateOnly Last, int Count);
