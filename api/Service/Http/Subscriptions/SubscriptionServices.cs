using Npgsql;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Options;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>What serves operations over connections that stay open.</summary>
internal static class SubscriptionServices
{
    public static void Add(IServiceCollection services, string graph, ServiceOptions options)
    {
        services.AddSingleton(options.Transport);
        services.Configure<WebSocketOptions>(sockets =>
            sockets.KeepAliveInterval = sockets.KeepAliveTimeout = TimeSpan.FromMilliseconds(options.Transport.HeartbeatMs)
        );
        services.AddSingleton<OutageGate>();
        services.AddSingleton<DatabaseFailures>();
        services.AddSingleton<FieldRunner>();
        services.AddSingleton(provider => new WhoAmI(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes),
            provider.GetService<SignInStore>()
        ));
        services.AddSingleton<ReplayRunner>();
        services.AddSingleton(provider => new Replay(provider.GetRequiredService<NpgsqlDataSource>(), ReplayRunner.Limits));
        services.AddSingleton<OperationRunner>();
        services.AddSingleton(provider => new EventFeed(
            graph,
            new OutageGate(provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<ILogger<EventFeed>>()
        ));
        services.AddSingleton<SubscriptionHub>();
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<OperationStarter>();
        services.AddSingleton<SocketEndpoint>();
        services.AddSingleton<EventStreamEndpoint>();
    }

    /// <summary>Whether the request wants such a connection, and what serves it then.</summary>
    public static RequestDelegate? Find(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest ? context.RequestServices.GetRequiredService<SocketEndpoint>().HandleAsync
        : EventStreamEndpoint.IsWanted(context.Request) ? context.RequestServices.GetRequiredService<EventStreamEndpoint>().HandleAsync
        : null;
}
