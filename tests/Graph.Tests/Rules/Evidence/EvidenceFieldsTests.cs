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
        RuleFiles.Default<EvidenceRules>().Kinds.Concat(Made.Kinds).First(kind => kind.Code == code);

    /// <summary><c>name=value</c>, separated by semicolons.</summary>
    private static List<(string Name, string Value)> Fields(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(field => (field[0], field[1]))];

    [Theory]
    [InlineData("CHARTER_CLAUSE", "included=true", "met", "001 §7, 002 §10, 004 政治建设-2")]
    [InlineData("CHARTER_CLAUSE", "included=是;article= 第三条 ", "met", "001 §7, 002 §10, 004 政治建设-2")]
    [InlineData("CHARTER_CLAUSE", "included=false", "not met", "001 §7, 002 §10, 004 政治建设-2")]
    [InlineData("SIX_HAVES", "place=是;facilities=是;sign=是;flag=是;books=是;rules=是", "met", "004 组织建设-6")]
    [InlineData("SIX_HAVES", "place=是;facilities=是;sign=否;flag=是;books=是;rules=是", "not met", "004 组织建设-6")]
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
