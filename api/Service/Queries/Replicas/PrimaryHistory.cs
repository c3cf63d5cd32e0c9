using NpgsqlTypes;

namespace SocietyParty.Service.Queries.Replicas;

/// <summary>
/// Where the primary's log stood, and when: by it a replica that has replayed it up to somewhere is known to be no older than that moment.
/// A replica's own clock of the last transaction stands still where nobody writes, and would say that it lags.
/// Moments are timestamps of the monotonic clock: the time of day may jump.
/// </summary>
/// <param name="kept">How long a sample is.</param>
/// <param name="clock">Of the timestamps.</param>
public sealed class PrimaryHistory(TimeSpan kept, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<(long At, NpgsqlLogSequenceNumber Position)> samples = new();

    /// <summary>The line of history that the primary writes; another one's positions mean something else.</summary>
    public PrimaryLine? Line { get; private set; }

    /// <param name="at">A timestamp before which the position was asked for.</param>
    /// <param name="position">Of the log.</param>
    /// <param name="line">Whose.</param>
    public void Add(long at, NpgsqlLogSequenceNumber position, PrimaryLine line)
    {
        lock (gate)
        {
            if (Line != line)
            {
                samples.Clear();
                Line = line;
            }

            samples.Enqueue((at, position));
            while (samples.Count > 1 && clock.GetElapsedTime(samples.Peek().At, at) > kept)
            {
                samples.Dequeue();
            }
        }
    }

    /// <summary>The latest moment whose state was replayed with certainty; null: before all that is known.</summary>
    public long? FreshAt(NpgsqlLogSequenceNumber replayed)
    {
        lock (gate)
        {
            long? fresh = null;
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
