using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http.Edge;
using SocietyParty.Service.Http.Records;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>What signing in needs of the web application; nothing of it where nobody signs in.</summary>
internal static class SignInServices
{
    public static void Add(IServiceCollection services, string graph, ServiceOptions options)
    {
        services.AddSingleton(provider => new RightGate(provider.GetService<IHttpContextAccessor>(), provider.GetService<AccessLog>()));
        services.AddSingleton<IOtherChanges>(provider =>
        {
            var writes = provider.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes);
            return new AccountChanges(writes, new TokenChanges(writes));
        });
        if (options.Access.Mode == AccessMode.Open)
        {
            services.AddSingleton<IAccessSource, OpenAccess>();
            // Who takes a file is written down here, too, under the name that a proxy gives.
            services.AddSingleton(provider => Log(provider, provider.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes)));
            return;
        }

        services.AddSingleton(options.Access);
        services.AddRateLimiter(_ => { });
        services.AddSingleton(new RateGate(options.Rates));
        services.AddHttpContextAccessor();
        // Sessions of their own: who is kept out must not wait behind those who are in, and the other way round.
        services.AddKeyedSingleton(NamedPool.Access, (_, _) => Source(graph, options.Http));
        services.AddSingleton(provider => new SignInStore(Database(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SessionStore(
            Database(provider),
            provider.GetRequiredService<TimeProvider>(),
            options.Access
        ));
        services.AddSingleton(provider => Log(provider, Database(provider)));
        services.AddSingleton(provider => new ReadRecord(
            Database(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IHttpContextAccessor>(),
            provider.GetRequiredService<ILogger<ReadRecord>>()
        ));
        services.AddHostedService(provider => provider.GetRequiredService<ReadRecord>());
        services.AddSingleton<SignInSource>();
        services.AddSingleton<IAccessSource>(provider => provider.GetRequiredService<SignInSource>());
        services.AddSingleton<LiveSignIns>();
        services.AddSingleton<SignInEndpoints>();
        ProviderServices.Add(services, options.Access.Provider);
    }

    /// <summary>What stands before everything that asks who somebody is.</summary>
    public static void Use(WebApplication app)
    {
        var access = app.Services.GetRequiredService<ServiceOptions>().Access;
        if (access.Mode == AccessMode.Open)
        {
            return;
        }

        TrustedProxy.Use(app, access);
        if (access.Provider.ClientId is not null)
        {
            // Takes the answers of the provider to its own address.
            app.UseAuthentication();
        }
    }

    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<ServiceOptions>().Access.Mode != AccessMode.Open)
        {
            SignInEndpoints.Map(app);
        }
    }

    private static AccessLog Log(IServiceProvider provider, NpgsqlDataSource database) =>
        new(database, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AccessLog>>());

    private static NpgsqlDataSource Database(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Access);

    private static NpgsqlDataSource Source(string graph, HttpLimits limits) =>
        NamedPool.Create(
            new NpgsqlConnectionStringBuilder(graph)
            {
                ApplicationName = "SocietyParty.Graph API, sign-in",
                MaxAutoPrepare = 30,
                MaxPoolSize = Math.Max(4, 2 * Environment.ProcessorCount),
            }
                .Bound(limits)
                .ConnectionString,
            NamedPool.Access
        );
}
