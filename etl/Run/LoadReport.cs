using System.Text.Json.Serialization;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>One finished step.</summary>
/// <param name="Position">Place in the order of steps, from 1.</param>
/// <param name="Step">The file under etl/Transforms without its ending.</param>
/// <param name="Rows">Rows written or removed; for a check: rows that break its sentence.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record StepReport(int Position, string Step, long Rows, long Milliseconds);

/// <summary>Coverage of one month by one rule set, over all its societies.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="RuleSetCode">The rule set.</param>
/// <param name="Societies">Societies in its jurisdiction.</param>
/// <param name="OrganizationNumerator">Societies covered by an organization (I01).</param>
/// <param name="OrganizationDenominator">Societies looked at (I01).</param>
/// <param name="WorkNumerator">Societies covered by work (I02).</param>
/// <param name="WorkDenominator">Societies looked at (I02).</param>
public sealed record CoverageSummary(
    DateOnly Month,
    string RuleSetCode,
    long Societies,
    long OrganizationNumerator,
    long OrganizationDenominator,
    long WorkNumerator,
    long WorkDenominator
);

/// <summary>Why a load was refused or given up. The last published star stands.</summary>
/// <param name="Code">Stable code, <c>SP-LOAD-nnn</c>, with the sentence that says what is wrong; <c>CODE:hint</c> says what to do.</param>
/// <param name="Arguments">What the sentences show.</param>
public sealed record LoadProblem(string Code, [property: JsonIgnore] IReadOnlyList<(string Name, object? Value)> Arguments)
{
    /// <summary>Code of a load that another one keeps out.</summary>
    public const string Busy = "SP-LOAD-201";

    /// <summary>What is wrong, in English.</summary>
    public string Message => new Sentence(Code, Arguments).In(Language.English);

    /// <summary>What to do, in English.</summary>
    public string Hint => new Sentence(Code + ":hint", Arguments).In(Language.English);

    /// <summary>The check that did not hold, with the rows that break it; null for other problems.</summary>
    public CheckResult? Check { get; init; }

    /// <summary>Code, what is wrong, and what to do, on one line.</summary>
    public string In(Language language) =>
        language == Language.English
            ? $"{Code} {Message} {Hint}"
            : $"{Code} {new Sentence(Code, Arguments).In(language)}{new Sentence(Code + ":hint", Arguments).In(language)}";
}

/// <summary>What a load did.</summary>
/// <param name="RunId">Its row in <c>dw.load_run</c>; null if it was refused before it began.</param>
/// <param name="AsOf">The day whose state was loaded.</param>
/// <param name="Months">First days of the months that it filled.</param>
/// <param name="Steps">In order, as far as it came.</param>
/// <param name="Rows">Rows of dimensions and facts written or removed; 0 where everything stood already.</param>
/// <param name="Milliseconds">From its start to its commit.</param>
/// <param name="Coverage">Coverage of the month of <paramref name="AsOf"/>, a row per rule set.</param>
/// <param name="Problem">Null if the star was published.</param>
public sealed record LoadReport(
    long? RunId,
    DateOnly AsOf,
    IReadOnlyList<DateOnly> Months,
    IReadOnlyList<StepReport> Steps,
    long Rows,
    long Milliseconds,
    IReadOnlyList<CoverageSummary> Coverage,
    LoadProblem? Problem
)
{
    /// <summary>Why everything was loaded; null where only what changed was.</summary>
    [JsonIgnore]
    public Sentence? Why { get; init; }

    /// <summary><see cref="Why"/> in English.</summary>
    public string? Reason => Why?.In(Language.English);

    /// <summary>How many subjects had changed since the load before; 0 where everything was loaded.</summary>
    public long Touched { get; init; }

    /// <summary>Checks that do not hold and are no reason to give the load up.</summary>
    public IReadOnlyList<CheckResult> Warnings { get; init; } = [];

    /// <summary>True if the star was published.</summary>
    public bool Succeeded => Problem is null;

    internal static LoadReport Refused(LoadOptions options, LoadProblem problem) => new(null, options.AsOf, [], [], 0, 0, [], problem);
}
