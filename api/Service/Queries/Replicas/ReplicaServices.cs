using System.Globalization;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Queries.Replicas;

/// <summary>Replicas as a service of the application, where the setting names some.</summary>
internal static class ReplicaServices
{
    /// <param name="graph">Connection string of the primary, or of all servers with <c>Target Session Attributes=primary</c>.</param>
    /// <param name="isLogin">Whether requests are served by a login that owns nothing.</param>
    public static void Add(IServiceCollection services, string graph, IReadOnlyList<string>? replicas, ServiceOptions options, bool isLogin)
    {
        if (replicas is not { Count: > 0 })
        {
            return;
        }

        services.AddSingleton(provider => Create(provider, graph, replicas, options, isLogin));
        services.AddHostedService(provider => provider.GetRequiredService<ReplicaSet>());
        services.AddSingleton<ReplicaCounts>();
    }

    private static ReplicaSet Create(
        IServiceProvider provider,
        string graph,
        IReadOnlyList<string> replicas,
        ServiceOptions options,
        bool isLogin
    )
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        var lagMax = TimeSpan.FromMilliseconds(options.Replica.LagMsMax);
        var history = new PrimaryHistory(lagMax * 2, clock);
        return new ReplicaSet(
            ReplicaSet.Watch(graph),
            [.. replicas.Select((server, i) => OfServer(server, i + 1))],
            history,
            TimeSpan.FromMilliseconds(options.Replica.WaitMsMax),
            clock,
            provider.GetRequiredService<ILogger<ReplicaSet>>()
        );

        Replica OfServer(string server, int number)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{NamedPool.Reads}-{number}");
            var connection = ReadSessions.Connection(server, options.Http);
            var everything = NamedPool.Create(connection.ConnectionString, name);
            return new Replica(
                number,
                SessionSources.Of(everything, connection, isLogin, name),
                everything,
                ReplicaSet.Watch(server),
                history,
                lagMax,
                clock
            );
        }
    }
}
