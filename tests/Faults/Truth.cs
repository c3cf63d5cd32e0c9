using System.Text.Json;

namespace SocietyParty.Faults;

/// <summary>Numbers that no caller changes: whatever is struck, they are answered right or not at all.</summary>
/// <param name="Societies">How many societies.</param>
/// <param name="Covered">How many of them an organization covers.</param>
/// <param name="Counted">Of how many.</param>
internal sealed record Truth(long Societies, long Covered, long Counted)
{
    /// <summary>What is asked.</summary>
    public const string Query = """
        societies { totalCount } coverage(by: [], first: 1) { nodes { organizationCoverage { numerator denominator } } }
        """;

    /// <summary>Reads it from an answer.</summary>
    public static Truth Of(JsonElement data)
    {
        var rate = data.GetProperty("coverage").GetProperty("nodes")[0].GetProperty("organizationCoverage");
        return new Truth(
            data.GetProperty("societies").GetProperty("totalCount").GetInt64(),
            rate.GetProperty("numerator").GetInt64(),
            rate.GetProperty("denominator").GetInt64()
        );
    }

    /// <summary>What another answer says instead; null where it says the same.</summary>
    public string? Contradiction(JsonElement data) =>
        Of(data) is var told && told == this ? null : $"{told} was answered instead of {this}";
}
