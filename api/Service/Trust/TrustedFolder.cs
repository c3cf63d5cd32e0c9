using System.Collections.Immutable;
using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Trust;

/// <summary>
/// The texts of a folder and those below it: <c>.graphql</c> files, and <c>.json</c> manifests as Apollo
/// (<c>persisted-query-manifest.json</c>) and Relay (<c>persisted.json</c>: id → text) write them.
/// </summary>
internal static class TrustedFolder
{
    /// <summary>Sorted by path, so that messages come in the same order everywhere.</summary>
    public static Outcome<IReadOnlyList<(string Place, string Id, string Text)>> Read(string folder, Language language)
    {
        if (!Directory.Exists(folder))
        {
            return TrustedDocuments.Error(
                new("SP-START-013", [("folder", Path.GetFullPath(folder)), ("setting", "TrustedDocuments:Folder")]),
                language
            );
        }

        var found = new List<(string, string, string)>();
        var errors = new List<Sentence>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var place = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (file.EndsWith(".graphql", StringComparison.Ordinal))
            {
                found.Add((place, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
            }
            else if (file.EndsWith(".json", StringComparison.Ordinal))
            {
                Manifest(place, File.ReadAllText(file), found, errors);
            }
        }

        return errors.Count > 0 ? errors.Select(error => TrustedDocuments.Error(error, language)).ToImmutableArray() : found;
    }

    private static void Manifest(string place, string json, List<(string, string, string)> found, List<Sentence> errors)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var root = parsed.RootElement;
            if (
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("operations", out var operations)
                && operations.ValueKind == JsonValueKind.Array
            )
            {
                foreach (var operation in operations.EnumerateArray())
                {
                    Add(Property(operation, "id"), Property(operation, "body"));
                }
            }
            else if (root.ValueKind == JsonValueKind.Object)
            {
                foreach (var entry in root.EnumerateObject())
                {
                    Add(entry.Name, entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : null);
                }
            }
            else
            {
                Add(null, null);
            }
        }
        catch (JsonException error)
        {
            errors.Add(
                new(
                    "SP-START-014.Json",
                    [
                        ("place", $"{place}:{error.LineNumber + 1}"),
                        ("apollo", "Apollo persisted-query-manifest.json"),
                        ("relay", "Relay persisted.json"),
                    ]
                )
            );
        }

        void Add(string? id, string? text)
        {
            if (id is not null && text is not null)
            {
                found.Add(($"{place} ({id})", id, text));
            }
            else
            {
                errors.Add(
                    new(
                        "SP-START-014.Entry",
                        [("place", place), ("apollo", "Apollo {\"operations\": [{\"id\": …, \"body\": …}]}"), ("relay", "Relay {ID: TEXT}")]
                    )
                );
            }
        }
    }

    private static string? Property(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
