using Npgsql;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Http.SignIn;

namespace SocietyParty.Service.Http.Records;

/// <summary>
/// Writes who takes a list as a file and who makes or reads a report, before the first byte: what cannot be recorded is not sent.
/// </summary>
internal static class FileRecord
{
    public static void Use(WebApplication app)
    {
        if (app.Services.GetService<AccessLog>() is not { } record)
        {
            return;
        }

        app.Use(
            async (context, next) =>
            {
                if (Of(context.Request) is var (action, subject))
                {
                    try
                    {
                        await record.WriteAsync(context, context.Access().Actor, action, subject);
                    }
                    catch (NpgsqlException) when (!context.RequestAborted.IsCancellationRequested)
                    {
                        await AccessRefusal.SendAsync(
                            context,
                            StatusCodes.Status503ServiceUnavailable,
                            new Sentence("SP-DATABASE-001.Record", [])
                        );
                        return;
                    }
                }

                await next(context);
            }
        );
    }

    private static (string Action, string Subject)? Of(HttpRequest request)
    {
        var isRead = HttpMethods.IsGet(request.Method);
        if (isRead && request.Path.StartsWithSegments("/export", out var list) && Name(list) is { } exported)
        {
            return ("EXPORT", exported);
        }

        return
            request.Path.StartsWithSegments("/reports", out var report)
            && Name(report) is { } named
            && (isRead ? named.Contains('/', StringComparison.Ordinal) : HttpMethods.IsPost(request.Method))
            ? ("REPORT", named)
            : null;
    }

    // Nobody fills the record with an address of any length.
    private static string? Name(PathString rest) => rest.Value is { Length: > 1 and <= 100 } path ? path[1..] : null;
}
