using System.Collections.Concurrent;
using System.CommandLine;
using System.Text;
using Npgsql;
using SocietyParty.Bench.Floor;

namespace SocietyParty.Bench.Events;

/// <summary>
/// Hidden <c>serve-events PORT</c>: the least that sends events. It listens, asks once for what an event is about, and writes the same
/// bytes to every open answer.
/// </summary>
internal sealed class EventFloor(string connectionString) : IAsyncDisposable
{
    public const string Name = "serve-events";

    private const string Ask = """
        SELECT '{"data":{"activityChanged":{"kind":"' || $1 || '","activity":{"id":"' || encode(('Activity:' || id)::bytea, 'base64')
               || '","title":' || to_json(title)::text || '}}}}'
        FROM graph.activity WHERE id = $2
        """;

    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(connectionString);
    private readonly ConcurrentDictionary<HttpContext, TaskCompletionSource> open = [];
    private readonly SemaphoreSlim turn = new(1);

    public static Command Create()
    {
        var port = new Argument<int>("port");
        var command = new Command(Name) { port };
        command.Hidden = true;
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var floor = new EventFloor(Environment.GetEnvironmentVariable(FloorVerb.ConnectionVariable)!);
                await using var app = FloorHost.Empty(parsed.GetValue(port));
                app.MapPost("/events", floor.StreamAsync);
                _ = floor.ListenAsync(ct);
                await app.StartAsync(ct);
                await Console.In.ReadToEndAsync(ct);
            }
        );
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        turn.Dispose();
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, told) => _ = TellAsync(told.Payload.Split(' '));
        await using var listen = new NpgsqlCommand("LISTEN activity_changed", connection);
        await listen.ExecuteNonQueryAsync(ct);
        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private async Task TellAsync(string[] told)
    {
        await turn.WaitAsync();
        try
        {
            await using var ask = database.CreateCommand(Ask);
            ask.Parameters.AddWithValue(told[0]);
            ask.Parameters.AddWithValue(long.Parse(told[1], System.Globalization.CultureInfo.InvariantCulture));
            var text = Encoding.UTF8.GetBytes($"event: next\ndata: {await ask.ExecuteScalarAsync()}\n\n");
            foreach (var (context, ended) in open)
            {
                if (context.RequestAborted.IsCancellationRequested)
                {
                    ended.TrySetResult();
                    continue;
                }

                await context.Response.Body.WriteAsync(text);
                await context.Response.Body.FlushAsync();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.StartAsync();
        await context.Response.Body.FlushAsync();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var left = context.RequestAborted.Register(() => ended.TrySetResult());
        open.TryAdd(context, ended);
        await ended.Task;
        open.TryRemove(context, out _);
    }
}
