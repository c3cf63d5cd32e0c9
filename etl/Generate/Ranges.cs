using NpgsqlTypes;

namespace SocietyParty.Etl.Generate;

/// <summary>Ranges of days as PostgreSQL writes them: the first day belongs to them, the last does not.</summary>
internal static class Ranges
{
    /// <param name="from">Null: the start is not stated.</param>
    /// <param name="to">First day after the range; null: it lasts.</param>
    public static NpgsqlRange<DateOnly> Days(DateOnly? from, DateOnly? to) =>
        new(from ?? default, from is not null, from is null, to ?? default, false, to is null);
}
