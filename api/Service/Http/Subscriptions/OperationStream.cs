using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Http.Records;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>A request → a stream of responses: of one for a query, of one per event for a subscription.</summary>
internal sealed class OperationStarter(
    QueryPipeline pipeline,
    OperationRunner runner,
    SubscriptionHub hub,
    DatabaseFailures failures,
    ReadRecord? reads = null
)
{
    /// <summary>A subscription is registered when this returns; a query has not begun.</summary>
    public async Task<Outcome<OperationStream>> StartAsync(GraphQLRequest request, CancellationToken ct)
    {
        var prepared = pipeline.Prepare(request);
        if (!prepared.TryGet(out var query))
        {
            return prepared.Errors;
        }

        var trace = string.Create(CultureInfo.InvariantCulture, $"stream {Guid.NewGuid():N}");
        if (query.Plan.Event is null)
        {
            return new OperationStream(null, token => runner.RunAsync(query, trace, token));
        }

        try
        {
            await (reads?.AddAsync(query, trace, ct) ?? ValueTask.CompletedTask);
            var subscribed = await hub.SubscribeAsync(query, ct);
            return subscribed.TryGet(out var subscription) ? new OperationStream(subscription, null) : subscribed.Errors;
        }
        catch (NpgsqlException error)
        {
            return failures.Explain(error, query.Plan, query.Language, trace).Errors;
        }
    }
}

/// <summary>Responses as JSON; disposing of it unsubscribes.</summary>
internal sealed class OperationStream(Subscription? subscription, Func<CancellationToken, Task<OperationResponse>>? run) : IDisposable
{
    /// <summary>Why the service ended the stream before its end; null where it did not.</summary>
    public StreamEnd? Reason => subscription?.Subscriber.Reason;

    /// <summary>Cancelled when the service ends a subscription; results may still wait.</summary>
    public CancellationToken Ended => subscription?.Subscriber.Ended ?? CancellationToken.None;

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (run is not null)
        {
            yield return (await run(ct)).Body;
        }

        if (subscription is not null)
        {
            await foreach (var result in subscription.Subscriber.Results.ReadAllAsync(ct))
            {
                yield return result;
                // Whoever reads comes back for more when the result is sent.
                ServiceSource.Results.Add(1, new KeyValuePair<string, object?>(ServiceSource.Outcome, "sent"));
            }
        }
    }

    public void Dispose() => subscription?.Dispose();
}
