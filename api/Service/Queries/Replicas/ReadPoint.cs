using System.Globalization;
using NpgsqlTypes;

namespace SocietyParty.Service.Queries.Replicas;

/// <summary>What a query must not be older than. The default is the primary: who forgets to say gets what is true now.</summary>
public readonly record struct ReadPoint
{
    private readonly bool mayBeReplica;

    private ReadPoint(long? timeline, NpgsqlLogSequenceNumber after) => (Timeline, After, mayBeReplica) = (timeline, after, true);

    /// <summary>Nothing is new enough but the primary.</summary>
    public static ReadPoint Primary => default;

    /// <summary>Whatever replica serves, as far behind as the limit lets it be.</summary>
    public static ReadPoint Anywhere { get; } = new(null, default);

    public bool IsPrimary => !mayBeReplica;

    /// <summary>Of which history the place is; null: of any.</summary>
    public long? Timeline { get; }

    /// <summary>The place in PostgreSQL's log that must have been replayed; zero: any.</summary>
    public NpgsqlLogSequenceNumber After { get; }

    /// <summary>As clients carry it, such as <c>1/0/16B3748</c>: timeline, then place.</summary>
    public static string Text(long timeline, NpgsqlLogSequenceNumber after) =>
        string.Create(CultureInfo.InvariantCulture, $"{timeline}/{after}");

    /// <summary>Whatever has replayed the log up to there; the primary where the text is no such place.</summary>
    public static ReadPoint AfterText(string text)
    {
        var cut = text.IndexOf('/', StringComparison.Ordinal);
        return
            cut > 0
            && long.TryParse(text.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var timeline)
            && NpgsqlLogSequenceNumber.TryParse(text.AsSpan(cut + 1), out var after)
            ? new(timeline, after)
            : Primary;
    }
}
