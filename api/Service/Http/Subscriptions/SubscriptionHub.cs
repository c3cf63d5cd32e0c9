using System.Collections.Immutable;
using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Access;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>Brings events of the database to the subscribers whom they concern.</summary>
internal sealed class SubscriptionHub : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<(PlannedOperation Plan, string Values, AccessClass Class, AccessScope? Scope), EventGroup> groups = [];
    private readonly SemaphoreSlim turns;
    private readonly EventFeed feed;
    private readonly OperationRunner runner;
    private readonly TransportLimits limits;
    private readonly ILogger<SubscriptionHub> log;

    public SubscriptionHub(EventFeed feed, OperationRunner runner, TransportLimits limits, ILogger<SubscriptionHub> log)
    {
        (this.feed, this.runner, this.limits, this.log) = (feed, runner, limits, log);
        turns = new SemaphoreSlim(limits.EventStatementsMax);
        feed.Heard = Publish;
    }

    /// <summary>Distinct subscriptions that somebody listens to.</summary>
    public int GroupCount
    {
        get
        {
            lock (gate)
            {
                return groups.Count;
            }
        }
    }

    /// <summary>Subscribers who are still told; who was too slow is none, though it has not heard so yet.</summary>
    public int SubscriberCount
    {
        get
        {
            lock (gate)
            {
                return groups.Values.Sum(group => group.Count);
            }
        }
    }

    /// <summary>From its return on, every event that is committed is delivered.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be listened to.</exception>
    public async Task<Outcome<Subscription>> SubscribeAsync(PreparedQuery query, CancellationToken ct)
    {
        var filters = ImmutableArray.CreateBuilder<(string Argument, long Key)>();
        foreach (var filter in query.Plan.Event!.Filters)
        {
            var read = filter.Key.Read(query.Variables);
            if (!read.TryGet(out var key))
            {
                return read.Errors;
            }

            filters.Add((filter.Name, (long)key.Value!));
        }

        await feed.ListenAsync(ct);
        var subscriber = new Subscriber(limits.EventsBufferedMax);
        var values = query.Values.Select(value => value.Value).Concat(filters.Select(filter => (object?)filter.Key));
        // Who sees the same gets the same answer: a team's number may be a branch's, too.
        var seen = string.Join('\n', values.Select(value => JsonSerializer.Serialize(value)));
        var id = (query.Plan, seen, query.Access.Class, AccessScope.Of(query.Access));
        lock (gate)
        {
            if (!groups.TryGetValue(id, out var group))
            {
                groups.Add(id, group = new EventGroup(query, filters.ToImmutable(), runner, turns, limits, log));
            }

            group.Add(subscriber);
        }

        return new Subscription(subscriber, () => Leave(id, subscriber));
    }

    public void Dispose() => turns.Dispose();

    private void Publish(GraphEvent happened)
    {
        ServiceSource.Events.Add(1, new KeyValuePair<string, object?>("societyparty.subscription.topic", happened.Topic));
        EventGroup[] all;
        lock (gate)
        {
            all = [.. groups.Values];
        }

        foreach (var group in all)
        {
            group.Publish(happened);
        }
    }

    private void Leave((PlannedOperation, string, AccessClass, AccessScope?) id, Subscriber subscriber)
    {
        lock (gate)
        {
            if (!groups.TryGetValue(id, out var group))
            {
                return;
            }

            group.Remove(subscriber);
            if (group.Count == 0)
            {
                groups.Remove(id);
            }
        }
    }
}

/// <summary>A stream of responses; disposing of it unsubscribes.</summary>
internal sealed class Subscription(Subscriber subscriber, Action leave) : IDisposable
{
    public Subscriber Subscriber { get; } = subscriber;

    public void Dispose()
    {
        leave();
        Subscriber.Dispose();
    }
}
