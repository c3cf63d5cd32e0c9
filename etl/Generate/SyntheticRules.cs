using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;
using SocietyParty.Rules;

namespace SocietyParty.Etl.Generate;

/// <summary>
/// The rules on which a synthetic graph stands: a file of its own, as any city has one. No program carries them to a real city.
/// </summary>
internal static class SyntheticRules
{
    private const string Path = "samples/synthetic.json";

    private static readonly JsonElement Content = JsonElement.Parse(RuleSetFile.Files(Path).Single().Text);

    /// <summary>Its code in the graph.</summary>
    public static string Code { get; } = Content.GetProperty("code").GetString()!;

    /// <summary>The file, for the region of the committee at the top.</summary>
    public static RuleSetFile File(string region)
    {
        var content = JsonNode.Parse(Content.GetRawText())!;
        content["jurisdiction"] = region;
        return new RuleSetFile(Path, content.ToJsonString());
    }

    /// <summary>One of its sections as it stands in the file.</summary>
    public static JsonElement Text(string section) => Content.GetProperty(section);

    public static T Section<T>()
        where T : class, ISection => Text(T.Key).Deserialize<T>(RuleSet.Json)!;
}
