namespace SocietyParty.Rules.Assessments;

/// <summary>级别 Usual level at which a bonus is given, the lowest first; <see cref="Other"/> is one of the rule set's own.</summary>
public enum BonusLevel
{
    Department,
    Municipal,
    Central,
    Other,
}

/// <summary>等次 What a grade stands for, the best first.</summary>
public enum AssessmentGrade
{
    Excellent,
    Good,
    Qualified,
    Unqualified,
}

/// <summary>What decided a grade.</summary>
public enum GradeBasis
{
    /// <summary>The band of the score.</summary>
    Band,

    /// <summary>The share of excellent branches was used up by better ones.</summary>
    Quota,

    /// <summary>A fail rule.</summary>
    Fail,

    /// <summary>The branch handed in nothing.</summary>
    NotSubmitted,

    /// <summary>A veto limits it.</summary>
    Veto,
}

/// <summary>The score that is graded: with the bonus or without.</summary>
public enum GradedScore
{
    Total,
    Fixed,
}

/// <summary>分类 Category of a branch, as the number of its activities depends on it.</summary>
public enum ActivityCategory
{
    A,
    B,
    C,
    Unclassified,
}

/// <summary>阶段 Stage of an entry, in order.</summary>
public enum AssessmentStage
{
    Self,
    Supervised,
    Debriefed,
    Reviewed,
    Issued,
}

/// <summary>How a secretary reported.</summary>
public enum DebriefBasis
{
    InPerson,
    Written,
}

/// <summary>What the graph knows of a branch's society that may make the branch fail (004 第五条（七）, 002 §10).</summary>
public enum FindingCause
{
    SocietyCancelled,
    InspectionFailed,
    Veto,
}
