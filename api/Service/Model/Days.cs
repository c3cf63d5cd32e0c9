using NpgsqlTypes;
using SocietyParty.Rules.Days;

namespace SocietyParty.Service.Model;

/// <summary>Ranges of days: the first day belongs to them, the last one does not.</summary>
internal static class Days
{
    /// <param name="from">Null: the start is not stated.</param>
    /// <param name="to">First day after the range; null: it lasts.</param>
    public static NpgsqlRange<DateOnly> Of(DateOnly? from, DateOnly? to) =>
        new(from ?? default, from is not null, from is null, to ?? default, false, to is null);

    /// <summary>The same beginning, another end.</summary>
    public static NpgsqlRange<DateOnly> Until(this NpgsqlRange<DateOnly> range, DateOnly to) =>
        Of(range.LowerBoundInfinite ? null : range.LowerBound, to);

    /// <summary>Whether a day comes after the range's first one, so that the range can end on it.</summary>
    public static bool CanEndOn(this NpgsqlRange<DateOnly> range, DateOnly day) => range.LowerBoundInfinite || range.LowerBound < day;

    /// <summary>Whether a day lies in the range. In a query of rows: <c>Contains</c>.</summary>
    public static bool Has(this NpgsqlRange<DateOnly> range, DateOnly day) =>
        (range.LowerBoundInfinite || range.LowerBound <= day) && !range.HasEndedBy(day);

    /// <summary>The range as rules take it.</summary>
    public static Period Stated(this NpgsqlRange<DateOnly> range) =>
        new(range.LowerBoundInfinite ? null : range.LowerBound, range.UpperBoundInfinite ? null : range.UpperBound);

    /// <summary>Whether the range has ended by a day.</summary>
    public static bool HasEndedBy(this NpgsqlRange<DateOnly> range, DateOnly day) => !range.UpperBoundInfinite && range.UpperBound <= day;
}
