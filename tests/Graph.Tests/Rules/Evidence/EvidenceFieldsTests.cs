using System.Text.Json;
using SocietyParty.Rules;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Rules.Evidence;

/// <summary>What records state and whether that is met: the shipped kinds, and a made-up one that has every type of field.</summary>
public sealed class EvidenceFieldsTests
{
    private static readonly EvidenceRules Made = JsonElement
        .Parse(MadeUpCityTests.Text)
        .GetProperty(EvidenceRules.Key)
        .Deserialize<EvidenceRules>(RuleSet.Json)!;

    private static EvidenceKind Kind(string code) =>
        RuleFiles.Usual<EvidenceRules>().Kinds.Concat(Made.Kinds).First(kind => kind.Code == code);

    /// <summary><c>name=value</c>, separated by semicolons.</summary>
    private static List<(string Name, string Value)> Fields(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(field => (field[0], field[1]))];

    [Theory]
    [InlineData("CHARTER_CLAUSE", "included=true", "met", "001 §7, 002 §10, 004 政治建设-2")]
    [InlineData("CHARTER_CLAUSE", "included=是;article= 第三条 ", "met", "001 §7, 002 §10, 004 政治建设-2")]
    [InlineData("CHARTER_CLAUSE", "included=false", "not met", "001 §7, 002 §10, 004 政治建设-2")]
    [InlineData("SIX_HAVES", "place=是;facilities=是;sign=是;flag=是;books=是;rules=是", "met", "004 组织建设-6")]
    [InlineData("SIX_HAVES", "place=是;facilities=是;sign=否;flag=是;books=是;rules=是", "not met", "004 组织建设-6")]
    [InlineData("PARTY_FUNDS", "year=2025;planned=20000;paid=15000.50;spent=14999.99", "met", "001 §7, 002 §8, 004 组织建设-7")]
    [InlineData("OFFICER_TRAINING", "topic=书记能力提升;audience=SECRETARY;hours=16", "met", "001 §9, 002 §5, 002 §6, 004 组织建设-9")]
    [InlineData("PUBLICITY_COLUMN", "present=是;medium=WECHAT", "met", "004 组织建设-4")]
    [InlineData("PUBLICITY_COLUMN", "present=否", "not met", "004 组织建设-4")]
    [InlineData("HANDED_IN_MATERIAL", "material=BRIEF;title=第三期简报;onTime=是", "met", "004 组织建设-5")]
    [InlineData("HANDED_IN_MATERIAL", "material=MAJOR_MATTER;title=换届;onTime=否", "not met", "004 组织建设-5")]
    [InlineData("RESEARCH_RESULT", "result=TYPICAL_CASE;title=合成案例;published=否", "met", "001 §3, 000 §四, 001 §15")]
    [InlineData("MAJOR_ACTIVITY", "activity=大宣讲;participants=12", "met", "000 §三")]
    [InlineData("SOCIETY_UNION", "member=是;union=合成联合体", "met", "001 §8")]
    [InlineData("SOCIETY_UNION", "member=否", "not met", "001 §8")]
    [InlineData("HONOUR", "title=优秀党务工作者;level=MUNICIPAL", "met", "002 §9")]
    [InlineData("WORK_ALLOWANCE", "granted=是;basis=合成办法", "met", "002 §9")]
    [InlineData("OFFICER_CHANGE", "change=LEFT;reported=否", "not met", "002 §9")]
    [InlineData("OFFICER_CHANGE", "change=APPOINTED;reportedOn=2024-02-29;reported=是", "met", "002 §9")]
    [InlineData("GROUP_YEAR_REPORT", "year=2025;partyWorkReported=否", "not met", "003 第九条")]
    [InlineData("GROUP_YEAR_REPORT", "year=2025;partyWorkReported=是", "met", "003 第九条")]
    [InlineData("CLEARED_DOCUMENT", "title=合成文件;outcome=CHANGED", "met", "003 第九条")]
    [InlineData("JOINT_SESSION", "topic=年度工作;participants=9", "met", "003 第十一条（四）")]
    [InlineData("MAJOR_DECISION", "matter=DONATION;title=接收捐赠;opinionGiven=是", "met", "002 §4")]
    [InlineData("MAJOR_DECISION", "matter=FOREIGN;title=涉外会议;opinionGiven=否", "not met", "002 §4")]
    [InlineData("OFFICIAL_ORGANIZATIONAL_LIFE", "activity=支部组织生活会;role=MEMBER", "met", "001 §15")]
    [InlineData("RESULT_AWARD", "result=QXNzZXNzbWVudDox;title=先进党支部", "met", "004 第七条")]
    [InlineData("RESULT_FUNDS", "result=QXNzZXNzbWVudDox;amount=3000", "met", "004 第七条")]
    [InlineData("SOCIETY_APPRAISAL", "result=QXNzZXNzbWVudDox;outcome=优秀学会", "met", "004 第七条")]
    [InlineData("TRAINING", "level=CITY;hours=8;topic=a;certifiedOn=2024-02-29", "met", "合成 第四条")]
    [InlineData("TRAINING", "level=CITY;hours=7;topic=a;certifiedOn=2024-02-29", "not met", "合成 第四条")]
    [InlineData("TRAINING", "level=COUNTY;hours=8;topic=a;certifiedOn=2024-02-29", "not met", "合成 第四条")]
    [InlineData("TRAINING", "level=CITY;hours=8;topic=a", "not met", "合成 第四条")]
    public void A_record_is_met_when_all_conditions_of_its_kind_hold(string kind, string fields, string expected, string clause)
    {
        var (content, breaches) = EvidenceFields.Read(Kind(kind), Fields(fields));
        breaches.ShouldBeEmpty();
        (EvidenceMet.Of(Kind(kind), content) ? "met" : "not met").ShouldBe(expected);
        Kind(kind).Source.ShouldBe(clause);
    }

    [Fact]
    public void A_kind_without_conditions_is_met_by_being_recorded() =>
        EvidenceMet.Of(Kind("CHARTER_CLAUSE") with { Met = [] }, []).ShouldBeTrue();

    [Fact]
    public void Values_are_kept_as_json_has_them() =>
        EvidenceFields
            .Read(Kind("TRAINING"), Fields("level=CITY;hours=12;cost=1500.50;topic=党章;certifiedOn=2024-02-29"))
            .Content.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldBe("""{"level":"CITY","hours":12,"cost":1500.50,"topic":"党章","certifiedOn":"2024-02-29"}""");

    [Theory]
    [InlineData("CHARTER_CLAUSE", "", "EVIDENCE_FIELD_MISSING fields")]
    [InlineData("PARTY_FUNDS", "year=2025;spent=-1", "EVIDENCE_VALUE_INVALID fields.1.value")]
    [InlineData("MAJOR_ACTIVITY", "activity=大宣讲;participants=0", "EVIDENCE_VALUE_INVALID fields.1.value")]
    [InlineData("MAJOR_DECISION", "matter=捐赠;title=接收;opinionGiven=是", "EVIDENCE_VALUE_INVALID fields.0.value")]
    [InlineData("CHARTER_CLAUSE", "article=第三条", "EVIDENCE_FIELD_MISSING fields")]
    [InlineData("CHARTER_CLAUSE", "included=true;included=true", "EVIDENCE_FIELD_REPEATED fields.1.name")]
    [InlineData("CHARTER_CLAUSE", "included=true;page=3", "EVIDENCE_FIELD_UNKNOWN fields.1.name")]
    [InlineData("CHARTER_CLAUSE", "included=1", "EVIDENCE_VALUE_INVALID fields.0.value")]
    [InlineData("CHARTER_CLAUSE", "included=true;article=  ", "EVIDENCE_VALUE_INVALID fields.1.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=0", "EVIDENCE_VALUE_INVALID fields.2.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=81", "EVIDENCE_VALUE_INVALID fields.2.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=8.5", "EVIDENCE_VALUE_INVALID fields.2.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=1,000", "EVIDENCE_VALUE_INVALID fields.2.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=八", "EVIDENCE_VALUE_INVALID fields.2.value")]
    [InlineData("TRAINING", "topic=a;level=市级;hours=8", "EVIDENCE_VALUE_INVALID fields.1.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=8;cost=-1", "EVIDENCE_VALUE_INVALID fields.3.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=8;cost=0.005", "EVIDENCE_VALUE_INVALID fields.3.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=8;cost=99999999999999999999", "EVIDENCE_VALUE_INVALID fields.3.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=8;certifiedOn=2023-02-29", "EVIDENCE_VALUE_INVALID fields.3.value")]
    [InlineData("TRAINING", "topic=a;level=CITY;hours=8;certifiedOn=2023/02/28", "EVIDENCE_VALUE_INVALID fields.3.value")]
    [InlineData(
        "TRAINING",
        "hours=0",
        "EVIDENCE_VALUE_INVALID fields.0.value, EVIDENCE_FIELD_MISSING fields, EVIDENCE_FIELD_MISSING fields"
    )]
    public void What_a_kind_does_not_take_is_refused_at_its_place(string kind, string fields, string expected)
    {
        var breaches = EvidenceFields.Read(Kind(kind), Fields(fields)).Breaches;
        string.Join(", ", breaches.Select(breach => $"{breach.Code} {string.Join('.', breach.Path)}")).ShouldBe(expected);
        breaches.ShouldAllBe(breach => breach.Clause == Kind(kind).Source && breach.Severity == Severity.Error);
    }

    [Fact]
    public void A_message_names_field_label_and_what_it_takes() =>
        EvidenceFields
            .Read(Kind("TRAINING"), Fields("topic=a;level=x;hours=81;cost=y"))
            .Breaches.Select(breach => breach.Sentence.ToString())
            .ShouldBe([
                "level 层级 is one of CITY 市级, COUNTY 县级, not \"x\".",
                "hours 学时 is a whole number from 1 to 80, not \"81\".",
                "cost 经费（元） is a number with at most 2 decimals from 0, not \"y\".",
            ]);
}
