using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Values;

/// <summary>Each item of a list.</summary>
public sealed record EachConversion(Conversion Item, SqlType Type) : Conversion
{
    /// <summary>What is said of a list with null in it.</summary>
    internal static Converted HoldsNull { get; } =
        Converted.Failed(
            "SP-FILTER-001",
            "A list to compare with cannot hold null. Ask for null by itself: { eq: null }, beside the list in an \"or\"."
        );

    public override Converted Convert(object? value)
    {
        var items = (IReadOnlyList<object?>)value!;
        var converted = SqlArrays.Create(Type, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
            {
                return HoldsNull;
            }

            var item = Item.Convert(items[i]);
            if (item.Problem is not null)
            {
                return item;
            }

            converted.SetValue(item.Value, i);
        }

        return new(converted);
    }
}

/// <summary>A text as the pattern of LIKE that finds it at the start, at the end or anywhere.</summary>
public sealed record PatternConversion(bool OpenStart, bool OpenEnd) : Conversion
{
    public override Converted Convert(object? value)
    {
        var literal = ((string)value!)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return new((OpenStart ? "%" : "") + literal + (OpenEnd ? "%" : ""));
    }
}

/// <summary>A searched text as the array of its grams.</summary>
public sealed record GramsConversion : Conversion
{
    public override Converted Convert(object? value) => new(TextGrams.Searched((string)value!).ToArray());
}

/// <summary>An opaque identity as the key of one type.</summary>
/// <param name="OthersAreNull">
/// True where things of several types are looked for: an identity of another type finds nothing. False where only this type fits:
/// another one is an error.
/// </param>
public sealed record KeyConversion(string TypeName, IReadOnlySet<string> KnownTypes, bool OthersAreNull) : Conversion
{
    public override Converted Convert(object? value)
    {
        var text = (string)value!;
        if (!GlobalId.TryParse(text, out var typeName, out var key) || !KnownTypes.Contains(typeName))
        {
            return Converted.Failed("SP-ID-001", $"\"{Shown(text)}\" is not an id of this service. Use an id as an \"id\" field gave it.");
        }

        if (typeName == TypeName)
        {
            return new(key);
        }

        return OthersAreNull
            ? new(null)
            : Converted.Failed("SP-ID-002", $"\"{Shown(text)}\" is the id of a {typeName}, not of a {TypeName}.");
    }

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

/// <summary>Opaque identities as the keys of one type, null for those of another.</summary>
/// <param name="Max">More identities are an error.</param>
public sealed record KeysConversion(string TypeName, IReadOnlySet<string> KnownTypes, int Max) : Conversion
{
    public override Converted Convert(object? value)
    {
        var ids = (IReadOnlyList<object?>)value!;
        if (ids.Count > Max)
        {
            return Converted.Failed(
                "SP-PAGE-002",
                $"Argument \"ids\" has {ids.Count} identities, more than a page may have ({Max}). Ask several times."
            );
        }

        var one = new KeyConversion(TypeName, KnownTypes, OthersAreNull: true);
        var keys = new long?[ids.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var converted = one.Convert(ids[i]);
            if (converted.Problem is not null)
            {
                return converted;
            }

            keys[i] = (long?)converted.Value;
        }

        return new(keys);
    }
}

/// <summary>Number of rows of a page.</summary>
public sealed record PageSizeConversion(string Argument, int Max) : Conversion
{
    public override Converted Convert(object? value) =>
        value switch
        {
            int size when size < 0 => Converted.Failed("SP-PAGE-001", $"Argument \"{Argument}\" must not be negative, but is {size}."),
            int size when size > Max => Converted.Failed(
                "SP-PAGE-002",
                $"Argument \"{Argument}\" is {size}, more than a page may have ({Max}). Ask for several pages."
            ),
            _ => new(value),
        };
}

/// <summary>One of the values that a cursor holds.</summary>
public sealed record CursorConversion(string Tag, int Index, int Count, SqlType Type) : Conversion
{
    public override Converted Convert(object? value)
    {
        if (!Cursor.TryParse((string)value!, out var tag, out var values))
        {
            return Converted.Failed("SP-CURSOR-001", "The cursor is malformed. Use a cursor as this list gave it.");
        }

        if (tag != Tag || values.Length != Count)
        {
            return Converted.Failed(
                "SP-CURSOR-002",
                "The cursor belongs to another list or another order. Use a cursor of this list with the order that gave it."
            );
        }

        return Cursor.TryRead(values[Index], Type, out var read)
            ? new(read)
            : Converted.Failed("SP-CURSOR-001", "The cursor is malformed. Use a cursor as this list gave it.");
    }
}
