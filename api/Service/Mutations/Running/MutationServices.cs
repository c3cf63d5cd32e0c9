using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>What mutations need of the web application.</summary>
internal static class MutationServices
{
    /// <param name="api">Of sessions in a role; null: as the graph's.</param>
    public static void Add(IServiceCollection services, string graph, HttpLimits limits, string? api = null)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<MutationCatalogue>();
        services.AddSingleton<MutationTransaction>();
        services.AddSingleton<MutationRunner>();
        services.AddKeyedSingleton(NamedPool.Writes, (_, _) =>
            NamedPool.Create(Connection(graph, limits).ConnectionString, NamedPool.Writes)
        );
        services.AddKeyedSingleton(NamedPool.Writes, (provider, _) =>
            SessionSources.Of(
                provider.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes),
                Connection(api ?? graph, limits),
                api is not null,
                NamedPool.Writes
            )
        );
        services.AddSingleton(provider => new GraphContexts(provider.GetRequiredKeyedService<SessionSources>(NamedPool.Writes)));
    }

    // Sessions of their own: those for reading cannot write. They keep nothing that the next one could see, for scope and settings end
    // with their transaction; a reset would throw away every plan, those of triggers and foreign keys too.
    private static NpgsqlConnectionStringBuilder Connection(string graph, HttpLimits limits) =>
        new NpgsqlConnectionStringBuilder(graph)
        {
            ApplicationName = "SocietyParty.Graph API, changes",
            MaxAutoPrepare = 200,
            MaxPoolSize = Math.Max(8, limits.SessionsPerCore * Environment.ProcessorCount),
            NoResetOnClose = true,
        }.Bound(limits);
}
