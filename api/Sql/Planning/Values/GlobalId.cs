using System.Globalization;
using System.Text;

namespace SocietyParty.Sql.Planning.Values;

/// <summary>Opaque identity: Base64 of <c>Type:key</c>.</summary>
public static class GlobalId
{
    private const int LengthMax = 120;

    public static string Format(string typeName, long key) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{typeName}:{key}")));

    /// <summary>The type that an identity names; null for a text that is none.</summary>
    public static string? KindOf(string text) => TryParse(text, out var typeName, out _) ? typeName : null;

    /// <summary>False for every text that <see cref="Format"/> does not give.</summary>
    public static bool TryParse(string text, out string typeName, out long key)
    {
        (typeName, key) = ("", 0);
        Span<byte> bytes = stackalloc byte[LengthMax];
        if (text.Length > LengthMax || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            return false;
        }

        var plain = Encoding.UTF8.GetString(bytes[..length]);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !long.TryParse(plain.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out key))
        {
            return false;
        }

        typeName = plain[..colon];
        // One thing has one identity: spellings such as a leading zero are not it.
        return Format(typeName, key) == text;
    }
}
