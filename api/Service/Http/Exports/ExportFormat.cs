using Microsoft.Net.Http.Headers;

namespace SocietyParty.Service.Http.Exports;

/// <summary>The formats of an export.</summary>
internal enum ExportFormat
{
    Csv,
    Xlsx,
    Jsonl,
}

internal static class ExportFormats
{
    /// <summary>In the order in which they are preferred where a client takes several.</summary>
    private static readonly (ExportFormat Format, string Media)[] All =
    [
        (ExportFormat.Csv, "text/csv"),
        (ExportFormat.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (ExportFormat.Jsonl, "application/jsonl"),
    ];

    public static string Extension(ExportFormat format) => format.ToString().ToLowerInvariant();

    public static string ContentType(ExportFormat format)
    {
        var media = All.Single(one => one.Format == format).Media;
        return format switch
        {
            ExportFormat.Csv => media + "; charset=utf-8; header=present",
            ExportFormat.Xlsx => media,
            _ => media + "; charset=utf-8",
        };
    }

    /// <summary>What <c>format</c> says, else the accepted type of the highest quality, else CSV.</summary>
    /// <exception cref="ExportException">Another format.</exception>
    public static ExportFormat Of(HttpRequest request)
    {
        if (request.Query["format"] is [{ Length: > 0 } name])
        {
            return Enum.GetValues<ExportFormat>()
                .Cast<ExportFormat?>()
                .FirstOrDefault(format => string.Equals(Extension(format!.Value), name, StringComparison.OrdinalIgnoreCase))
                ?? throw Other(StatusCodes.Status400BadRequest);
        }

        if (string.IsNullOrEmpty(request.Headers.Accept))
        {
            return ExportFormat.Csv;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            throw Other(StatusCodes.Status406NotAcceptable);
        }

        var best = All.Select(one => (one.Format, Quality: Quality(accepted, one.Media))).MaxBy(one => one.Quality);
        return best.Quality > 0 ? best.Format : throw Other(StatusCodes.Status406NotAcceptable);
    }

    // The range that says most of a type counts.
    private static double Quality(IList<MediaTypeHeaderValue> accepted, string media)
    {
        var type = new MediaTypeHeaderValue(media);
        return accepted
            .Where(range => type.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)))
            .OrderByDescending(range =>
                range.MatchesAllTypes ? 0
                : range.MatchesAllSubTypes ? 1
                : 2
            )
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }

    private static ExportException Other(int status) =>
        new(
            status,
            "SP-EXPORT-006",
            [
                ("formats", All.Select(one => Extension(one.Format))),
                ("parameter", "format"),
                ("media", string.Join(", ", All.Select(one => one.Media))),
            ]
        );
}
