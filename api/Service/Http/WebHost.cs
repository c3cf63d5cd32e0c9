using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;
using Npgsql;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.TypeSystem.Derivation;
using SocietyParty.Schema;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Health;
using SocietyParty.Service.Http.Edge;
using SocietyParty.Service.Http.Exports;
using SocietyParty.Service.Http.Imports;
using SocietyParty.Service.Http.Records;
using SocietyParty.Service.Http.Reports;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Http.Subscriptions;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Telemetry;
using SocietyParty.Service.Trust;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning;
using SocietyParty.Sql.Planning.Context;

namespace SocietyParty.Service.Http;

/// <summary>The web application over a database that is set up.</summary>
public static class WebHost
{
    /// <param name="graph">Connection string of the graph's database.</param>
    /// <param name="urls">Addresses to listen on, separated by semicolons.</param>
    /// <param name="schema">The contract, where the caller has built it already.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="trusted">The registered documents, where the caller has loaded them already; an invalid one throws here.</param>
    /// <param name="api">
    /// Connection string of a login that may take the API's roles and owns nothing; null: the graph's serves requests, too.
    /// </param>
    /// <param name="with">What tests put in the place of a service, such as a clock; null: nothing.</param>
    public static WebApplication Build(
        string graph,
        string urls,
        GraphQLSchema? schema = null,
        ServiceOptions? options = null,
        TrustedDocuments? trusted = null,
        string? api = null,
        Action<IServiceCollection>? with = null
    )
    {
        options ??= new ServiceOptions();
        schema ??= SchemaOfContract(options);
        trusted ??= TrustedDocuments.Load(schema, options).Value;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = options.Http.BodyBytesMax;
            kestrel.Limits.MaxRequestHeadersTotalSize = options.Http.HeaderBytesMax;
            kestrel.AddServerHeader = false;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Kestrel's failures to bind are thrown too, and told in a sentence by the program.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

        var reads = ReadConnection(graph, options.Http);
        builder.Services.AddSingleton(NamedPool.Create(reads.ConnectionString, NamedPool.Reads));
        builder.Services.AddSingleton(services =>
            SessionSources.Of(
                services.GetRequiredService<NpgsqlDataSource>(),
                api is null ? reads : ReadConnection(api, options.Http),
                api is not null,
                NamedPool.Reads
            )
        );
        builder.Services.AddSingleton(schema);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(trusted);
        builder.Services.AddSingleton<StatementRunner>();
        builder.Services.AddSingleton(services => new QueryPipeline(
            schema,
            new QueryPlanner(schema, GraphMap.For(schema), options.Query),
            services.GetRequiredService<StatementRunner>(),
            options,
            trusted
        ));
        builder.Services.AddSingleton<GraphQLEndpoint>();
        builder.Services.AddSingleton<ContractEndpoint>();
        ExportEndpoint.Add(builder.Services, schema, options, trusted);
        HealthEndpoints.Add(builder.Services, graph);
        SubscriptionServices.Add(builder.Services, graph, options);
        MutationServices.Add(builder.Services, graph, options.Http, api);
        builder.Services.AddSingleton<DayChange>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DayChange>());
        SheetEndpoints.Add(builder.Services, graph);
        ReportEndpoints.Add(builder.Services, graph);
        builder.Services.AddSingleton<OpenCounts>();
        // What GraphQL clients ask for is none of the types that are packed by default.
        builder.Services.AddResponseCompression(packing =>
            packing.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, ResponseMedia.GraphQL]
        );
        builder.Services.AddRequestDecompression();
        OtherOrigins.Add(builder.Services, options);
        SignInServices.Add(builder.Services, graph, options);
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(options.Edge.HstsDays));
        with?.Invoke(builder.Services);

        var app = builder.Build();
        _ = app.Services.GetRequiredService<OpenCounts>();
        Route(app);
        return app;
    }

    /// <summary>The contract in <c>schema/graphql</c> as types; a fault in it is a fault of the program and throws.</summary>
    public static GraphQLSchema SchemaOfContract(ServiceOptions? options = null)
    {
        var query = options?.Query ?? new QueryLimits();
        var built = SchemaBuilder.Build(Contract.Sources, new PageSizes(query.PageSizeDefault, query.PageSizeMax));
        return built.TryGet(out var schema) ? schema : throw new InvalidOperationException(string.Join('\n', built.Errors));
    }

    private static void Route(WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<GraphQLEndpoint>();
        var contract = app.Services.GetRequiredService<ContractEndpoint>();
        ProxyPath.Use(app);
        VersionHeader.Use(app);
        SafeHeaders.Use(app);
        NamedProxies.Use(app);
        RetryLater.Use(app);
        OtherOrigins.Use(app);
        ProgramFaults.Use(app);
        app.UseResponseCompression();
        Pages.UseForWhatIsMissing(app);
        PackedBody.Use(app);
        DayChange.Use(app);
        // Whether a request opens a socket is asked for when somebody asks who it is.
        app.UseWebSockets();
        SignInServices.Use(app);
        SafeHeaders.UseHsts(app);
        RateGate.Use(app);
        Caller.Use(app);
        RightGate.Use(app);
        FileRecord.Use(app);
        var hasPage = app.Services.GetRequiredService<ServiceOptions>().Switches.GraphiQL;
        app.MapMethods("/graphql", ["GET", "HEAD", "POST"], context => ContractEndpoint.IsWanted(context.Request)
                ? contract.SendAsync(context)
            : SubscriptionServices.Find(context) is { } open ? open(context)
            : !Pages.IsWanted(context.Request) ? endpoint.HandleAsync(context)
            : hasPage ? Pages.SendAsync(context, Pages.Altair)
            : Pages.RefuseAsync(context));
        if (!hasPage)
        {
            app.MapMethods("/altair/{**file}", Pages.Reading, Pages.RefuseAsync);
        }

        foreach (var route in Pages.Routes)
        {
            app.MapMethods(route, Pages.Reading, context => Pages.SendAsync(context, Pages.Office));
        }

        app.MapMethods("/favicon.ico", Pages.Reading, Pages.SendIconAsync);
        app.MapMethods("/health", Pages.Reading, HealthAsync);
        HealthEndpoints.Map(app);
        SheetEndpoints.Map(app);
        ReportEndpoints.Map(app);
        ExportEndpoint.Map(app);
        SignInServices.Map(app);
        AuditEndpoint.Map(app);
        if (!Directory.Exists(Pages.Folder))
        {
            return;
        }

        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Pages.Folder),
                OnPrepareResponse = file =>
                {
                    Pages.Protect(file.Context.Response, file.Context.Request.Path.Value!.TrimStart('/'));
                    // The build puts a hash of its content into the name of every file in there.
                    if (file.Context.Request.Path.StartsWithSegments("/assets"))
                    {
                        file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                    }
                },
            }
        );
    }

    private static async Task HealthAsync(HttpContext context)
    {
        try
        {
            await using var command = context.RequestServices.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(context.RequestAborted);
            await context.Response.WriteAsync("ok", context.RequestAborted);
        }
        catch (NpgsqlException)
        {
            // Each request for data logs the cause; a probe every second shall not fill the log.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync("the database cannot be reached", context.RequestAborted);
        }
    }

    // Sessions that only read, with a bound on time; days are those of Beijing; compiling short statements costs more than it gains.
    private const int SessionsMin = 8;

    private static NpgsqlConnectionStringBuilder ReadConnection(string graph, HttpLimits limits) =>
        new(graph)
        {
            ApplicationName = "SocietyParty.Graph API",
            Options =
                $"-c default_transaction_read_only=on -c statement_timeout={limits.StatementMsMax} -c jit=off -c TimeZone=Asia/Shanghai",
            MaxAutoPrepare = 100,
            MaxPoolSize = Math.Max(SessionsMin, limits.SessionsPerCore * Environment.ProcessorCount),
            // A session only ever runs planned SELECTs: it keeps no state that the next request could see. A scope ends with its batch.
            NoResetOnClose = true,
        };
}
