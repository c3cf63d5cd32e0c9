using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run;

/// <summary>One rule set, of the program (schema/rules) or of a folder of one's own.</summary>
/// <param name="Path">For messages: such as <c>rules/500000/chongqing-2022.json</c>, or the whole path of a file of one's own.</param>
/// <param name="Text">The file's text.</param>
public sealed record RuleSetFile(string Path, string Text)
{
    private const string SchemaPath = "rules/rule-set.schema.json";

    /// <summary>The text; a CR LF checkout gives the same checksum as an LF one.</summary>
    public string Text { get; } = Text.TrimStart('\uFEFF').Replace("\r\n", "\n");

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Where a person finds the file of a path.</summary>
    internal static string Place(string path) => System.IO.Path.IsPathRooted(path) ? path : $"schema/{path}";

    /// <summary>The rule sets that the program carries.</summary>
    public static IReadOnlyList<RuleSetFile> Embedded() =>
        Files("rules/")
            .Where(file =>
                file.Path != SchemaPath
                && !file.Path.StartsWith(DocumentFile.Folder, StringComparison.Ordinal)
                && !file.Path.StartsWith(IndicatorFile.Folder, StringComparison.Ordinal)
            )
            .Select(file => new RuleSetFile(file.Path, file.Text))
            .ToList();

    /// <summary>The JSON schema that files follow.</summary>
    internal static JsonShape Shape { get; } = new(JsonElement.Parse(Files(SchemaPath).Single().Text));

    /// <summary>The JSON files that the program carries under a path, in order.</summary>
    internal static IEnumerable<(string Path, string Text)> Files(string under) =>
        typeof(MigrationFile)
            .Assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
            .Where(entry =>
                entry.Path.StartsWith(under, StringComparison.Ordinal) && entry.Path.EndsWith(".json", StringComparison.Ordinal)
            )
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)
            .Select(entry => (entry.Path, Read(entry.Resource)));

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(MigrationFile).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
