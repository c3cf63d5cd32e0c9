using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Scalars of ours that read one text form exactly; a value that would be rounded is refused.</summary>
internal abstract class TextCoercion(string name, string expected) : ScalarCoercion
{
    protected abstract object? Parse(string text, bool quoted);

    public override object? FromLiteral(ValueNode literal, out string message)
    {
        message = Message(Printer.Print(literal));
        return literal switch
        {
            StringValueNode node => Parse(node.Value, quoted: true),
            IntValueNode node => Parse(node.Text, quoted: false),
            FloatValueNode node => Parse(node.Text, quoted: false),
            _ => null,
        };
    }

    public override object? FromJson(JsonElement json, out string message)
    {
        message = Message(JsonText.Inspect(json));
        return json.ValueKind == JsonValueKind.Number ? Parse(json.GetRawText(), quoted: false)
            : Strings.Read(json) is { } text ? Parse(text, quoted: true)
            : null;
    }

    private string Message(string shown) => $"{name} cannot represent value: {shown}. Expected {expected}.";
}

internal sealed class DateCoercion() : TextCoercion("Date", "a day of the calendar as \"yyyy-MM-dd\"")
{
    public override Type ClrType => typeof(DateOnly);

    protected override object? Parse(string text, bool quoted) =>
        quoted && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

internal sealed partial class DateTimeCoercion()
    : TextCoercion("DateTime", "an RFC 3339 time with its offset, such as \"2022-12-31T08:00:00Z\"")
{
    public override Type ClrType => typeof(DateTimeOffset);

    protected override object? Parse(string text, bool quoted) =>
        quoted && Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    // Seven digits: what a DateTimeOffset holds without rounding.
    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,7})?([Zz]|[+-][0-9]{2}:[0-9]{2})\\z")]
    private static partial Regex Rfc3339();
}

internal sealed class DecimalCoercion() : TextCoercion("Decimal", "a number, or a number in a string, of at most 28 digits")
{
    private const int DigitsMax = 28;

    public override Type ClrType => typeof(decimal);

    protected override object? Parse(string text, bool quoted)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        var digits = (exponent < 0 ? text : text[..exponent]).Where(char.IsAsciiDigit).SkipWhile(c => c == '0').Count();
        if (digits > DigitsMax || !decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }
        // A tiny exponent would silently become zero.
        return value == 0 && digits > 0 ? null : value;
    }
}

internal sealed class LongCoercion() : TextCoercion("Long", "a 64-bit signed integer")
{
    public override Type ClrType => typeof(long);

    protected override object? Parse(string text, bool quoted) =>
        !quoted && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>A scalar this engine knows nothing about: any value, as plain CLR objects.</summary>
internal sealed class AnyCoercion : ScalarCoercion
{
    public override Type ClrType => typeof(object);

    public override object? FromLiteral(ValueNode literal, out string message)
    {
        message = "";
        return Constants.Plain(literal);
    }

    public override object? FromJson(JsonElement json, out string message)
    {
        message = "";
        return json.Clone();
    }
}
