using System.Diagnostics.Metrics;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>How many connections and subscriptions are open, told when somebody asks.</summary>
internal sealed class OpenCounts
{
    public OpenCounts(IMeterFactory meters, OpenConnections connections, SubscriptionHub hub)
    {
        var meter = meters.Create(ServiceSource.Name);
        meter.CreateObservableUpDownCounter(
            "societyparty.subscription.connections",
            () => connections.Count,
            "{connection}",
            "WebSockets and event streams that are open."
        );
        meter.CreateObservableUpDownCounter(
            "societyparty.subscription.subscribers",
            () => hub.SubscriberCount,
            "{subscriber}",
            "Subscriptions that receive events."
        );
    }
}
