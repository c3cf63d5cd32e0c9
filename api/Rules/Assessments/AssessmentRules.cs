using System.Text.Json;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Assessments;

/// <summary>考核办法 The scheme of the annual assessment (004).</summary>
/// <param name="Total">Points of all sections and of the survey.</param>
/// <param name="SatisfactionWeight">Points of an optional survey; 0: it is not scored.</param>
public sealed record AssessmentRules(
    Sourced<decimal> Total,
    Sourced<decimal> SatisfactionWeight,
    IReadOnlyList<SchemeSection> Sections,
    BonusRules Bonus,
    IReadOnlyList<FailRule> FailRules,
    InactivityRule Inactivity,
    GradeRules Grades,
    ActivityRules Activities,
    DebriefRules Debrief,
    AdmonitionRules Admonition
) : ISection
{
    public static string Key => "assessment";

    /// <summary>Every item, in the order of the document.</summary>
    public IEnumerable<SchemeItem> Items => Sections.SelectMany(section => section.Items);

    /// <summary>The item of a code; null where the scheme has none.</summary>
    public SchemeItem? Item(string code) => Items.FirstOrDefault(item => item.Code == code);

    /// <summary>Which section an item belongs to; asking for an item that the scheme does not have is a fault.</summary>
    public string SectionOf(string code) => Sections.First(section => section.Items.Any(item => item.Code == code)).Code;

    public IEnumerable<(string Path, Sentence Problem)> Problems() =>
        [.. SchemeProblems.Weights(this), .. SchemeProblems.Names(this), .. GradeProblems.Of(this), .. LevelProblems.Of(this)];
}

/// <summary>One scored section, under a code of the rule set's choice.</summary>
/// <param name="Stated">Points that its heading states.</param>
public sealed record SchemeSection(string Code, string Title, Sourced<decimal> Stated, IReadOnlyList<SchemeItem> Items);

/// <summary>One fixed item.</summary>
/// <param name="Maximum">Points as the document states them.</param>
/// <param name="Override">What is used instead where the document contradicts itself.</param>
public sealed record SchemeItem(string Code, string Text, Sourced<decimal> Maximum, MaximumOverride? Override = null)
{
    /// <summary>Points that the item can give.</summary>
    public decimal Points => Override?.Used ?? Maximum.Value;
}

/// <summary>A contradiction of the document and how it is resolved.</summary>
public sealed record MaximumOverride(decimal Stated, decimal Used, string Reason, string Source);

/// <summary>加分项目 Bonus.</summary>
/// <param name="Cap">Points that all bonus together can give; null: no cap.</param>
/// <param name="Levels">Levels, the lowest first; null: the usual ones.</param>
public sealed record BonusRules(IReadOnlyList<BonusItem> Items, Sourced<decimal?> Cap, IReadOnlyList<BonusLevelWord>? Levels = null)
{
    private static readonly BonusLevelWord[] Usual = [new("DEPARTMENT"), new("MUNICIPAL"), new("CENTRAL")];

    public IReadOnlyList<BonusLevelWord> Known => Levels ?? Usual;

    /// <summary>What the rule set calls a level; null where it says nothing of it.</summary>
    public OwnName? Name(string code) => Known.FirstOrDefault(level => level.Code == code)?.Word as OwnName;

    /// <summary>What a sentence calls a level; a code that is none, as it stands.</summary>
    public object Word(string code) => (Known.FirstOrDefault(level => level.Code == code) ?? new(code)).Word;
}

/// <summary>A level of the rule set's own, or a usual one.</summary>
/// <param name="Name">What the rule set calls it; null of a usual one: as usual.</param>
public sealed record BonusLevelWord(string Code, string? Name = null, string? EnglishName = null)
{
    public object Word => Name is null ? EnumWords.OfName(Code, nameof(BonusLevel)) : new OwnName(Name, EnglishName!);
}

/// <summary>One bonus item with the levels at which it is given.</summary>
public sealed record BonusItem(string Code, string Text, IReadOnlyList<BonusLevelPoints> Levels);

/// <summary>Points of one level.</summary>
public sealed record BonusLevelPoints(string Level, Sourced<decimal> Points);

/// <summary>不合格情形 What makes a branch fail whatever its score.</summary>
public sealed record FailRule(string Code, string Text, string Clause);

/// <summary>When a branch counts as inactive.</summary>
/// <param name="FailRule">The fail rule that it is.</param>
/// <param name="Automatic">True: found when the entry is reviewed; false: a person finds it.</param>
public sealed record InactivityRule(string FailRule, Sourced<int> Months, Sourced<bool> Automatic);

/// <summary>等次 How a score becomes a grade.</summary>
/// <param name="Bands">Half-open, the best first; the last begins at 0.</param>
/// <param name="ExcellentQuota">Share of a round's branches that can be excellent, from 0 to 1; null: no quota.</param>
public sealed record GradeRules(Sourced<GradedScore> Score, IReadOnlyList<GradeBand> Bands, Sourced<decimal?> ExcellentQuota);

/// <summary>One band: from this score up to the band above it.</summary>
/// <param name="Grade">What the grade stands for: what counts excellent or failed branches counts by it.</param>
/// <param name="Code">Code of a grade of the rule set's own; null with its names: the usual one.</param>
/// <param name="Name">What the rule set calls it.</param>
public sealed record GradeBand(
    AssessmentGrade Grade,
    Sourced<decimal> From,
    string? Code = null,
    string? Name = null,
    string? EnglishName = null
)
{
    /// <summary>Its code, or that of the usual grade.</summary>
    public string Key => Code ?? JsonNamingPolicy.SnakeCaseUpper.ConvertName(Grade.ToString());

    /// <summary>What a sentence calls it.</summary>
    public object Word => Name is null ? Grade : new OwnName(Name, EnglishName!);
}

/// <summary>活动 What a year's activities must be, and what they suggest for two items.</summary>
/// <param name="Item">The item that asks for activities.</param>
/// <param name="PlanItem">The item that asks for plan and summary, half each.</param>
/// <param name="Kinds">Kinds of its own beside the usual ones; null: none.</param>
/// <param name="LifeMeetings">Organization life meetings a year; null: none is asked.</param>
public sealed record ActivityRules(
    IReadOnlyList<CategoryMinimum> Minimums,
    Sourced<int> Appraisals,
    string Item,
    ActivityShares Shares,
    string PlanItem,
    IReadOnlyList<ActivityKindWord>? Kinds = null,
    Sourced<int>? LifeMeetings = null
);

/// <summary>A kind of activity of the rule set's own.</summary>
/// <param name="Kind">The usual kind that it stands for: what counts appraisals counts it by that.</param>
public sealed record ActivityKindWord(string Kind, string Code, string Name, string EnglishName)
{
    public object Word => new OwnName(Name, EnglishName);
}

/// <summary>Collective activities that a category needs in a year.</summary>
public sealed record CategoryMinimum(ActivityCategory Category, Sourced<int> Activities);

/// <summary>Which share of the item each part suggests; together 1.</summary>
public sealed record ActivityShares(Sourced<decimal> Activities, Sourced<decimal> Appraisals, Sourced<decimal> Documents);

/// <summary>述职测评 The item that the debrief scores.</summary>
public sealed record DebriefRules(string Item, string Source);

/// <summary>诫勉谈话 By when the talk with the secretary of a failed branch is due.</summary>
public sealed record AdmonitionRules(Sourced<int> Days, string Source);
