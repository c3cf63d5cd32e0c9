using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>The rules of a city that follows all five documents: those of the synthetic city beside the default ones.</summary>
internal static class CityRules
{
    private static readonly JsonElement Synthetic = JsonElement.Parse(RuleSetFile.Files("samples/synthetic.json").Single().Text);

    /// <summary>All sections: of the synthetic city, and what it leaves to the default rules.</summary>
    public static JsonElement Content { get; } = Combined();

    /// <summary>The synthetic city's file for another region.</summary>
    public static RuleSetFile In(string region)
    {
        var own = JsonNode.Parse(Synthetic.GetRawText())!;
        (own["code"], own["jurisdiction"]) = ($"five-{region}", region);
        return new RuleSetFile($"samples/five-{region}.json", own.ToJsonString());
    }

    /// <summary>Brings them into a graph, beside the rules that the program carries.</summary>
    public static async Task BringAsync(NpgsqlDataSource source, params IReadOnlyList<string> regions) =>
        (await RuleSetLoader.LoadAsync(source, [.. RuleSetFile.Embedded(), .. regions.Select(In)])).Problems.ShouldBeEmpty();

    private static JsonElement Combined()
    {
        var content = JsonNode.Parse(RuleSetFile.Embedded().Single(file => file.Path == "rules/default.json").Text)!.AsObject();
        foreach (var section in Synthetic.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.Object))
        {
            if (section.Name != "evidence")
            {
                content[section.Name] = JsonNode.Parse(section.Value.GetRawText());
            }
        }

        // Kinds are found one by one.
        var kinds = content["evidence"]!["kinds"]!.AsArray();
        foreach (var kind in Synthetic.GetProperty("evidence").GetProperty("kinds").EnumerateArray())
        {
            var place = kinds.ToList().FindIndex(one => (string?)one!["code"] == kind.GetProperty("code").GetString());
            kinds[place] = JsonNode.Parse(kind.GetRawText());
        }

        return JsonSerializer.SerializeToElement(content);
    }
}
