using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Planning.Values;

/// <summary>
/// Opaque place in an ordered list: Base64 of a JSON array of texts, first the tag of the order, then the row's values of the
/// order's columns (null for null). Written by the statement itself, read here.
/// </summary>
public static class Cursor
{
    private const int LengthMax = 4_000;

    /// <summary>Eight characters that tell one order from another.</summary>
    public static string TagOf(string order) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(order)))[..8];

    public static bool TryParse(string text, out string tag, out string?[] values)
    {
        (tag, values) = ("", []);
        if (text.Length > LengthMax)
        {
            return false;
        }

        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return false;
        }

        try
        {
            var items = JsonSerializer.Deserialize<string?[]>(bytes.AsSpan(0, length));
            if (items is not [{ } first, .. var rest])
            {
                return false;
            }

            (tag, values) = (first, rest);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads one value as PostgreSQL writes it as text.</summary>
    internal static bool TryRead(string? text, SqlType type, out object? value)
    {
        value = null;
        if (text is null)
        {
            return true;
        }

        var invariant = CultureInfo.InvariantCulture;
        var fits = type switch
        {
            SqlType.Key or SqlType.Long => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var x) && Set(x, out value),
            SqlType.Int => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var x) && Set(x, out value),
            SqlType.Numeric => decimal.TryParse(text, NumberStyles.Float, invariant, out var x) && Set(x, out value),
            SqlType.Real => double.TryParse(text, NumberStyles.Float, invariant, out var x) && Set(x, out value),
            SqlType.Boolean => bool.TryParse(text, out var x) && Set(x, out value),
            SqlType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var x) && Set(x, out value),
            SqlType.Timestamp => DateTimeOffset.TryParse(text, invariant, DateTimeStyles.None, out var x) && Set(x, out value),
            _ => !text.Contains('\0', StringComparison.Ordinal) && Set(text, out value),
        };
        return fits;
    }

    private static bool Set(object read, out object? value)
    {
        value = read;
        return true;
    }
}
