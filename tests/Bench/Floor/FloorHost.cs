using System.Globalization;
using Npgsql;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Floor;

/// <summary>One endpoint a query: a prepared statement, whose one value is the answer.</summary>
internal static class FloorHost
{
    // More sessions than cores only queue inside PostgreSQL.
    public const int SessionsMax = 8;

    /// <summary>Without any endpoint.</summary>
    public static WebApplication Empty(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder.Build();
    }

    public static WebApplication Build(string connection, int port)
    {
        var app = Empty(port);
        var database = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connection)
            {
                ApplicationName = "bench floor",
                Options = SessionSettings.Options,
                MaxPoolSize = SessionsMax,
                MaxAutoPrepare = 20,
                AutoPrepareMinUsages = 1,
                NoResetOnClose = true,
            }
        );
        foreach (var query in QueryCatalogue.All)
        {
            var sql = query.Text("floor.sql");
            app.MapPost($"/{query.Name}", context => AnswerAsync(context, database, sql));
        }

        return app;
    }

    private static async Task AnswerAsync(HttpContext context, NpgsqlDataSource database, string sql)
    {
        var body = await context.Request.BodyReader.ReadAtLeastAsync((int)context.Request.ContentLength!, context.RequestAborted);
        await using var command = database.CreateCommand(sql);
        FloorParameters.Read(body.Buffer, command.Parameters);
        context.Request.BodyReader.AdvanceTo(body.Buffer.End);
        await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
        await reader.ReadAsync(context.RequestAborted);
        var json = await reader.GetFieldValueAsync<byte[]>(0, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
