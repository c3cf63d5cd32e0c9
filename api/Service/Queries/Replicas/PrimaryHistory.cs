using NpgsqlTypes;

namespace SocietyParty.Service.Queries.Replicas;

/// <summary>
/// Where the primary's log stood, and when: by it a replica that has replayed it up to somewhere is known to be no older than that moment.
/// A replica's own clock of the last transaction stands still where nobody writes, and would say that it lags.
/// </summary>
public sealed class PrimaryHistory(TimeSpan kept)
{
    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset At, NpgsqlLogSequenceNumber Position)> samples = new();

    /// <summary>The line of history that the primary writes; another one's positions mean something else.</summary>
    public PrimaryLine? Line { get; private set; }

    /// <param name="at">A moment before which the position held.</param>
    /// <param name="position">Of the log.</param>
    /// <param name="line">Whose.</param>
    public void Add(DateTimeOffset at, NpgsqlLogSequenceNumber position, PrimaryLine line)
    {
        lock (gate)
        {
            if (Line != line)
            {
                samples.Clear();
                Line = line;
            }

            samples.Enqueue((at, position));
            while (samples.Count > 1 && at - samples.Peek().At > kept)
            {
                samples.Dequeue();
            }
        }
    }

    /// <summary>The latest moment whose state was replayed with certainty; null: before all that is known.</summary>
    public DateTimeOffset? FreshAt(NpgsqlLogSequenceNumber replayed)
    {
        lock (gate)
        {
            DateTimeOffset? fresh = null;
            foreach (var (at, position) in samples)
            {
                if (position > replayed)
                {
                    break;
                }

                fresh = at;
            }

            return fresh;
        }
    }
}

/// <summary>A server's history: which cluster, and after how many promotions.</summary>
public sealed record PrimaryLine(long Cluster, long Timeline);
