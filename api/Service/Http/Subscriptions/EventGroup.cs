using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>
/// Subscribers with the same operation and the same values: each event is one statement for all of them. Events come out in the order
/// in which they went in.
/// </summary>
internal sealed partial class EventGroup(
    PreparedQuery query,
    ImmutableArray<(string Argument, long Key)> filters,
    OperationRunner runner,
    SemaphoreSlim turns,
    TransportLimits limits,
    ILogger log
)
{
    private readonly Lock gate = new();
    private readonly List<Subscriber> subscribers = [];
    private readonly Queue<GraphEvent> pending = new();
    private bool isRunning;

    /// <summary>Those who are still told.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return subscribers.Count;
            }
        }
    }

    public void Add(Subscriber subscriber)
    {
        lock (gate)
        {
            subscribers.Add(subscriber);
        }
    }

    public void Remove(Subscriber subscriber)
    {
        lock (gate)
        {
            subscribers.Remove(subscriber);
        }
    }

    /// <summary>Takes an event; its statement runs later.</summary>
    public void Publish(GraphEvent happened)
    {
        if (happened.Topic != query.Plan.Event!.Topic || !happened.Meets(filters))
        {
            return;
        }

        lock (gate)
        {
            if (pending.Count >= limits.EventsPendingMax)
            {
                pending.Clear();
                happened = happened.Collapsed();
            }

            pending.Enqueue(happened);
            if (isRunning)
            {
                return;
            }

            isRunning = true;
        }

        _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        try
        {
            while (Next() is { } happened)
            {
                if (await AnswerAsync(happened) is { } answer)
                {
                    Deliver(answer);
                }
            }
        }
        catch (Exception failure)
        {
            // A fault of the program. Nobody awaits this task, so it is logged here, and sent to those who would wait for ever.
            Broken(log, failure);
            End();
        }
    }

    /// <summary>Null where it is nothing that these subscribers see.</summary>
    private async Task<ReadOnlyMemory<byte>?> AnswerAsync(GraphEvent happened)
    {
        await turns.WaitAsync();
        try
        {
            var trace = string.Create(CultureInfo.InvariantCulture, $"event {Guid.NewGuid():N}");
            if (!await runner.SeesAsync(happened.ConcernsOf(query.Access.Class), query.Access, trace))
            {
                return null;
            }

            return (await runner.RunAsync(query.For(happened.Values), trace, CancellationToken.None)).Body;
        }
        finally
        {
            turns.Release();
        }
    }

    private GraphEvent? Next()
    {
        lock (gate)
        {
            // With nobody left there is nothing to ask the database for.
            if (subscribers.Count > 0 && pending.TryDequeue(out var next))
            {
                return next;
            }

            pending.Clear();
            isRunning = false;
            return null;
        }
    }

    private void Deliver(ReadOnlyMemory<byte> result)
    {
        lock (gate)
        {
            var dropped = subscribers.RemoveAll(subscriber => !subscriber.Offer(result));
            ServiceSource.Results.Add(dropped, new KeyValuePair<string, object?>(ServiceSource.Outcome, "dropped"));
        }
    }

    private void End()
    {
        lock (gate)
        {
            subscribers.ForEach(subscriber => subscriber.End(StreamEnd.Failed));
            subscribers.Clear();
            pending.Clear();
            isRunning = false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An event could not be answered")]
    private static partial void Broken(ILogger log, Exception failure);
}
