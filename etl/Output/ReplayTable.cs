using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Output;

/// <summary>A table of a replay, in words of one language.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Rows">Texts, numbers and days, and cells that compare.</param>
internal sealed record ReplayTable(
    string Name,
    string Title,
    IReadOnlyList<ReplayHeading> Headings,
    IReadOnlyList<IReadOnlyList<object?>> Rows
)
{
    /// <summary>The same for programs: what a cell compares stands in columns of its own, numbers as numbers.</summary>
    public ReplayTable Spread(Words words) =>
        this with
        {
            Headings =
            [
                .. Headings.SelectMany(heading =>
                    heading.Like is { } cell ? cell.Names(words).Select(name => new ReplayHeading($"{heading.Text} {name}")) : [heading]
                ),
            ],
            Rows =
            [
                .. Rows.Select(row =>
                    (IReadOnlyList<object?>)[.. row.SelectMany(value => value is ReplayCell cell ? cell.Values : [value])]
                ),
            ],
        };
}

/// <summary>Heading of a column.</summary>
/// <param name="Like">A cell such as those of the column, where they compare; also a table without rows has its columns.</param>
internal sealed record ReplayHeading(string Text, ReplayCell? Like = null);

/// <summary>A cell that compares several values: on the terminal a text, in a file a column each.</summary>
internal abstract record ReplayCell
{
    public abstract IReadOnlyList<object?> Values { get; }

    /// <summary>What each value is, behind the column's heading.</summary>
    public abstract IReadOnlyList<string> Names(Words words);

    protected static string Shown(object? value) =>
        value switch
        {
            null => "—",
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };
}

/// <summary>What it was and what it would be.</summary>
internal sealed record ReplayChange(object? Before, object? After) : ReplayCell
{
    /// <summary>What columns of such cells are like.</summary>
    public static readonly ReplayChange Any = new(null, null);

    public override IReadOnlyList<object?> Values => [Before, After];

    public override IReadOnlyList<string> Names(Words words) => [words.Say("Replay.Before"), words.Say("Replay.After")];

    public override string ToString() => Equals(Before, After) ? Shown(Before) : $"{Shown(Before)} → {Shown(After)}";
}

/// <summary>A numerator and its denominator.</summary>
internal sealed record ReplayFraction(int Numerator, int Denominator) : ReplayCell
{
    /// <summary>What columns of such cells are like.</summary>
    public static readonly ReplayFraction Any = new(0, 0);

    public override IReadOnlyList<object?> Values => [Numerator, Denominator];

    public override IReadOnlyList<string> Names(Words words) => [words.Say("Replay.Numerator"), words.Say("Replay.Denominator")];

    public override string ToString() => $"{Numerator}/{Denominator}";
}

/// <summary>Two fractions beside each other.</summary>
internal sealed record ReplayRate(ReplayFraction Before, ReplayFraction After) : ReplayCell
{
    /// <summary>What columns of such cells are like.</summary>
    public static readonly ReplayRate Any = new(ReplayFraction.Any, ReplayFraction.Any);

    public override IReadOnlyList<object?> Values => [.. Before.Values, .. After.Values];

    public override IReadOnlyList<string> Names(Words words) =>
        [
            .. new[] { words.Say("Replay.Before"), words.Say("Replay.After") }.SelectMany(side =>
                Before.Names(words).Select(part => $"{side} {part}")
            ),
        ];

    public override string ToString() => Before == After ? Before.ToString() : $"{Before} → {After}";
}
