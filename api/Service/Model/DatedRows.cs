using NpgsqlTypes;

namespace SocietyParty.Service.Model;

/// <summary>A row that says something of a society on some days.</summary>
public interface IDatedOfSociety : IRow
{
    long SocietyId { get; }
    NpgsqlRange<DateOnly> ValidDuring { get; set; }
}

/// <summary>Days as rows hold them: the first day belongs to them, the last does not.</summary>
internal static class DatedRows
{
    public static NpgsqlRange<DateOnly> From(DateOnly day) => new(day, true, false, default, false, true);

    /// <summary>The same days up to, and without, this one.</summary>
    public static NpgsqlRange<DateOnly> Until(this NpgsqlRange<DateOnly> days, DateOnly end) =>
        new(days.LowerBound, !days.LowerBoundInfinite, days.LowerBoundInfinite, end, false, false);

    public static bool Begins(this NpgsqlRange<DateOnly> days, DateOnly before) => days.LowerBoundInfinite || days.LowerBound < before;
}
