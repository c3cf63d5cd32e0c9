using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SocietyParty.Etl.Export;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Http.Exports;

/// <summary>A cell that is made of one leaf, without the JSON around it.</summary>
internal sealed class ItemCell
{
    private readonly ItemReader items;
    private readonly ListShape leaf;
    private readonly int column;
    private readonly ImmutableArray<int> nullColumns;
    private readonly bool isMoment;
    private readonly Func<string?, string?>? text;
    private readonly ImmutableArray<(byte[] Value, byte[] Word)> words;
    private (byte[] Value, byte[] Word) last = ([], []);

    private ItemCell(ItemReader items, ListShape leaf, int column, ImmutableArray<int> nullColumns, bool isMoment, LeafPath path)
    {
        (this.items, this.leaf, this.column, this.nullColumns, this.isMoment) = (items, leaf, column, nullColumns, isMoment);
        text = path.Text;
        words = [.. path.Words.Select(word => (Encoding.UTF8.GetBytes(word.Value), Encoding.UTF8.GetBytes(word.Word)))];
    }

    /// <summary>Null where the cell needs more than a leaf.</summary>
    public static ItemCell? Of(ExportField field, ItemReader items)
    {
        if (field.Leaf is not { } path)
        {
            return null;
        }

        var nullColumns = ImmutableArray.CreateBuilder<int>();
        ListShape? shape = items.Shape;
        foreach (var name in path.Names)
        {
            if (shape is not ListObject obj)
            {
                return null;
            }

            if (obj.NullColumn is { } nullColumn)
            {
                nullColumns.Add(nullColumn);
            }

            shape = obj.Member(name);
        }

        var isMoment = field.Column.Type == ExportType.Moment;
        return shape switch
        {
            ListIdentity identity when field.Column.Type == ExportType.Text => New(identity.Column),
            ListLeaf found when (found.Form == LeafForm.Json) == IsJson(field.Column.Type, path) => New(found.Column),
            _ => null,
        };

        ItemCell New(int column) => new(items, shape, column, [.. nullColumns.Distinct().Where(one => one != column)], isMoment, path);
    }

    public void WriteTo(ITableWriter table)
    {
        if (IsNull())
        {
            table.Value(null);
            return;
        }

        var value = items.Rows.Value(column);
        if (leaf is ListIdentity identity)
        {
            Span<byte> identityText = stackalloc byte[ItemReader.IdentityMax * 2];
            table.Text(identityText[..items.Identity(identity, identityText)]);
        }
        else if (isMoment)
        {
            // JSON's, with its quotation marks.
            table.Value(DateTimeOffset.Parse(Encoding.ASCII.GetString(value[1..^1]), CultureInfo.InvariantCulture));
        }
        else if (text is not null)
        {
            table.Value(text(Encoding.UTF8.GetString(value)));
        }
        else
        {
            table.Text(Word(value));
        }
    }

    // Numbers, Booleans and moments come as JSON, texts and days as they are.
    private static bool IsJson(ExportType type, LeafPath path) =>
        path.IsJson || type is ExportType.WholeNumber or ExportType.Decimal or ExportType.Boolean or ExportType.Moment;

    private bool IsNull()
    {
        foreach (var one in nullColumns)
        {
            if (items.Rows.IsNull(one))
            {
                return true;
            }
        }

        return items.Rows.IsNull(column);
    }

    private ReadOnlySpan<byte> Word(ReadOnlySpan<byte> value)
    {
        // Neighbours are often the same.
        if (value.SequenceEqual(last.Value))
        {
            return last.Word;
        }

        foreach (var one in words)
        {
            if (value.SequenceEqual(one.Value))
            {
                last = one;
                return one.Word;
            }
        }

        return value;
    }
}

/// <summary>The way to the one leaf that a cell is made of.</summary>
/// <param name="Names">Fields, from the item on.</param>
internal sealed record LeafPath(ImmutableArray<string> Names)
{
    /// <summary>What is shown instead of some values.</summary>
    public ImmutableArray<(string Value, string Word)> Words { get; init; } = [];

    /// <summary>What is shown of a text; null for the text itself.</summary>
    public Func<string?, string?>? Text { get; init; }

    /// <summary>Whether the leaf is a number or a Boolean of which a text is shown.</summary>
    public bool IsJson { get; init; }
}
