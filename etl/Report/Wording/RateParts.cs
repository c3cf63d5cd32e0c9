using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Wording;

/// <summary>Beside a rate, files for computing have what it was divided from; where no row has that, no column either.</summary>
public static class RateParts
{
    /// <summary>For each column, whether its numerator and denominator follow it.</summary>
    public static bool[] Of(ReportTable table) =>
        [
            .. table.Columns.Select(
                (column, place) =>
                    column.Kind is CellKind.Rate
                    && table.Rows.Any(row => row.Cells[place] is { Numerator: not null } or { Denominator: not null })
            ),
        ];
}
