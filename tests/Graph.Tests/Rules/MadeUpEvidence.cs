using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>
/// Made-up kinds of evidence in Chongqing from 2021-02-10 on: briefs of a branch each quarter, hours of a society each half-year, a report
/// of the committee and one of each leading group each year, courses of people, who owe nothing.
/// </summary>
internal static class MadeUpEvidence
{
    private const string Section = """
        { "kinds": [
          { "code": "BRIEF", "name": "简报", "englishName": "Brief", "subject": "BRANCH", "nature": "EVENT",
            "fields": [{ "name": "inTime", "label": "合格", "englishLabel": "Good", "type": "BOOLEAN", "required": true }], "met": [{ "field": "inTime" }],
            "cadence": { "everyMonths": 3, "target": 2, "source": "001 §11", "graceDays": { "value": 5, "source": "合成" } }, "source": "001 §11" },
          { "code": "SERVICE", "name": "服务", "englishName": "Service", "subject": "SOCIETY", "nature": "EVENT",
            "fields": [{ "name": "hours", "label": "学时", "englishLabel": "Hours", "type": "AMOUNT", "required": true }], "met": [],
            "cadence": { "everyMonths": 6, "target": 10, "sumOf": "hours", "source": "003 第十七条" }, "source": "003 第十七条" },
          { "code": "YEAR_REPORT", "name": "年报", "englishName": "Year report", "subject": "COMMITTEE", "nature": "EVENT",
            "fields": [{ "name": "year", "label": "年度", "englishLabel": "Year", "type": "INTEGER", "required": true }], "met": [],
            "cadence": { "everyMonths": 12, "target": 1, "yearField": "year", "source": "001 §16", "graceDays": { "value": 31, "source": "合成" } },
            "source": "001 §16" },
          { "code": "GROUP_YEAR_REPORT", "name": "领导小组年终报告", "englishName": "Year-end report of a leading group", "subject": "LEADING_GROUP", "nature": "EVENT",
            "fields": [{ "name": "year", "label": "年度", "englishLabel": "Year", "type": "INTEGER", "required": true },
              { "name": "partyWorkReported", "label": "报告党建工作", "englishLabel": "Party building", "type": "BOOLEAN", "required": true }],
            "met": [{ "field": "partyWorkReported" }],
            "cadence": { "everyMonths": 12, "target": 1, "yearField": "year", "source": "003 第九条", "graceDays": { "value": 31, "source": "合成" } },
            "source": "003 第九条" },
          { "code": "COURSE", "name": "轮训", "englishName": "Course", "subject": "PERSON", "nature": "EVENT", "fields": [], "met": [],
            "cadence": { "everyMonths": 12, "target": 1, "source": "001 §9" }, "source": "001 §9" }
        ] }
        """;

    /// <summary>A rule set of these kinds and nothing else.</summary>
    private static string Text(string jurisdiction)
    {
        var file = JsonNode.Parse(MadeUpCityTests.Text)!.AsObject();
        foreach (var section in new[] { "coverage", "categories", "leadingGroups", "assessment", "workPoints" })
        {
            file.Remove(section);
        }

        file["jurisdiction"] = jurisdiction;
        file["effectiveFrom"] = "2021-02-10";
        file["evidence"] = JsonNode.Parse(Section);
        return file.ToString();
    }

    /// <summary>Brings it in beside the shipped rule sets.</summary>
    public static async Task DefineAsync(NpgsqlDataSource database, string jurisdiction = "500000")
    {
        var files = RuleSetFile.Embedded().Append(new($"rules/{jurisdiction}/made-up-city.json", Text(jurisdiction)));
        (await RuleSetLoader.LoadAsync(database, [.. files])).Problems.ShouldBeEmpty();
    }
}
