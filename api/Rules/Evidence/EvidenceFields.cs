using System.Globalization;
using System.Text.Json.Nodes;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Evidence;

/// <summary>What a record states, read against the fields of its kind.</summary>
public static class EvidenceFields
{
    /// <summary>A longer text is a document, which belongs elsewhere.</summary>
    private const int LengthMax = 2_000;

    private const int DecimalsMax = 2;

    /// <summary>Beyond this an amount is no amount of money, and JavaScript cannot count it.</summary>
    private const decimal NumberMax = 9_007_199_254_740_991m;

    /// <summary>Values by name, as JSON has them, and what is wrong: then the values are not to be kept.</summary>
    /// <param name="given">Names and values as people gave them.</param>
    public static (JsonObject Content, IReadOnlyList<Breach> Breaches) Read(
        EvidenceKind kind,
        IReadOnlyList<(string Name, string Value)> given
    )
    {
        var content = new JsonObject();
        var breaches = new List<Breach>();
        for (var i = 0; i < given.Count; i++)
        {
            var (name, value) = given[i];
            string[] path = ["fields", i.ToString(CultureInfo.InvariantCulture)];
            if (kind.Field(name) is not { } field)
            {
                breaches.Add(
                    new(
                        "EVIDENCE_FIELD_UNKNOWN",
                        [("kind", kind.Name), ("name", name), ("fields", kind.Fields.Select(Shown))],
                        kind.Source,
                        Path: [.. path, "name"]
                    )
                );
            }
            else if (content.ContainsKey(name))
            {
                breaches.Add(new("EVIDENCE_FIELD_REPEATED", [("field", Shown(field))], kind.Source, Path: [.. path, "name"]));
            }
            else
            {
                var read = Value(field, value.Trim());
                content[name] = read;
                if (read is null)
                {
                    breaches.Add(
                        new(
                            "EVIDENCE_VALUE_INVALID",
                            [("field", Shown(field)), ("expected", Expected(field)), ("value", value)],
                            kind.Source,
                            Path: [.. path, "value"]
                        )
                    );
                }
            }
        }

        breaches.AddRange(
            kind.Fields.Where(field => field.Required && !content.ContainsKey(field.Name))
                .Select(field => new Breach("EVIDENCE_FIELD_MISSING", [("field", Shown(field))], kind.Source, Path: ["fields"]))
        );
        return (content, breaches);
    }

    private static string Shown(EvidenceField field) => $"{field.Name} {field.Label}";

    /// <summary>Null where the text is no value of the field.</summary>
    private static JsonValue? Value(EvidenceField field, string text) =>
        field.Type switch
        {
            EvidenceType.Boolean => text switch
            {
                "true" or "是" => JsonValue.Create(true),
                "false" or "否" => JsonValue.Create(false),
                _ => null,
            },
            EvidenceType.Integer => Number(field, text, 0),
            EvidenceType.Amount => Number(field, text, DecimalsMax),
            EvidenceType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? JsonValue.Create(text)
                : null,
            EvidenceType.Choice => field.Choices!.Any(choice => choice.Code == text) ? JsonValue.Create(text) : null,
            _ => text.Length is > 0 and <= LengthMax ? JsonValue.Create(text) : null,
        };

    private static JsonValue? Number(EvidenceField field, string text, int decimals) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && decimal.Round(number, decimals) == number
        && Math.Abs(number) <= NumberMax
        && !(number < field.Minimum)
        && !(number > field.Maximum)
            ? JsonValue.Create(number)
            : null;

    private static Sentence Expected(EvidenceField field) =>
        field.Type switch
        {
            EvidenceType.Boolean => new("Expected.Boolean", []),
            EvidenceType.Integer => new("Expected.Integer", [("range", Range(field))]),
            EvidenceType.Amount => new("Expected.Amount", [("decimals", DecimalsMax), ("range", Range(field))]),
            EvidenceType.Date => new("Expected.Date", []),
            EvidenceType.Result => new("Expected.Result", []),
            EvidenceType.Choice => new("Expected.Choice", [("choices", field.Choices!.Select(choice => $"{choice.Code} {choice.Label}"))]),
            _ => new("Expected.Text", [("length", LengthMax)]),
        };

    private static Sentence Range(EvidenceField field) =>
        (field.Minimum, field.Maximum) switch
        {
            ({ } least, { } greatest) => new("Range.Between", [("least", least), ("greatest", greatest)]),
            ({ } least, null) => new("Range.From", [("least", least)]),
            (null, { } greatest) => new("Range.UpTo", [("greatest", greatest)]),
            _ => new("Range.Any", []),
        };
}
