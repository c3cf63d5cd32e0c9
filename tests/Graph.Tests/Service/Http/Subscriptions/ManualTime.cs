namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>A clock that stands until the test moves it; it knows timers that ring once.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Ringer> ringers = [];
    private TimeSpan now;

    /// <summary>Whether somebody waits for the clock.</summary>
    public bool IsWatched
    {
        get
        {
            lock (gate)
            {
                return ringers.Count > 0;
            }
        }
    }

    /// <summary>Moves the clock; what is due has rung when this returns.</summary>
    public void Pass(TimeSpan time)
    {
        Ringer[] due;
        lock (gate)
        {
            now += time;
            due = [.. ringers.Where(ringer => ringer.Due <= now)];
            ringers.RemoveAll(due.Contains);
        }

        foreach (var ringer in due)
        {
            ringer.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            var ringer = new Ringer(this, now + dueTime, () => callback(state));
            ringers.Add(ringer);
            return ringer;
        }
    }

    private void Forget(Ringer ringer)
    {
        lock (gate)
        {
            ringers.Remove(ringer);
        }
    }

    private sealed class Ringer(ManualTime time, TimeSpan due, Action ring) : ITimer
    {
        public TimeSpan Due => due;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("It rings once.");

        public void Dispose() => time.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
