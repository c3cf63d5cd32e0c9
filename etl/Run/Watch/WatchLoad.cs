using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run.Watch;

/// <summary>Why a watched load began.</summary>
public enum WatchCause
{
    /// <summary>The watch began.</summary>
    Start,

    /// <summary>A commit touched something.</summary>
    Change,

    /// <summary>A day ended in Beijing: days come due without a change.</summary>
    Day,

    /// <summary>The connection was lost for a while, and notifications with it.</summary>
    Reconnected,
}

/// <summary>One load of a watch.</summary>
/// <param name="Cause">Why it began.</param>
/// <param name="Notifications">Commits that were heard of since the load before.</param>
/// <param name="VisibleAfter">From the first of them until the load had committed; null where there was none.</param>
/// <param name="Report">What it did.</param>
public sealed record WatchLoad(WatchCause Cause, int Notifications, TimeSpan? VisibleAfter, LoadReport Report);

/// <summary>Hears what a watch does.</summary>
public interface IWatchObserver
{
    /// <summary>A load published.</summary>
    void Loaded(WatchLoad load);

    /// <summary>Something that a person should know: it listens, it waits, the connection broke.</summary>
    void Note(Sentence text);
}

/// <summary>How long a watch waits.</summary>
public sealed record WatchTimes
{
    /// <summary>A load begins when no commit was heard of for so long: those that come together are one load.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>And no later than this after the first one.</summary>
    public TimeSpan QuietMax { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Until a load that was refused because another one runs is tried again.</summary>
    public TimeSpan Busy { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Until a lost connection is tried again; doubled each time up to <see cref="ReconnectMax"/>.</summary>
    public TimeSpan Reconnect { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait before a lost connection is tried again.</summary>
    public TimeSpan ReconnectMax { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time between two notes of an outage with the same reason.</summary>
    public TimeSpan Repeat { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A connection that says nothing for so long is asked whether it is still there.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where it does not answer for so long, whole seconds, it is not.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(5);
}
