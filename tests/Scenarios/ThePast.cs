namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    /// <summary>Every day of the year is still as it was.</summary>
    private async Task ThePastIsAsItWasAsync()
    {
        var past = await city.AskAsync(
            """
            query($b: ID!, $s: ID!) {
              branch(id: $b) {
                january: category(asOf: "2027-01-31") february: category(asOf: "2027-02-28") march: category(asOf: "2027-03-31") may: category(asOf: "2027-05-31")
                before: secretary(asOf: "2027-01-31") { person { reference } } after: secretary(asOf: "2027-12-31") { person { reference } }
                statusHistory { status validFrom validTo }
                categoryHistory { category validFrom validTo }
              }
              society(id: $s) { winter: supportingUnit(asOf: "2027-02-28") { name } summer: supportingUnit(asOf: "2027-08-01") { name } }
            }
            """,
            new { b = branch, s = society }
        );

        var then = past.GetProperty("branch");
        new[] { "january", "february", "march", "may" }
            .Select(month => then.GetProperty(month).GetString())
            .ShouldBe(["UNCLASSIFIED", "C", "B", "A"]);
        then.GetProperty("before").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        then.GetProperty("after").GetProperty("person").GetProperty("reference").GetString().ShouldBe("合成-2027-0");
        then.GetProperty("statusHistory")
            .ToString()
            .ShouldBe(
                """[{"status":"ESTABLISHED","validFrom":"2027-02-01","validTo":null},{"status":"PROPOSED","validFrom":"2027-01-10","validTo":"2027-02-01"}]"""
            );
        then.GetProperty("categoryHistory")
            .ToString()
            .ShouldBe(
                """[{"category":"A","validFrom":"2027-05-01","validTo":null},{"category":"B","validFrom":"2027-03-15","validTo":"2027-05-01"},{"category":"C","validFrom":"2027-02-10","validTo":"2027-03-15"}]"""
            );
        past.GetProperty("society").ToString().ShouldBe("""{"winter":null,"summer":{"name":"合成-理工大学"}}""");

        // What is late can be asked for any day: at the end of the first quarter nothing was late.
        (await LateAsync("2027-03-31")).ShouldNotContain("COMMITTEE_MEETING 2027Q1 001 §16");
        (await LateAsync("2028-01-05")).ShouldContain("WORK_MEETING 2027 001 §16");
    }
}
