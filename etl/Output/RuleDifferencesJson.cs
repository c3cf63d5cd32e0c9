using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Output;

/// <summary>What <c>rules diff --json</c> writes.</summary>
internal static class RuleDifferencesJson
{
    public static JsonObject Of(JsonElement old, JsonElement @new, IReadOnlyList<RuleDifference> differences, Language language) =>
        new()
        {
            ["old"] = Head(old),
            ["new"] = Head(@new),
            ["differences"] = new JsonArray([
                .. differences.Select(one =>
                    (JsonNode?)
                        new JsonObject
                        {
                            ["section"] = one.Section.Length == 0 ? null : one.Section,
                            ["path"] = one.Path,
                            ["place"] = RuleWords.Place(one, language),
                            ["old"] = Node(one.Old),
                            ["new"] = Node(one.New),
                            ["oldIsThere"] = one.Old is not null,
                            ["newIsThere"] = one.New is not null,
                            ["oldSource"] = one.OldSource,
                            ["newSource"] = one.NewSource,
                        }
                ),
            ]),
        };

    /// <summary>Code and title; a draft may still lack them.</summary>
    public static string Called(JsonElement ruleSet) =>
        string.Join(
            ' ',
            new[] { "code", "title" }.Where(key => ruleSet.TryGetProperty(key, out _)).Select(key => ruleSet.GetProperty(key).ToString())
        );

    private static JsonObject Head(JsonElement ruleSet) =>
        new()
        {
            ["code"] = Text(ruleSet, "code"),
            ["title"] = Text(ruleSet, "title"),
            ["jurisdiction"] = Text(ruleSet, "jurisdiction"),
        };

    private static string? Text(JsonElement ruleSet, string key) =>
        ruleSet.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonNode? Node(JsonElement? value) => value is { } known ? JsonNode.Parse(known.GetRawText()) : null;
}
