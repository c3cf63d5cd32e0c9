using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Model;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>What mutations need of the web application.</summary>
internal static class MutationServices
{
    public static void Add(IServiceCollection services, string graph, HttpLimits limits)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<MutationCatalogue>();
        services.AddSingleton<MutationTransaction>();
        services.AddSingleton<MutationRunner>();
        services.AddKeyedSingleton(NamedPool.Writes, (_, _) => Source(graph, limits));
        services.AddDbContextFactory<GraphContext>(
            (provider, options) =>
                options
                    .UseNpgsql(provider.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes))
                    // Another transaction's interference is expected and told by the pipeline itself.
                    .ConfigureWarnings(warnings =>
                        warnings.Ignore(
                            Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandError,
                            Microsoft.EntityFrameworkCore.Diagnostics.CoreEventId.SaveChangesFailed
                        )
                    )
        );
    }

    // Sessions of their own: those for reading cannot write.
    private static NpgsqlDataSource Source(string graph, HttpLimits limits) =>
        NamedPool.Create(
            new NpgsqlConnectionStringBuilder(graph)
            {
                ApplicationName = "SocietyParty.Graph API, changes",
                Options =
                    $"-c statement_timeout={limits.StatementMsMax} -c lock_timeout={limits.StatementMsMax} -c jit=off -c "
                    + "TimeZone=Asia/Shanghai",
                MaxPoolSize = Math.Max(8, limits.SessionsPerCore * Environment.ProcessorCount),
            }.ConnectionString,
            NamedPool.Writes
        );
}
