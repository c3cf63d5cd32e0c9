namespace SocietyParty.Etl.Generate;

/// <summary>
/// Numbers that look random and depend on a seed, a subject and a number only (SplitMix64): the same on every machine and every
/// runtime, in whatever order things are generated.
/// </summary>
internal struct Chance
{
    private ulong state;

    public Chance(long seed, Subject subject, long number)
    {
        state = (ulong)seed;
        state = Next() + (ulong)subject;
        state = Next() + (ulong)number;
    }

    /// <summary>From 0 up to, and without, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    public T OneOf<T>(ReadOnlySpan<T> values) => values[Below(values.Length)];

    /// <summary>The value in whose share of 100 a number falls.</summary>
    public T Weighted<T>(ReadOnlySpan<(T Value, int Percent)> shares)
    {
        var place = Below(100);
        foreach (var (value, percent) in shares)
        {
            if (place < percent)
            {
                return value;
            }

            place -= percent;
        }

        return shares[^1].Value;
    }

    /// <summary>A day from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    private ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}

/// <summary>What a number is drawn for, so that a change of one table leaves the others as they are.</summary>
internal enum Subject
{
    Committee = 1,
    Society,
    Branch,
    Member,
    Assessment,
    Person,
    Affiliation,
    Council,
    Applicant,
    Dues,
    Reclassification,
    LeadingGroup = 15,
    Round = 20,
    Activity,
    Coverage = 40,
    WorkPoint,
    Rectification,
    Evidence = 45,
}
