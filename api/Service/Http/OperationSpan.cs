using System.Diagnostics;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Telemetry;
using SocietyParty.Service.Trust;

namespace SocietyParty.Service.Http;

/// <summary>
/// One GraphQL operation: a span with its type, its name and the SHA-256 of its document, and its duration as a number. Neither the
/// document nor a variable is in it, for both may name people.
/// </summary>
internal sealed class OperationSpan : IDisposable
{
    private readonly Activity? span;
    private readonly long started;
    private string type = "unknown";
    private string? error;

    private OperationSpan(Activity? span)
    {
        this.span = span;
        started = Stopwatch.GetTimestamp();
    }

    /// <summary>Null where nobody listens.</summary>
    /// <param name="document">The text, where the client sent one.</param>
    public static OperationSpan? Start(string? document)
    {
        var span = ServiceSource.Spans.StartActivity("graphql");
        if (span is null && !ServiceSource.OperationDuration.Enabled)
        {
            return null;
        }

        if (!string.IsNullOrEmpty(document))
        {
            span?.SetTag("graphql.document.hash", TrustedDocuments.Hash(document));
        }

        return new OperationSpan(span);
    }

    /// <summary>The document is valid, and this is what it does.</summary>
    public void Prepared(PreparedQuery query)
    {
        type = query.Plan.Operation.Kind.ToString().ToLowerInvariant();
        if (span is not null)
        {
            span.DisplayName = $"graphql {type}";
            span.SetTag("graphql.operation.type", type);
            span.SetTag("graphql.operation.name", query.Name);
        }
    }

    /// <param name="code">Stable code of the first error; null where there is none.</param>
    public void Failed(string? code)
    {
        error = code;
        if (code is not null)
        {
            span?.SetTag(ServiceSource.ErrorType, code).SetStatus(ActivityStatusCode.Error);
        }
    }

    public void Dispose()
    {
        span?.Dispose();
        var tags = new TagList { { "graphql.operation.type", type } };
        if (error is not null)
        {
            tags.Add(ServiceSource.ErrorType, error);
        }

        ServiceSource.OperationDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
    }
}
