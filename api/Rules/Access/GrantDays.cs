namespace SocietyParty.Rules.Access;

/// <summary>A grant that an account has of a role and what it is about.</summary>
/// <param name="Number">Its key.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day after it; null: it lasts.</param>
public sealed record GrantDays(long Number, DateOnly From, DateOnly? To)
{
    /// <summary>
    /// What an account has already that stands in the way of days that are asked for, and whether it is just that: then it is given back,
    /// so that a repeated request changes nothing. On no day an account has the same role twice: it would have to choose between them.
    /// </summary>
    /// <param name="held">Grants of the same role about the same.</param>
    /// <param name="from">First day; null: today, which a grant that holds already is as good for.</param>
    /// <param name="to">First day after it; null: it lasts.</param>
    /// <param name="today">Today.</param>
    public static (GrantDays Grant, bool IsSame)? InTheWay(IReadOnlyList<GrantDays> held, DateOnly? from, DateOnly? to, DateOnly today)
    {
        var first = from ?? today;
        return held.Where(one => (to is null || (first < to && one.From < to)) && (one.To is null || first < one.To))
            .Select(one => ((GrantDays, bool)?)(one, one.To == to && (one.From == first || (from is null && one.From < first))))
            .OrderByDescending(one => one!.Value.Item2)
            .FirstOrDefault();
    }
}
