using System.Globalization;
using System.Text.Json;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>The five scalars of the specification, section 3.5.</summary>
internal sealed class IntCoercion : ScalarCoercion
{
    public override Type ClrType => typeof(int);

    public override object? FromLiteral(ValueNode literal, out string message) =>
        literal is IntValueNode node ? From(node.Text, node.Text, out message) : NotInteger(Printer.Print(literal), out message);

    public override object? FromJson(JsonElement json, out string message) =>
        json.ValueKind == JsonValueKind.Number
            ? From(json.GetRawText(), JsonText.Inspect(json), out message)
            : NotInteger(JsonText.Inspect(json), out message);

    private static object? From(string text, string shown, out string message)
    {
        message = $"Int cannot represent non 32-bit signed integer value: {shown}";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }
        // JSON does not tell 1 from 1.0 or 1e0.
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number != Math.Floor(number))
        {
            return NotInteger(shown, out message);
        }

        return Math.Abs(number) <= int.MaxValue ? (int)number : null;
    }

    private static object? NotInteger(string shown, out string message)
    {
        message = $"Int cannot represent non-integer value: {shown}";
        return null;
    }
}

internal sealed class FloatCoercion : ScalarCoercion
{
    public override Type ClrType => typeof(double);

    public override object? FromLiteral(ValueNode literal, out string message) =>
        literal switch
        {
            IntValueNode node => From(node.Text, node.Text, out message),
            FloatValueNode node => From(node.Text, node.Text, out message),
            _ => From("", Printer.Print(literal), out message),
        };

    public override object? FromJson(JsonElement json, out string message) =>
        From(json.ValueKind == JsonValueKind.Number ? json.GetRawText() : "", JsonText.Inspect(json), out message);

    private static double? From(string text, string shown, out string message)
    {
        message = $"Float cannot represent non numeric value: {shown}";
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
    }
}

internal sealed class StringCoercion : ScalarCoercion
{
    public override Type ClrType => typeof(string);

    public override object? FromLiteral(ValueNode literal, out string message)
    {
        message = literal is StringValueNode ? "" : $"String cannot represent a non string value: {Printer.Print(literal)}";
        return (literal as StringValueNode)?.Value;
    }

    public override object? FromJson(JsonElement json, out string message)
    {
        message = $"String cannot represent a non string value: {JsonText.Inspect(json)}";
        return Strings.Read(json);
    }
}

internal sealed class BooleanCoercion : ScalarCoercion
{
    public override Type ClrType => typeof(bool);

    public override object? FromLiteral(ValueNode literal, out string message)
    {
        message = literal is BooleanValueNode ? "" : $"Boolean cannot represent a non boolean value: {Printer.Print(literal)}";
        return (literal as BooleanValueNode)?.Value;
    }

    public override object? FromJson(JsonElement json, out string message)
    {
        message = $"Boolean cannot represent a non boolean value: {JsonText.Inspect(json)}";
        return json.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
    }
}

internal sealed class IdCoercion : ScalarCoercion
{
    private const double IntegerMax = 9_007_199_254_740_992;

    public override Type ClrType => typeof(string);

    public override object? FromLiteral(ValueNode literal, out string message)
    {
        message = $"ID cannot represent a non-string and non-integer value: {Printer.Print(literal)}";
        return literal switch
        {
            StringValueNode node => node.Value,
            IntValueNode node => node.Text,
            _ => null,
        };
    }

    public override object? FromJson(JsonElement json, out string message)
    {
        message = $"ID cannot represent value: {JsonText.Inspect(json)}";
        if (json.ValueKind != JsonValueKind.Number)
        {
            return Strings.Read(json);
        }

        var text = json.GetRawText();
        if (text.All(c => char.IsAsciiDigit(c) || c == '-'))
        {
            return text == "-0" ? "0" : text;
        }
        // JSON does not tell 1 from 1.0 or 1e0; up to here a double tells all integers apart.
        return json.TryGetDouble(out var number) && number == Math.Floor(number) && Math.Abs(number) < IntegerMax
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : null;
    }
}

internal static class Strings
{
    /// <summary>Null for what is not a string, and for one whose escapes are not text (a lone surrogate).</summary>
    public static string? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json checks surrogates only when it unescapes.
            return null;
        }
    }
}
