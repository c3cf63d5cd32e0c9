using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http.Records;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Keeps out of mutations, imports, exports and reports whose role has no right to them; of rows the database decides.</summary>
internal sealed class RightGate(IHttpContextAccessor? requests = null, AccessLog? record = null)
{
    public static void Use(WebApplication app)
    {
        var gate = app.Services.GetRequiredService<RightGate>();
        app.Use(
            async (context, next) =>
            {
                if (RightOf(context.Request) is { } right && !context.Access().May(right))
                {
                    var said = AccessRefusal.NoRight(right);
                    await gate.RecordAsync(context.Access(), said);
                    await AccessRefusal.SendAsync(context, StatusCodes.Status403Forbidden, said);
                    return;
                }

                await next(context);
            }
        );
    }

    /// <summary>Why an operation's changes are not done; null where the role may do all of them.</summary>
    public static Sentence? Refusal(PreparedQuery query)
    {
        var missing = query
            .Plan.Changes.Select(change => AccessRights.OfMutation(change.Field.Field.Name) ?? change.Field.Field.Name)
            .FirstOrDefault(right => !query.Access.May(right));
        return missing is null ? null : AccessRefusal.NoRight(missing);
    }

    /// <summary>Writes down who was refused what.</summary>
    public Task RecordAsync(RequestAccess access, Sentence said) =>
        record is not null && requests?.HttpContext is { } context ? record.RefusedAsync(context, access.Actor, said) : Task.CompletedTask;

    private static string? RightOf(HttpRequest request) =>
        // The page itself has the same address, and says what is missing.
        request.Path.StartsWithSegments("/import", out var sheet) && sheet.Value is { Length: > 1 }
            ? AccessRights.Import
        : request.Path.StartsWithSegments("/export") ? AccessRights.Export
        : request.Path.StartsWithSegments(AuditEndpoint.Path) ? AccessRights.ManageAccess
        : request.Path.StartsWithSegments("/reports/editions") && HttpMethods.IsPost(request.Method) ? AccessRights.IssueReports
        : null;
}
