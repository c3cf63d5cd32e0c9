using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Which column of a file is which column of the kind.</summary>
internal sealed partial class HeaderRow
{
    // Every row is looked at for whether it is the header once more.
    private static readonly ConditionalWeakTable<SheetKind, Dictionary<string, int>> Names = [];

    private readonly SheetKind kind;
    private readonly Dictionary<int, int> columnOf = [];
    private readonly Dictionary<int, SheetCell> others = [];
    private readonly SheetCell?[] cells;

    private HeaderRow(SheetKind kind) => (this.kind, cells) = (kind, new SheetCell?[kind.Columns.Count]);

    /// <summary>
    /// Columns whose headers are values of the kind's <see cref="SheetKind.Wide"/> column: each is a row of its own. Empty where a row is
    /// one thing.
    /// </summary>
    public IReadOnlyList<SheetCell> Items { get; private set; } = [];

    /// <summary>How many of a line's cells are headers of the kind.</summary>
    public static int Known(SheetKind kind, SheetLine line) =>
        line.Cells.Where(cell => !cell.IsEmpty).Select(cell => Find(kind, cell.Text)).Where(index => index >= 0).Distinct().Count();

    /// <summary>Whether a line has every column that must be there.</summary>
    public static bool IsWhole(SheetKind kind, SheetLine line) => line.Broken is null && Of(kind, line).Missing().Count == 0;

    /// <returns>Null where a header is wrong: the rows below it would mean nothing.</returns>
    public static HeaderRow? Read(SheetKind kind, SheetLine line, Action<ImportProblem, SheetCell?> report)
    {
        var isRight = true;
        var header = Of(kind, line, (cell, first) =>
        {
            isRight = false;
            report(SheetProblems.HeaderTwice(kind.Columns[Find(kind, cell.Text)].Header, Address(line.Sheet, first)), cell);
        });
        foreach (var column in header.Missing())
        {
            isRight = false;
            report(SheetProblems.HeaderMissing(column.Header), null);
        }

        return isRight ? header : null;
    }

    /// <summary>Index of the kind's column; null for a column without header, or one that is left out.</summary>
    public int? ColumnOf(SheetCell cell) => columnOf.TryGetValue(cell.Column, out var index) ? index : null;

    /// <summary>The header's cell; null where the file has no such column.</summary>
    public SheetCell? CellOf(int column) => cells[column];

    /// <summary>Columns of the kind.</summary>
    public int ColumnCount => cells.Length;

    /// <summary>Whether the column has a header that is none of the kind's.</summary>
    public bool IsLeftOut(int column) => others.ContainsKey(column);

    /// <summary>Whether the column is one whose cells are read.</summary>
    public bool IsRead(int column) => columnOf.ContainsKey(column) || Items.Any(item => item.Column == column);

    /// <summary>Headers that are none of the kind's.</summary>
    public IEnumerable<SheetCell> LeftOut => others.Values.Where(cell => !IsNumberColumn(cell.Text));

    /// <summary>Whether a line is this header once more, as the next page of a list begins with it.</summary>
    public bool IsRepeated(SheetLine line)
    {
        var seen = 0;
        for (var index = 0; index < line.Cells.Count && seen < 2; index++)
        {
            var cell = line.Cells[index];
            if (cell.IsEmpty)
            {
                continue;
            }

            seen++;
            if (!IsOwn(cell) && !(ColumnOf(cell) is null && others.TryGetValue(cell.Column, out var other) && other.Text == cell.Text))
            {
                return false;
            }
        }

        return seen > 0 && line.Cells.Any(IsOwn);
    }

    private bool IsOwn(SheetCell cell) => ColumnOf(cell) is { } index && Find(kind, cell.Text) == index;

    /// <param name="twice">Told of a header that comes again, with the first one.</param>
    public static HeaderRow Of(SheetKind kind, SheetLine line, Action<SheetCell, SheetCell>? twice = null)
    {
        var header = new HeaderRow(kind);
        foreach (var cell in line.Cells.Where(cell => !cell.IsEmpty))
        {
            var index = Find(kind, cell.Text);
            if (index < 0)
            {
                header.others.TryAdd(cell.Column, cell);
            }
            else if (header.cells[index] is { } first)
            {
                twice?.Invoke(cell, first);
            }
            else
            {
                header.columnOf[cell.Column] = index;
                header.cells[index] = cell;
            }
        }

        header.FindItems();
        return header;
    }

    private void FindItems()
    {
        if (kind.Wide is not var (name, value) || cells[kind.IndexOf(name)] is not null || cells[kind.IndexOf(value)] is not null)
        {
            return;
        }

        Items = [.. others.Values.Where(cell => !Beside().IsMatch(Choice.Plain(cell.Text))).OrderBy(cell => cell.Column)];
        foreach (var item in Items)
        {
            others.Remove(item.Column);
        }
    }

    private List<SheetColumn> Missing() =>
        [
            .. kind.Columns.Where(
                (column, index) =>
                    column.IsRequired
                    && cells[index] is null
                    && !(Items.Count > 0 && kind.Wide is var (name, value) && (column.Key == name || column.Key == value))
            ),
        ];

    private static string Address(string? sheet, SheetCell cell) => new ImportProblem("", [], cell.Line, cell.Column, sheet).Address!;

    private static int Find(SheetKind kind, string header)
    {
        var plain = Choice.Plain(Remark().Replace(header, ""));
        return FindPlain(kind, plain) is var found && found >= 0 ? found : FindPlain(kind, Note().Replace(plain, ""));
    }

    private static int FindPlain(SheetKind kind, string plain) =>
        Names.GetValue(kind, NamesOf).TryGetValue(plain, out var index) ? index : -1;

    private static Dictionary<string, int> NamesOf(SheetKind kind)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (column, index) in kind.Columns.Select((column, index) => (column, index)))
        {
            foreach (var name in column.Aliases.Prepend(column.Key).Prepend(column.Header))
            {
                names.TryAdd(Choice.Plain(name), index);
            }
        }

        return names;
    }

    internal static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    // Every list of an office numbers its rows: nothing to say of it.
    private static bool IsNumberColumn(string text) => Choice.Plain(text) is "序号" or "编号" or "NO" or "NO." or "#";

    // What people and the template add to a header: a star, or whether it must be filled in.
    [GeneratedRegex(@"[*＊]|[(（](必填|选填|可选|可不填)[)）]")]
    private static partial Regex Remark();

    // Any other note: 名称(与登记证一致).
    [GeneratedRegex(@"[(\[【][^)\]】]*[)\]】]")]
    private static partial Regex Note();

    // Columns that a wide sheet has beside its items.
    [GeneratedRegex(
        "^(序号|编号|NO\\.?|备注|说明|合计|总分|总计|小计|得分合计|自评总分|类别|分类|党支部书记|书记|联系人|联系电话|电话|签字|排名|等次)([(].*[)])?$"
    )]
    private static partial Regex Beside();
}
