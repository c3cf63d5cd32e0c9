using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocietyParty.Etl.Export;

namespace SocietyParty.Service.Http.Exports;

/// <summary>Writes the items of a list as a file.</summary>
internal interface IItemWriter : IAsyncDisposable
{
    Task StartAsync(CancellationToken ct);

    /// <returns>False for an item of which the file has no row.</returns>
    ValueTask<bool> WriteAsync(JsonElement item, CancellationToken ct);

    Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct);
}

/// <summary>Items as rows of a table.</summary>
internal sealed class TableItems(ITableWriter table, ImmutableArray<ExportField> fields, Func<JsonElement, bool> isRow) : IItemWriter
{
    private readonly object?[] row = new object?[fields.Length];

    public Task StartAsync(CancellationToken ct) => table.StartAsync(ct);

    public async ValueTask<bool> WriteAsync(JsonElement item, CancellationToken ct)
    {
        if (!isRow(item))
        {
            return false;
        }

        for (var index = 0; index < row.Length; index++)
        {
            row[index] = fields[index].Read(item);
        }

        await table.WriteAsync(row, ct);
        return true;
    }

    public Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct) => table.EndAsync(facts, ct);

    public ValueTask DisposeAsync() => table.DisposeAsync();
}

/// <summary>An item a line, as GraphQL answers it.</summary>
internal sealed class JsonLines(Stream output, Func<JsonElement, bool> isRow) : IItemWriter
{
    // Chinese text stays readable and short, as in every answer.
    private readonly Utf8JsonWriter json = new(
        output,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }
    );

    public Task StartAsync(CancellationToken ct) => Task.CompletedTask;

    public async ValueTask<bool> WriteAsync(JsonElement item, CancellationToken ct)
    {
        if (!isRow(item))
        {
            return false;
        }

        item.WriteTo(json);
        await json.FlushAsync(ct);
        json.Reset();
        await output.WriteAsync("\n"u8.ToArray(), ct);
        return true;
    }

    public Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => json.DisposeAsync();
}
