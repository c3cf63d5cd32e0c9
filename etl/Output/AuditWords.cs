using System.Globalization;
using System.Text;
using System.Text.Json;
using SocietyParty.Etl.Audit;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Output;

/// <summary>
/// What an event says, in words: the record holds names of operations, keys and codes, which programs read (<c>--json</c>). What nothing
/// names, because a later program wrote it or an earlier one had it, stays as it is written.
/// </summary>
public sealed class AuditWords(Words words)
{
    private const string Fields = "AuditField";

    /// <summary>What was done, or with what.</summary>
    public string Subject(AuditEvent one, AuditNames names) =>
        one.Action switch
        {
            "MUTATION" => Word(one.Subject, "Mutation"),
            // Kinds of sheets are the lists that they fill: SUPPORTING_UNITS.
            "IMPORT" => one.Subject == "ROSTER" ? Word("rosters", "List") : List([one.Subject.ToLowerInvariant()]),
            "RULE_SET" => words.IsChinese && names.Thing is { } title ? title : one.Subject,
            "ROLE_GRANT" => Word(one.Subject, "AccessRole"),
            "EXPORT" => List(one.Subject.Split('/')),
            "REPORT" => Report(one.Subject.Split('/')),
            "READ_PEOPLE" => Join(one.Subject.Split(' ').Select(Thing)),
            "PERSON" => Numbered(Thing("Person"), one.Subject),
            "PRUNE" => words.Say("Cli.AuditLink", ("number", one.Subject)),
            _ => one.Subject,
        };

    /// <summary>To what, by how much, and from where.</summary>
    public string Detail(AuditEvent one, AuditNames names)
    {
        using var read = JsonDocument.Parse(one.Detail);
        var detail = read.RootElement;
        return string.Join(
            words.IsChinese ? "；" : "; ",
            Parts(one, names, detail).Append(From(detail)).Where(part => !string.IsNullOrEmpty(part))
        );
    }

    private IEnumerable<string?> Parts(AuditEvent one, AuditNames names, JsonElement detail) =>
        one.Action switch
        {
            "MUTATION" => [Numbered(Thing(Text(detail, "type") ?? ""), Text(detail, "id"), names.Thing)],
            "IMPORT" =>
            [
                names.Thing,
                words.Say(
                    "Cli.AuditRows",
                    ("read", Text(detail, "read")),
                    ("inserted", Text(detail, "inserted")),
                    ("updated", Text(detail, "updated"))
                ),
            ],
            "ACCOUNT" => [Change(detail), Changed(detail)],
            "ROLE_GRANT" or "TOKEN" =>
            [
                Change(detail),
                names.Account is { } account ? words.Say("Cli.AuditOfAccount", ("name", account)) : null,
                names.About,
                Days(detail),
            ],
            "RULE_SET" or "PERSON" => [Change(detail)],
            "READ_PEOPLE" => [.. ReadFields(detail), .. ReadOf(detail)],
            "PRUNE" => [words.Say("Cli.AuditPrunedEvents", ("count", Text(detail, "events")))],
            "REFUSED" => [Text(detail, "path")],
            _ => [],
        };

    // A row that is changed and bears the mark of its end was taken back.
    private string? Change(JsonElement detail) =>
        Text(detail, "change") switch
        {
            "INSERT" or "CREATE" => words.Say("Cli.AuditMade"),
            "UPDATE" when Row(detail, "revoked_at") is not null => words.Say("Cli.AuditTakenBack"),
            "UPDATE" => words.Say("Cli.AuditChanged"),
            "DELETE" or "REVOKE" => words.Say("Cli.AuditTakenAway"),
            "EXPORT" => words.Say("Cli.AuditHandedOut"),
            "ERASE" => words.Say("Cli.AuditErased"),
            var other => other,
        };

    // Of a new row every column is one.
    private string? Changed(JsonElement detail)
    {
        var fields = Texts(detail, "fields").ToHashSet(StringComparer.Ordinal);
        if (Text(detail, "change") != "UPDATE" || fields.Count == 0)
        {
            return null;
        }

        // Whoever gets another password, or is shut out, is signed out with it: that is no change of its own.
        return Join(
            fields
                .Where(field => field != "security_stamp" || fields.Count == 1)
                .Where(field => field != "failed_count" || !fields.Contains("locked_until"))
                .Select(field => field == "disabled_at" && Row(detail, field) is null ? "enabled" : field)
                .Select(field => Said($"{Fields}.{field}") ?? field)
                .Distinct()
        );
    }

    private string? Days(JsonElement detail) =>
        Row(detail, "valid_from") is not { } from ? null
        : Row(detail, "valid_to") is { } to ? words.Say("Cli.AuditDays", ("from", from), ("to", to))
        : words.Say("Cli.AuditSince", ("from", from));

    private string? From(JsonElement detail) =>
        Text(detail, "address") is not { } address
            ? null
            : Text(detail, "way") switch
            {
                "PASSWORD" => words.Say("Cli.AuditByPassword", ("address", address)),
                "LINK" => words.Say("Cli.AuditByLink", ("address", address)),
                _ => words.Say("Cli.AuditFrom", ("address", address)),
            };

    private IEnumerable<string?> ReadFields(JsonElement detail) =>
        Texts(detail, "fields")
            .GroupBy(field => field.Split('.')[0], StringComparer.Ordinal)
            .Select(type =>
                $"{Thing(type.Key)}{(words.IsChinese ? "：" : ": ")}{Join(type.Select(field => Word(field, "PersonalField")))}"
            );

    // An identity is Base64 of "Branch:7".
    private IEnumerable<string?> ReadOf(JsonElement detail) =>
        Texts(detail, "of")
            .Select(identity =>
            {
                var bytes = new byte[identity.Length];
                return
                    Convert.TryFromBase64String(identity, bytes, out var length)
                    && Encoding.UTF8.GetString(bytes, 0, length).Split(':') is [var type, var key]
                    ? Numbered(Thing(type), key)
                    : identity;
            });

    // "indicators/I01"; of a sheet "supporting-units".
    private string List(string[] path)
    {
        var parts = path[0].Split('-', '_');
        var name = parts[0] + string.Concat(parts.Skip(1).Select(part => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(part)));
        return string.Join(' ', path.Skip(1).Prepend(Word(name, "List")));
    }

    private string Report(string[] path) =>
        path switch
        {
            ["draft", ..] => words.Say("Cli.AuditDraft"),
            ["editions"] => words.Say("Cli.AuditIssued"),
            [var number, ..] => words.Say("Cli.AuditEdition", ("number", number)),
            _ => "",
        };

    private string Numbered(string thing, string? key, string? name = null) =>
        name is null
            ? words.Say("Cli.AuditThing", ("thing", thing), ("number", key))
            : words.Say("Cli.AuditNamedThing", ("thing", thing), ("name", name), ("number", key));

    private string Thing(string type) => Said($"Thing.{type}") ?? type;

    private string? Said(string key) => SentenceBook.Of(words.Language).Texts.GetValueOrDefault(key);

    private string Word(string name, string kind) => EnumWords.Of(name, words.Language, kind);

    private string Join(IEnumerable<string> all) => string.Join(words.IsChinese ? "、" : ", ", all);

    private static string? Row(JsonElement detail, string name) =>
        detail.TryGetProperty("row", out var row) && row.ValueKind == JsonValueKind.Object ? Text(row, name) : null;

    private static string? Text(JsonElement detail, string name) =>
        detail.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private static IEnumerable<string> Texts(JsonElement detail, string name) =>
        detail.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(item => item.ToString())
            : [];
}
