using System.Diagnostics;
using OpenTelemetry;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Telemetry;

/// <summary>
/// Takes out of a finished span whatever a client's own words can stand in. Our statements have values as parameters, which are never in
/// a span; but the names of a statement that was planned from a document are the client's aliases.
/// </summary>
internal sealed class SpanScrubber : BaseProcessor<Activity>
{
    private const string Npgsql = "Npgsql";

    public override void OnEnd(Activity data)
    {
        // Holds documents and variables of GET requests.
        data.SetTag("url.query", null);
        if (data.Source.Name != Npgsql)
        {
            return;
        }

        if (data.GetTagItem("db.npgsql.data_source") is string pool && pool.StartsWith(NamedPool.Reads, StringComparison.Ordinal))
        {
            data.SetTag("db.query.text", null);
        }

        if (data.Status == ActivityStatusCode.Error)
        {
            // error.type and db.response.status_code say what kind of failure it was.
            data.SetStatus(ActivityStatusCode.Error);
        }
    }
}
