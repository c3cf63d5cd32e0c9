using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using SocietyParty.Etl.Export;

namespace SocietyParty.Service.Http.Exports;

/// <summary>Writes the items of a list as a file.</summary>
internal interface IItemWriter : IAsyncDisposable
{
    Task StartAsync(CancellationToken ct);

    /// <summary>Writes the item at which the list stands, if the file has a row of it.</summary>
    ValueTask WriteAsync(CancellationToken ct);

    /// <summary>How many rows the file has.</summary>
    long Rows { get; }

    Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct);
}

/// <summary>Items as rows of a table.</summary>
internal sealed class TableItems(ITableWriter table, ImmutableArray<ExportField> fields, ItemReader items, Func<JsonElement, bool>? isRow)
    : IItemWriter
{
    private readonly ImmutableArray<ItemCell?> cells = [.. fields.Select(field => ItemCell.Of(field, items))];
    private readonly bool isPlain = isRow is null && fields.All(field => ItemCell.Of(field, items) is not null);
    private readonly ArrayBufferWriter<byte> json = new();

    public long Rows { get; private set; }

    public Task StartAsync(CancellationToken ct) => table.StartAsync(ct);

    public ValueTask WriteAsync(CancellationToken ct)
    {
        if (isPlain)
        {
            foreach (var cell in cells)
            {
                cell!.WriteTo(table);
            }

            return EndRowAsync(ct);
        }

        json.ResetWrittenCount();
        items.WriteTo(json);
        using var document = JsonDocument.Parse(json.WrittenMemory);
        var item = document.RootElement;
        if (isRow?.Invoke(item) == false)
        {
            return ValueTask.CompletedTask;
        }

        for (var index = 0; index < cells.Length; index++)
        {
            if (cells[index] is { } cell)
            {
                cell.WriteTo(table);
            }
            else
            {
                table.Value(fields[index].Read(item));
            }
        }

        return EndRowAsync(ct);
    }

    public Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct) => table.EndAsync(facts, ct);

    public ValueTask DisposeAsync() => table.DisposeAsync();

    private ValueTask EndRowAsync(CancellationToken ct)
    {
        Rows++;
        return table.EndRowAsync(ct);
    }
}

/// <summary>An item a line, as GraphQL answers it.</summary>
internal sealed class JsonLines(Stream output, ItemReader items, Func<JsonElement, bool>? isRow) : IItemWriter
{
    private const int HeldBytes = 32 * 1024;

    private readonly ArrayBufferWriter<byte> held = new(HeldBytes * 2);

    public long Rows { get; private set; }

    public Task StartAsync(CancellationToken ct) => Task.CompletedTask;

    public ValueTask WriteAsync(CancellationToken ct)
    {
        var before = held.WrittenCount;
        items.WriteTo(held);
        if (isRow is not null)
        {
            using var document = JsonDocument.Parse(held.WrittenMemory[before..]);
            if (!isRow(document.RootElement))
            {
                // Those before it are passed on without it.
                return PassOnAsync(before, ct);
            }
        }

        held.Write("\n"u8);
        Rows++;
        return held.WrittenCount < HeldBytes ? ValueTask.CompletedTask : PassOnAsync(held.WrittenCount, ct);
    }

    public async Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct) => await PassOnAsync(held.WrittenCount, ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask PassOnAsync(int length, CancellationToken ct)
    {
        await output.WriteAsync(held.WrittenMemory[..length], ct);
        held.ResetWrittenCount();
    }
}
