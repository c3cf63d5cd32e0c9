using SocietyParty.Etl.Report.Model;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>The formats of a workbook's cells.</summary>
internal sealed class SheetStyles
{
    private readonly Dictionary<(CellKind Kind, bool IsTotal), StyleId> styles = [];

    public SheetStyles(Spreadsheet workbook)
    {
        Head = workbook.AddStyle(new Style { Font = { Bold = true }, Alignment = { WrapText = true } });
        Title = workbook.AddStyle(new Style { Font = { Bold = true, Size = 14 } });
        foreach (var kind in Enum.GetValues<CellKind>())
        {
            foreach (var isTotal in (bool[])[false, true])
            {
                styles[(kind, isTotal)] = workbook.AddStyle(new Style { Format = FormatOf(kind), Font = { Bold = isTotal } });
            }
        }
    }

    /// <summary>The first row of a sheet.</summary>
    public StyleId Head { get; }

    /// <summary>A title above what follows.</summary>
    public StyleId Title { get; }

    /// <summary>A cell of a table.</summary>
    public StyleId Of(CellKind kind, bool isTotal) => styles[(kind, isTotal)];

    private static NumberFormat FormatOf(CellKind kind) =>
        kind switch
        {
            CellKind.Count => NumberFormat.Custom("#,##0"),
            CellKind.Rate => NumberFormat.Custom("0.0%"),
            CellKind.Score => NumberFormat.Custom("0.00"),
            CellKind.Day => NumberFormat.Custom("yyyy-mm-dd"),
            // As text: a code keeps its zeros also when a person edits it.
            _ => NumberFormat.Custom("@"),
        };
}
