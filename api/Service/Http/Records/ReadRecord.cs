using System.Text.Json;
using System.Threading.Channels;
using Npgsql;
using SocietyParty.GraphQL.Execution;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.Records;

/// <summary>
/// Writes who read what of people. The request hands it over before it is answered and waits for nothing; many are written by one statement
/// within a second. Where the database is away they wait, as many as fit: then requests wait, too. A stop of the service writes the rest.
/// </summary>
internal sealed partial class ReadRecord(
    NpgsqlDataSource database,
    TimeProvider clock,
    IHttpContextAccessor requests,
    ILogger<ReadRecord> log
) : BackgroundService
{
    private const int WaitingMax = 10_000;
    private const int BatchMax = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private const string Insert = """
        WITH event AS (
            INSERT INTO graph.audit_event (recorded_at, actor, action, subject, detail)
            SELECT r.at, r.actor, 'READ_PEOPLE', r.subject, r.detail::jsonb
            FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[]) AS r (at, actor, subject, detail) RETURNING id)
        INSERT INTO graph.audit_unsealed (event_id) SELECT id FROM event
        """;

    private readonly Channel<Read> waiting = Channel.CreateBounded<Read>(new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    /// <summary>Takes down what a query reads of people, if anything.</summary>
    public ValueTask AddAsync(PreparedQuery query, string trace, CancellationToken ct)
    {
        var fields = PersonalFields.Of(query.Plan);
        return fields.Length == 0 ? ValueTask.CompletedTask : AddAsync(query.Access.Actor, fields, IdentitiesOf(query), trace, ct);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } work)
        {
            await Task.WhenAny(work, Task.Delay(Timeout.Infinite, cancellationToken));
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Read>(BatchMax);
        // Ends when nothing more comes, not when the service begins to stop: what waits is written first.
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < BatchMax && waiting.Reader.TryRead(out var read))
            {
                batch.Add(read);
            }

            try
            {
                await WriteAsync(batch);
                batch.Clear();
                if (!waiting.Reader.Completion.IsCompleted)
                {
                    await Task.Delay(Pause, stoppingToken);
                }
            }
            catch (NpgsqlException failure) when (!stoppingToken.IsCancellationRequested)
            {
                NotWritten(log, batch.Count, failure);
                await Task.Delay(AfterFailure, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // The pause alone is cut short.
            }
        }
    }

    private ValueTask AddAsync(string actor, string[] fields, string[] identities, string trace, CancellationToken ct)
    {
        var detail = new Dictionary<string, object?>
        {
            ["address"] = requests.HttpContext?.Connection.RemoteIpAddress?.ToString(),
            ["request"] = trace,
            ["fields"] = fields,
            ["of"] = identities.Length == 0 ? null : identities,
        }
            .Where(pair => pair.Value is not null)
            .ToDictionary();
        var subject = string.Join(' ', fields.Select(field => field.Split('.')[0]).Distinct());
        return waiting.Writer.WriteAsync(new(clock.GetUtcNow(), actor, subject, JsonSerializer.Serialize(detail)), ct);
    }

    /// <summary>The things that the root fields name.</summary>
    private static string[] IdentitiesOf(PreparedQuery query) =>
        [
            .. query
                .Plan.Operation.Fields.Where(field => !field.IsMeta)
                .Select(field => field.Argument("id") is InputLeaf leaf ? leaf.Source.Read(query.Variables) as string : null)
                .OfType<string>(),
        ];

    private async Task WriteAsync(List<Read> batch)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.AddWithValue(batch.Select(read => read.At.UtcDateTime).ToArray());
        command.Parameters.AddWithValue(batch.Select(read => read.Actor).ToArray());
        command.Parameters.AddWithValue(batch.Select(read => read.Subject).ToArray());
        command.Parameters.AddWithValue(batch.Select(read => read.Detail).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Read(DateTimeOffset At, string Actor, string Subject, string Detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} reads of people are not recorded yet")]
    private static partial void NotWritten(ILogger log, int count, Exception failure);
}
