namespace SocietyParty.Rules.Categories;

/// <summary>Party constitution, article 7: a probationary member becomes a full one when the probation is over, not before.</summary>
public static class ProbationIsOver
{
    /// <summary>Null where it is over, not stated since when it runs, or not checked by the rule set.</summary>
    /// <param name="since">First day of the probation; null where it is not stated.</param>
    public static Breach? Check(DateOnly? since, DateOnly convertedOn, CategoryRules rules)
    {
        if (
            since is not { } first
            || rules.ProbationMonths.Value is not { } months
            || first.AddMonths(months) is var over && over <= convertedOn
        )
        {
            return null;
        }

        return new Breach(
            "PROBATION_NOT_OVER",
            [("months", months), ("first", first), ("over", over)],
            rules.ProbationMonths.Source,
            Severity.Error,
            "convertedOn"
        );
    }
}
