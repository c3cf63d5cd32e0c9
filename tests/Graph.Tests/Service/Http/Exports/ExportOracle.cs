using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SocietyParty.Etl.Export;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Http.Exports;

namespace SocietyParty.Graph.Tests.Service.Http.Exports;

/// <summary>
/// What a file must be, by other means than the service's: items as GraphQL answers them, page by page; each cell read from the item's
/// JSON; CSV by a library.
/// </summary>
internal static class ExportOracle
{
    private const int PageSize = 200;

    /// <param name="path">An export's address, with its format.</param>
    /// <param name="ask">Gives the data of a query with variables.</param>
    /// <returns>The file; of a workbook the rows' sheet.</returns>
    public static async Task<byte[]> OfAsync(string path, Func<string, Dictionary<string, object?>, Task<JsonElement>> ask)
    {
        var parts = path.Split('?', 2);
        var http = new DefaultHttpContext { Request = { QueryString = new QueryString("?" + parts[1]) } }.Request;
        var asked = QueryHelpers.ParseQuery(parts[1]);
        var catalogue = new ExportCatalogue(ServicePipeline.Schema, suggests: true);
        var name = parts[0].Split('/')[^1];
        var list = parts[0].Contains("/indicators/", StringComparison.Ordinal)
            ? catalogue.Indicator(name)
            : catalogue.Find(name, asked.TryGetValue("of", out var of) ? of.ToString() : null, asked.ContainsKey("by"));
        var request = new ExportRequest(http, list, new ParserLimits(), suggests: true);
        var items = new List<JsonElement>();
        await foreach (var item in ItemsAsync(request, ask))
        {
            if (list.Rows?.Holds(item) ?? true)
            {
                items.Add(item);
            }
        }

        return request.Format switch
        {
            ExportFormat.Jsonl => Lines(items),
            ExportFormat.Csv => Csv(request, items),
            _ => await SheetAsync(request, items),
        };
    }

    /// <summary>The rows' sheet of a workbook.</summary>
    public static byte[] SheetOf(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var bytes = new MemoryStream();
        sheet.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async IAsyncEnumerable<JsonElement> ItemsAsync(
        ExportRequest request,
        Func<string, Dictionary<string, object?>, Task<JsonElement>> ask
    )
    {
        var document = Paged(request.Query.DocumentOf(ofRows: true));
        var variables = request.Query.Variables(ofRows: true).EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value);
        while (true)
        {
            var data = await ask(document, variables);
            var list = (data.TryGetProperty(ExportQuery.Parent, out var parent) ? parent : data).GetProperty(ExportQuery.List);
            foreach (var item in list.GetProperty("nodes").EnumerateArray())
            {
                yield return item;
            }

            var info = list.GetProperty("pageInfo");
            if (!info.GetProperty("hasNextPage").GetBoolean())
            {
                yield break;
            }

            variables["after"] = info.GetProperty("endCursor").GetString();
        }
    }

    private static string Paged(string document)
    {
        var at = document.IndexOf($" {ExportQuery.List}: ", StringComparison.Ordinal);
        var (before, list) = (document[..at], document[at..]);
        before = before.StartsWith("query export(", StringComparison.Ordinal)
            ? "query export($after: String, " + before["query export(".Length..]
            : "query export($after: String)" + before["query export".Length..];
        return before
            + Once(
                Once(list, "(first: 1", $"(first: {PageSize}, after: $after"),
                " { nodes ",
                " { pageInfo { hasNextPage endCursor } nodes "
            );
    }

    private static string Once(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        return text[..at] + to + text[(at + from.Length)..];
    }

    private static byte[] Lines(List<JsonElement> items)
    {
        using var file = new MemoryStream();
        foreach (var item in items)
        {
            using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                item.WriteTo(json);
            }

            file.WriteByte((byte)'\n');
        }

        return file.ToArray();
    }

    private static byte[] Csv(ExportRequest request, List<JsonElement> items)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, CsvDialect.Options(hasByteOrderMark: false), leaveOpen: true))
        {
            csv.WriteHeader([.. request.Fields.Select(field => FormulaGuard.Add(field.Column.Header))]);
            foreach (var item in items)
            {
                csv.WriteRecord([.. request.Fields.Select(field => Show(field.Read(item)))]);
            }
        }

        return file.ToArray();
    }

    private static string Show(object? value) =>
        value switch
        {
            null => "",
            string words => FormulaGuard.Add(words),
            bool isSo => isSo ? "是" : "否",
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", System.Globalization.CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };

    private static async Task<byte[]> SheetAsync(ExportRequest request, List<JsonElement> items)
    {
        using var file = new MemoryStream();
        await using (var table = new WorkbookTable(file, request.List.Title, "说明", [.. request.Fields.Select(field => field.Column)]))
        {
            await table.StartAsync(default);
            foreach (var item in items)
            {
                await table.WriteAsync([.. request.Fields.Select(field => field.Read(item))], default);
            }

            await table.EndAsync([], default);
        }

        return SheetOf(file.ToArray());
    }
}
