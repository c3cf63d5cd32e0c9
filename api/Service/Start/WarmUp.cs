using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;

namespace SocietyParty.Service.Start;

/// <summary>
/// Does once, behind a service that listens already, what the first reader and the first writer would wait for: the code that runs for the
/// first time, EF Core's model and PostgreSQL's sessions. It changes no row: its mutation is refused, and what it writes is rolled back. In
/// the end the memory that only the start needed is given back.
/// </summary>
internal static partial class WarmUp
{
    // A condition, an order, an object, a count: what most queries have.
    private const string Query = """
        { branches(where: { category: { eq: A } }, order: [{ name: ASC }], first: 1) { totalCount nodes { id name society { name } } } }
        """;

    // No branch has this identity, so the mutation ends with an error in its payload.
    private const string RefusedMutation = """
        mutation { establishBranch(input: { branch: "", establishedOn: "2026-01-01" }) { branch { name } errors { code message } } }
        """;

    /// <summary>Ends early when the service stops; a failure is a line in the log, since a cold service serves as well.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails here must not end a service that serves.")]
    public static async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            await Task.Run(
                async () =>
                {
                    await ReadAsync(services, ct);
                    if (services.GetRequiredService<ServiceOptions>().Switches.Mutations)
                    {
                        await RefuseAsync(services, ct);
                        await RollBackAsync(services, ct);
                    }

                    // What was needed once, such as by EF Core for its model: else the heap stays as large as it was then.
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                },
                ct
            );
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The service stops, and with it what this waited for.
        }
        catch (Exception error)
        {
            Failed(services.GetRequiredService<ILoggerFactory>().CreateLogger("SocietyParty.Service.Start.WarmUp"), error.Message);
        }
    }

    private static async Task ReadAsync(IServiceProvider services, CancellationToken ct)
    {
        var pipeline = services.GetRequiredService<QueryPipeline>();
        // Limits can be set so low that it is refused.
        if (
            pipeline
                .Prepare(new GraphQLRequest(Query, null, null) { IsOwn = true, Access = RequestAccess.Open(Actors.Unknown) })
                .TryGet(out var query)
        )
        {
            await pipeline.RunAsync(query, new MemorySink(), ct);
        }
    }

    private static async Task RefuseAsync(IServiceProvider services, CancellationToken ct)
    {
        var pipeline = services.GetRequiredService<QueryPipeline>();
        if (
            pipeline
                .Prepare(new GraphQLRequest(RefusedMutation, null, null) { IsOwn = true, Access = RequestAccess.Open(Actors.Unknown) })
                .TryGet(out var mutation)
        )
        {
            await services.GetRequiredService<MutationRunner>().RunAsync(mutation, null, _ => { }, ct);
        }
    }

    /// <summary>What every mutation that succeeds does, up to the commit. No row that others may want is locked.</summary>
    private static async Task RollBackAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var graph = services.GetRequiredService<GraphContexts>().Create(RequestAccess.Open("warm-up"));
        await using var transaction = await graph.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        await GraphContexts.EnterAsync(graph, RequestAccess.Open("warm-up"), isAlone: false, "warm-up", ct);
        await graph.Set<Branch>().OrderBy(branch => branch.Id).FirstOrDefaultAsync(ct);
        graph.Add(
            new Change
            {
                Actor = "warm-up",
                Mutation = "establishBranch",
                SubjectType = nameof(Branch),
                SubjectId = 1,
                InputHash = new string('0', 64),
            }
        );
        await graph.SaveChangesAsync(ct);
        await transaction.RollbackAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first requests will be slower, because the warm-up failed: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
