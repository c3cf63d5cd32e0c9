using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SocietyParty.Schema.Database;

/// <summary>What each role may do, and by which right each mutation is allowed: <c>access/rights.json</c>.</summary>
/// <param name="Mutations">Names of mutations by right; a right that allows something else has none.</param>
/// <param name="Roles">Rights by role.</param>
/// <param name="Checksum">SHA-256 of the file.</param>
public sealed record RightList(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Mutations,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Roles,
    string Checksum
)
{
    private const string Resource = "access/rights.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The file that this assembly carries.</summary>
    public static RightList Embedded { get; } = Read();

    private static RightList Read()
    {
        var assembly = typeof(RightList).Assembly;
        var name = assembly.GetManifestResourceNames().Single(resource => resource.Replace('\\', '/') == Resource);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var file = JsonSerializer.Deserialize<Content>(text, Json)!;
        return new RightList(
            file.Mutations.ToDictionary(one => one.Key, one => (IReadOnlyList<string>)one.Value),
            file.Roles.ToDictionary(one => one.Key, one => (IReadOnlyList<string>)one.Value),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        );
    }

    private sealed record Content(Dictionary<string, string[]> Mutations, Dictionary<string, string[]> Roles);
}
