using System.Text.Json;

namespace SocietyParty.Etl.Run;

/// <summary>An indicator, as a file under schema/rules/indicators defines it.</summary>
/// <param name="Path">For messages, such as <c>rules/indicators/I01.json</c>.</param>
/// <param name="Content">The file.</param>
public sealed record IndicatorFile(string Path, JsonElement Content)
{
    internal const string Folder = "rules/indicators/";
    private const string SchemaPath = Folder + "indicator.schema.json";

    /// <summary>The JSON schema that files follow.</summary>
    internal static JsonShape Shape { get; } = new(JsonElement.Parse(RuleSetFile.Files(SchemaPath).Single().Text));

    /// <summary>Identity, such as I01.</summary>
    public string Id => Content.GetProperty("id").GetString()!;

    /// <summary>The indicators that the program carries, in order.</summary>
    public static IReadOnlyList<IndicatorFile> Embedded() =>
        [
            .. RuleSetFile
                .Files(Folder)
                .Where(file => file.Path != SchemaPath)
                .Select(file => new IndicatorFile(file.Path, JsonElement.Parse(file.Text))),
        ];
}
