using System.Text.Json;
using SocietyParty.Rules;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Rules.Evidence;

/// <summary>A file that contradicts itself is refused with the place.</summary>
public sealed class EvidenceRulesTests
{
    [Theory]
    [InlineData("\"SIX_HAVES\"", "\"TRAINING\"", ".kinds has TRAINING twice")]
    [InlineData("\"hours\", \"label\"", "\"cost\", \"label\"", ".kinds[1].fields has cost twice")]
    [InlineData(
        "\"type\": \"INTEGER\"",
        "\"type\": \"TEXT\"",
        ".kinds[1].fields[1] hours is Text: only a number has a least and a greatest"
    )]
    [InlineData(
        "\"type\": \"CHOICE\"",
        "\"type\": \"DATE\"",
        ".kinds[1].fields[0] level is Date: a choice has codes to choose from, nothing else has"
    )]
    [InlineData(
        "\"type\": \"DATE\"",
        "\"type\": \"CHOICE\"",
        ".kinds[1].fields[3] certifiedOn is Choice: a choice has codes to choose from, nothing else has"
    )]
    [InlineData("\"code\": \"COUNTY\"", "\"code\": \"CITY\"", ".kinds[1].fields[0] level has the code CITY twice")]
    [InlineData("\"maximum\": 80", "\"maximum\": 0", ".kinds[1].fields[1] hours begins at 1 and ends at 0")]
    [InlineData("\"field\": \"flag\"", "\"field\": \"sign\"", ".kinds[0].met[1] asks for sign, which is no field")]
    [InlineData("\"field\": \"hours\"", "\"field\": \"topic\"", ".kinds[1].met[0] wants topic to be at least 8, and it is no number")]
    [InlineData("\"oneOf\": [\"CITY\"]", "\"oneOf\": [\"NATION\"]", ".kinds[1].met[1] wants level to be NATION, which cannot be chosen")]
    [InlineData(
        "\"field\": \"level\"",
        "\"field\": \"topic\"",
        ".kinds[1].met[1] wants topic to be one of some codes, and it is no choice"
    )]
    [InlineData("\"sumOf\": \"hours\"", "\"sumOf\": \"topic\"", ".kinds[1].cadence.sumOf is topic, which is no number of the record")]
    public void A_contradiction_is_found_with_its_place(string found, string replaced, string expected)
    {
        MadeUpCityTests.Text.ShouldContain(found);
        Problems(MadeUpCityTests.Text.Replace(found, replaced)).ShouldContain(expected);
    }

    [Fact]
    public void The_shipped_kinds_and_the_made_up_ones_have_no_contradiction()
    {
        RuleFiles.Default<EvidenceRules>().Problems().ShouldBeEmpty();
        Problems(MadeUpCityTests.Text).ShouldBeEmpty();
    }

    private static IEnumerable<string> Problems(string file) =>
        JsonElement
            .Parse(file)
            .GetProperty(EvidenceRules.Key)
            .Deserialize<EvidenceRules>(RuleSet.Json)!
            .Problems()
            .Select(problem => $"{problem.Path} {problem.Problem}");
}
