namespace SocietyParty.Service.Telemetry;

/// <summary>
/// An outage is one thing that every request meets: the log has a line of it a minute, with how many met it since the one before.
/// </summary>
internal sealed class OutageGate(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? told;
    private int silent;

    /// <summary>Whether to write a line now, and how many were left out since the last one.</summary>
    public bool Opens(out int leftOut)
    {
        lock (gate)
        {
            // Not the time of day: set back by a day, it would keep the log silent for one.
            var now = clock.GetTimestamp();
            if (told is { } last && clock.GetElapsedTime(last, now) < Pause)
            {
                silent++;
                leftOut = 0;
                return false;
            }

            leftOut = silent;
            silent = 0;
            told = now;
            return true;
        }
    }
}
