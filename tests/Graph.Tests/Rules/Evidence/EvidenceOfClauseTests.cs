using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Rules.Evidence;

/// <summary>Kinds for what clauses ask for one by one: what a record of each states, and when it is met.</summary>
public sealed class EvidenceOfClauseTests
{
    private static EvidenceKind Kind(string code) => RuleFiles.Usual<EvidenceRules>().Kinds.Single(kind => kind.Code == code);

    [Theory]
    [InlineData("AWARD_ENTRY", "award=合成;entrant=BRANCH;outcome=ENTERED", "met", "000 §三")]
    [InlineData("ASSIGNED_TASK", "task=合成;dueOn=2024-02-29;completed=是", "met", "000 §三, 004 政治建设-2")]
    [InlineData("ASSIGNED_TASK", "task=合成;completed=否", "not met", "000 §三, 004 政治建设-2")]
    [InlineData("DUES_ELSEWHERE", "year=2024;months=12;paid=是;organization=合成", "met", "000 §三")]
    [InlineData("DUES_ELSEWHERE", "year=2024;paid=否", "not met", "000 §三")]
    [InlineData("FIRST_TOPIC", "topic=合成;participants=2024", "met", "001 §2")]
    [InlineData("STUDY_PLAN", "year=2024;sessions=2024;title=合成", "met", "001 §2")]
    [InlineData("ESSAY", "form=SEMINAR;title=合成;selected=是", "met", "001 §2")]
    [InlineData("LECTURE", "topic=合成;audience=2024", "met", "001 §2")]
    [InlineData("THEMATIC_EDUCATION", "content=合成;participants=2024", "met", "001 §3")]
    [InlineData("IDEOLOGY_REVIEW", "subject=合成;risks=2024;measures=合成", "met", "001 §4")]
    [InlineData("MEDIA_CHECK", "medium=JOURNAL;title=合成;controlled=是", "met", "001 §4")]
    [InlineData("MEDIA_CHECK", "medium=JOURNAL;title=合成;controlled=否", "not met", "001 §4")]
    [InlineData("EMERGENCY_PLAN", "inPlace=是;title=合成", "met", "001 §4")]
    [InlineData("EMERGENCY_PLAN", "inPlace=否", "not met", "001 §4")]
    [InlineData("EMERGENCY_RESPONSE", "incident=合成;handled=是;measures=合成", "met", "001 §4")]
    [InlineData("EMERGENCY_RESPONSE", "incident=合成;handled=否", "not met", "001 §4")]
    [InlineData("FOUR_SYNCS", "established=是;title=合成", "met", "001 §7")]
    [InlineData("FOUR_SYNCS", "established=否", "not met", "001 §7")]
    [InlineData("STANDARD_PILOT", "role=PILOT;level=合成", "met", "001 §7")]
    [InlineData("STANDARD_PILOT", "role=NONE", "not met", "001 §7")]
    [InlineData("JOINT_ACTION_GRANT", "action=合成;consortium=合成;granted=1500.50;spent=1500.50", "met", "001 §7")]
    [InlineData("INSPECTION_PLAN", "year=2024;inspections=2024;title=合成", "met", "001 §7")]
    [InlineData("INSPECTION", "inspector=COMMITTEE;matter=WORK;problems=2024;opinion=合成", "met", "001 §7, 001 §15, 000 §三")]
    [InlineData("FRONTIER_FIELD", "field=INTELLIGENCE", "met", "001 §8")]
    [InlineData("FRONTIER_FIELD", "field=NONE", "not met", "001 §8")]
    [InlineData("CANDIDATE_REVIEW", "society=合成;post=CHAIR;reviewer=COMMITTEE;opinion=APPROVED", "met", "001 §9, 003 第十四条")]
    [InlineData("CANDIDATE_REVIEW", "society=合成;post=CHAIR;reviewer=COMMITTEE;opinion=DEFERRED", "not met", "001 §9, 003 第十四条")]
    [InlineData(
        "DOUBLE_HIGH_REVIEW",
        "year=2024;stage=PROCESS;points=1500.50;partyPoints=1500.50;partyMaximum=1500.50;outcome=合成",
        "met",
        "001 §11"
    )]
    [InlineData("PROBLEM_TRACE", "problem=合成;cause=ORGANIZATION;solved=是", "met", "001 §13")]
    [InlineData("PROBLEM_TRACE", "problem=合成;cause=ORGANIZATION;solved=否", "not met", "001 §13")]
    [InlineData("PLATFORM_ENTRY", "entered=是;platform=合成", "met", "001 §13")]
    [InlineData("PLATFORM_ENTRY", "entered=否", "not met", "001 §13")]
    [InlineData("CLEAN_CONDUCT_EDUCATION", "content=合成;participants=2024", "met", "001 §14")]
    [InlineData("MEMBER_TALK", "purpose=EDUCATION;content=合成", "met", "001 §14")]
    [InlineData("JOINT_STUDY", "form=JOINT;topic=合成;partners=合成;participants=2024", "met", "001 §16")]
    [InlineData("COMMITTEE_PORTFOLIO", "portfolio=合成;document=合成", "met", "001 §16")]
    [InlineData("COUNTY_ASSOCIATION", "county=合成;founded=是", "met", "002 §2（1）")]
    [InlineData("COUNTY_ASSOCIATION", "county=合成;founded=否", "not met", "002 §2（1）")]
    [InlineData("RELAYED_DOCUMENT", "document=合成;issuedOn=2024-02-29;onTime=是;participants=2024", "met", "002 §4")]
    [InlineData("RELAYED_DOCUMENT", "document=合成;onTime=否", "not met", "002 §4")]
    [InlineData("SIX_SYSTEMS", "meeting=是;activity=是;organization=是;management=是;responsibility=是;supervision=是", "met", "002 §4")]
    [InlineData(
        "SIX_SYSTEMS",
        "meeting=否;activity=是;organization=是;management=是;responsibility=是;supervision=是",
        "not met",
        "002 §4"
    )]
    [InlineData("PARTY_SPIRIT_ANALYSIS", "participants=2024;content=合成", "met", "002 §5")]
    [InlineData("DEVELOPMENT_PLAN", "year=2024;applicants=2024;members=2024", "met", "002 §5")]
    [InlineData("KEY_PERSON_DEVELOPED", "role=LEADER;step=APPLICANT", "met", "002 §5")]
    [InlineData("LEADERS_LIFE_MEETING", "topic=合成;participants=2024", "met", "002 §6")]
    [InlineData("WORK_REPORT", "period=合成;form=WRITTEN", "met", "002 §7")]
    [InlineData("SECONDMENT", "included=是;role=LIAISON;unit=合成", "met", "002 §8")]
    [InlineData("SECONDMENT", "included=否", "not met", "002 §8")]
    [InlineData("SUPPORT_FUNDS", "way=DUES;amount=1500.50", "met", "002 §8")]
    [InlineData("WORK_CONDITIONS", "place=是;facilities=是;provider=SOCIETY", "met", "002 §8")]
    [InlineData("WORK_CONDITIONS", "place=否;facilities=是", "not met", "002 §8")]
    [InlineData("OFFICER_APPRAISAL", "year=2024;outcome=合成;consequence=合成", "met", "002 §9")]
    [InlineData("PROMOTED_EXPERIENCE", "title=合成;medium=合成;level=合成", "met", "002 §9")]
    [InlineData("NOMINATION", "honour=合成;outcome=NOMINATED", "met", "002 §9")]
    [InlineData("OVERALL_APPRAISAL", "year=2024;partyWorkIncluded=是;vetoed=是;outcome=合成", "met", "002 §10")]
    [InlineData("OVERALL_APPRAISAL", "year=2024;partyWorkIncluded=否;vetoed=是", "not met", "002 §10")]
    [InlineData("SANCTION", "measure=TALK;reason=合成;basis=合成", "met", "002 §10")]
    [InlineData("GROUP_REQUEST", "form=REQUEST;matter=合成;onTime=是", "met", "003 第九条")]
    [InlineData("GROUP_REQUEST", "form=REQUEST;matter=合成;onTime=否", "not met", "003 第九条")]
    [InlineData("GROUP_MEMBER_EDUCATION", "form=EDUCATION;matter=合成;members=2024", "met", "003 第十条")]
    [InlineData("FOREIGN_SUPERVISION", "matter=DISCIPLINE;activity=合成;compliant=是", "met", "003 第十一条（五）")]
    [InlineData("FOREIGN_SUPERVISION", "matter=DISCIPLINE;activity=合成;compliant=否", "not met", "003 第十一条（五）")]
    [InlineData("AGENDA_PROPOSAL", "item=合成;proposer=LEADER;accepted=是", "met", "003 第十五条")]
    [InlineData("GROUP_CLERK", "assigned=是;reference=合成", "met", "003 第二十条")]
    [InlineData("GROUP_CLERK", "assigned=否", "not met", "003 第二十条")]
    [InlineData("SATISFACTION_SURVEY", "year=2024;sent=2024;returned=2024;satisfied=2024", "met", "004 第五条")]
    [InlineData("LEADERS_EXCHANGE", "topic=合成", "met", "004 班子建设-2")]
    [InlineData("BRANCH_PORTFOLIO", "portfolio=合成", "met", "004 班子建设-4")]
    [InlineData("CONSORTIUM_ACTIVITY", "activity=合成;role=HOST;participants=2024", "met", "004 组织建设-3")]
    [InlineData("PUBLICITY_ITEM", "title=合成;medium=合成", "met", "004 组织建设-4")]
    [InlineData("FUNDS_USE", "purpose=ACTIVITY;amount=1500.50;asRequired=是", "met", "004 组织建设-7")]
    [InlineData("FUNDS_USE", "purpose=ACTIVITY;amount=1500.50;asRequired=否", "not met", "004 组织建设-7")]
    [InlineData("AFFILIATION_EXCHANGE", "organization=合成;members=2024;content=合成", "met", "004 组织建设-8")]
    [InlineData("SUPERIOR_EVENT", "form=TRAINING;title=合成;participants=2024", "met", "004 组织建设-9")]
    public void A_record_says_whether_what_the_clause_asks_was_done(string code, string fields, string expected, string clause)
    {
        var kind = Kind(code);
        var stated = fields.Split(';').Select(field => field.Split('=')).Select(field => (field[0], field[1])).ToList();
        var (content, breaches) = EvidenceFields.Read(kind, stated);
        breaches.ShouldBeEmpty();
        content.Count.ShouldBe(stated.Count);
        (EvidenceMet.Of(kind, content) ? "met" : "not met").ShouldBe(expected);
        kind.Source.ShouldBe(clause);
    }

    /// <summary>002 §8, 004 组织建设-7: 列支管理费用; 002 §5: 加强教育培训, of members too.</summary>
    [Theory]
    [InlineData("PARTY_FUNDS", "year=2024;spent=800;managementExpense=是", "002 §8", "004 组织建设-7")]
    [InlineData("OFFICER_TRAINING", "topic=党章;audience=MEMBER;hours=8", "002 §5", "001 §9")]
    public void A_kind_serves_several_clauses(string code, string fields, params string[] clauses)
    {
        var kind = Kind(code);
        var stated = fields.Split(';').Select(field => field.Split('=')).Select(field => (field[0], field[1])).ToList();
        EvidenceFields.Read(kind, stated).Breaches.ShouldBeEmpty();
        clauses.ShouldBeSubsetOf(kind.Source.Split(", "));
    }

    /// <summary>What a choice or a number cannot be is refused for each kind that has one.</summary>
    [Fact]
    public void No_kind_takes_a_choice_that_it_does_not_have()
    {
        var kinds = RuleFiles.Of<EvidenceRules>().Kinds;
        kinds.Count.ShouldBe(75);
        var choices = kinds
            .SelectMany(kind => kind.Fields.Where(field => field.Choices is not null).Select(field => (kind, field)))
            .ToList();
        choices.Count.ShouldBeGreaterThan(30);
        choices
            .Where(one =>
                EvidenceFields.Read(one.kind, [(one.field.Name, "合成")]).Breaches.All(breach => breach.Code != "EVIDENCE_VALUE_INVALID")
            )
            .ShouldBeEmpty();
    }
}
