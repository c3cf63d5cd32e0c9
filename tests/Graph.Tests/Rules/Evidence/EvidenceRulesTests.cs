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
    [InlineData(
        "\"sumOf\": \"hours\"",
        "\"yearField\": \"topic\"",
        ".kinds[1].cadence.yearField is topic, which is no required whole number of the record"
    )]
    [InlineData(
        "\"everyMonths\": 12, \"target\": 32, \"sumOf\": \"hours\"",
        "\"everyMonths\": 6, \"target\": 32, \"yearField\": \"hours\"",
        ".kinds[1].cadence.yearField is for what is due every 12 months, not every 6"
    )]
    [InlineData(
        "\"cadence\": {",
        "\"feeds\": { \"item\": \"TEAM_1\", \"points\": { \"value\": 1, \"source\": \"x\" } }, \"cadence\": {",
        ".kinds[1].feeds feeds the assessment of branches, and is recorded of a Person"
    )]
    [InlineData(
        "\"indicator\": \"I23\"",
        "\"feeds\": { \"item\": \"TEAM_1\", \"points\": { \"value\": 1, \"source\": \"x\" }, \"sumOf\": \"flag\" }, \"indicator\": \"I23\"",
        ".kinds[0].feeds.sumOf is flag, which is no number of the record"
    )]
    [InlineData(
        "\"type\": \"DATE\"",
        "\"type\": \"RESULT\"",
        ".kinds[1].fields name a result of the assessment of branches, and the kind is recorded of a Person"
    )]
    public void A_contradiction_is_found_with_its_place(string found, string replaced, string expected)
    {
        MadeUpCityTests.Text.ShouldContain(found);
        Problems(MadeUpCityTests.Text.Replace(found, replaced)).ShouldContain(expected);
    }

    [Fact]
    public void The_shipped_kinds_and_the_made_up_ones_have_no_contradiction()
    {
        RuleFiles.Usual<EvidenceRules>().Problems().ShouldBeEmpty();
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
