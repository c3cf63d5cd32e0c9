using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Graph.Tests.Rules;

namespace SocietyParty.Graph.Tests.Etl.WhatIf;

/// <summary>Drafts made of the shipped rule sets.</summary>
internal static class DraftFile
{
    public static JsonElement Shipped(string code) =>
        RuleSetFile.Embedded().Select(file => JsonElement.Parse(file.Text)).Single(set => set.GetProperty("code").GetString() == code);

    /// <summary>
    /// One section of a city that follows all five documents, or of a shipped rule set, changed, as a city's draft that is to hold from
    /// 2027 on.
    /// </summary>
    public static string Text(string section, Action<JsonNode> change, string? of = null, string jurisdiction = "500000") =>
        new JsonObject
        {
            ["$schema"] = "./rule-set.schema.json",
            ["code"] = "draft-2027",
            ["title"] = "草案",
            ["jurisdiction"] = jurisdiction,
            ["default"] = false,
            ["effectiveFrom"] = "2027-01-01",
            ["effectiveTo"] = null,
            ["document"] = null,
            [section] = Changed(of, section, change),
        }.ToJsonString();

    public static ReplayedRules Of(string text) => new(new RuleSetFile("/draft.json", text), null);

    private static JsonNode Changed(string? code, string section, Action<JsonNode> change)
    {
        var set = code is null ? CityRules.Content : Shipped(code);
        var content = JsonNode.Parse(set.GetProperty(section).GetRawText())!;
        change(content);
        return content;
    }
}
