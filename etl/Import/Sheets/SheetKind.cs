namespace SocietyParty.Etl.Import.Sheets;

/// <summary>A kind of sheet that can be imported: a declaration; <c>Sql/Sheets</c> holds what is done with its rows.</summary>
/// <param name="Name">In commands and addresses, for example <c>societies</c>.</param>
/// <param name="Title">In Chinese: the sheet's name in the template.</param>
/// <param name="RunKind">In <c>graph.import_run</c>.</param>
/// <param name="Help">What one row is, and what happens with it.</param>
/// <param name="Key">Keys of the columns that no two rows may have the same of.</param>
public sealed record SheetKind(
    string Name,
    string Title,
    string RunKind,
    string Help,
    IReadOnlyList<string> Key,
    IReadOnlyList<SheetColumn> Columns
)
{
    /// <summary>Pairs of date columns, the first of which must not be after the second.</summary>
    public IReadOnlyList<(string From, string To)> Periods { get; init; } = [];

    /// <summary>
    /// Columns that a file may have as many of as there are values of the first: then the header is the first's value, and the cell the
    /// second's. Null where a row is one thing.
    /// </summary>
    public (string Name, string Value)? Wide { get; init; }

    /// <summary>Rules of mutations that rows are judged by.</summary>
    internal IReadOnlyList<SheetRule> Rules { get; init; } = [];

    /// <summary>Every kind, in the order in which an empty graph is filled.</summary>
    public static IReadOnlyList<SheetKind> All { get; } =
    [
        SocietySheet.Kind,
        SupportingUnitSheet.Kind,
        BranchSheet.Kind,
        MemberSheet.Kind,
        AppointmentSheet.Kind,
        ActivitySheet.Kind,
        ScoreSheet.Kind,
    ];

    /// <summary>Null for a name that is none; case does not matter.</summary>
    public static SheetKind? Find(string name) =>
        All.FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase));

    internal string Step(string step) => $"Sheets/{Name.Replace('-', '_')}_{step}";

    internal int IndexOf(string key)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Key == key)
            {
                return index;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(key), key, $"{Name} has no such column");
    }
}
