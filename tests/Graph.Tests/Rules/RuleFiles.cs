using System.Text.Json;
using SocietyParty.Etl.Run;
using SocietyParty.Rules;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>Sections of the rule sets that are shipped, for tests of rules.</summary>
internal static class RuleFiles
{
    /// <summary>A section of a city that follows all five documents.</summary>
    public static T Usual<T>()
        where T : class, ISection => Read<T>(UsualText<T>());

    /// <summary>The same with words of its file replaced: another city's rules.</summary>
    public static T Changed<T>(params (string From, string To)[] changes)
        where T : class, ISection
    {
        var text = UsualText<T>();
        foreach (var (from, to) in changes)
        {
            text.ShouldContain(from);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return Read<T>(text);
    }

    /// <summary>A section of another shipped rule set, by its code.</summary>
    public static T Of<T>(string code = "default")
        where T : class, ISection =>
        Read<T>(
            RuleSetFile
                .Embedded()
                .Select(file => JsonElement.Parse(file.Text))
                .Single(file => file.GetProperty("code").GetString() == code)
                .GetProperty(T.Key)
                .GetRawText()
        );

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, RuleSet.Json)!;

    // Written anew, so that spaces of the file do not matter to what is replaced.
    private static string UsualText<T>()
        where T : class, ISection => JsonSerializer.Serialize(CityRules.Content.GetProperty(T.Key), Plain);

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
