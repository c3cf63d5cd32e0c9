using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Generate;

/// <summary>What to generate.</summary>
/// <param name="Societies">Number of societies, from 1 to <see cref="SocietiesMax"/>.</param>
/// <param name="Seed">The same seed and size give the same rows.</param>
/// <param name="Profile">Which tree of committees, and how many members a society has.</param>
public sealed record GenerateOptions(int Societies, long Seed, Profile Profile)
{
    /// <summary>Beyond this the synthetic regions would need more than the six digits of a code.</summary>
    public const int SocietiesMax = 300_000;

    /// <summary>Years with assessments and with a history of categories.</summary>
    public const int YearCount = 5;

    /// <summary>How long one table may take.</summary>
    public const int TableSecondsMax = 3_600;

    /// <summary>First day of the history.</summary>
    public static readonly DateOnly First = new(2021, 1, 1);

    /// <summary>Last day of the history: the state of the graph is that of this day. Fixed, or two days would give two graphs.</summary>
    public static readonly DateOnly Last = new(2026, 6, 30);

    /// <summary>
    /// The day up to which a city's branches hold activities, <see cref="Last"/> or later: without them effective coverage falls with every
    /// month that is loaded. The same day gives the same rows.
    /// </summary>
    public DateOnly ActivitiesUntil { get; init; } = Last;

    /// <summary>The day for <see cref="ActivitiesUntil"/> of a graph that is looked at now: Beijing's today.</summary>
    public static DateOnly Present()
    {
        var today = LoadOptions.Today();
        return today > Last ? today : Last;
    }

    /// <summary>The size that a profile has unless another is asked for.</summary>
    public static int DefaultSocieties(Profile profile) => profile == Profile.City ? 150 : 60_000;

    /// <summary>A city has at most 99 counties, a province at most 99 cities.</summary>
    public int Committees => Profile == Profile.City ? Math.Clamp(Societies / 20, 1, 100) : Math.Max(1, Societies / 20);

    public int Branches => Math.Max(1, (int)Math.Round(Societies * 55 / 60.0));

    public int SupportingUnits => Math.Max(1, Societies / 3);

    public int Members => Profile == Profile.City ? Societies * 40 : (int)Math.Round(Societies * 50 / 3.0);
}

/// <summary>Shapes of data.</summary>
public enum Profile
{
    /// <summary>The whole country: a committee at the top, then provinces, cities and counties; 50 members per 3 societies.</summary>
    Nation,

    /// <summary>One city and its counties; 40 members per society.</summary>
    City,
}
