using System.Text.Json;
using SocietyParty.Etl.Run;
using SocietyParty.Rules;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>Sections of the shipped rule sets, for table tests.</summary>
internal static class ShippedRules
{
    /// <param name="code">Code of the rule set, for example <c>chongqing-2022</c>.</param>
    public static T Of<T>(string code = "default")
        where T : ISection =>
        RuleSetFile.Embedded().Select(file => JsonElement.Parse(file.Text)).Single(file => file.GetProperty("code").GetString() == code)
            .GetProperty(T.Key).Deserialize<T>(RuleSet.Json)!;
}
