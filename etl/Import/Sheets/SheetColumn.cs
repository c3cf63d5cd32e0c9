using SocietyParty.Rules;
using SocietyParty.Rules.Days;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What a cell of a column holds, and what the graph gets of it.</summary>
public enum ColumnType
{
    /// <summary>A text on one line.</summary>
    Text,

    /// <summary>Several texts separated by ；, ; or 、: an array.</summary>
    List,

    /// <summary>A day.</summary>
    Date,

    Integer,

    Decimal,

    /// <summary>是 or 否.</summary>
    Boolean,

    /// <summary>One of the column's <see cref="SheetColumn.Choices"/>: its value, not its word.</summary>
    Choice,

    /// <summary>统一社会信用代码: its form is checked here, its check character by the database.</summary>
    CreditCode,

    /// <summary>GB/T 2260 code of a region.</summary>
    Region,
}

/// <summary>One column of a kind of sheet: what the template shows, what the page explains and what the checker asks for.</summary>
/// <param name="Key">Name in English: the other header that is understood, and the column of the temporary table.</param>
/// <param name="Header">Name in Chinese, as the template has it.</param>
/// <param name="Help">A sentence for whoever fills it in, with its clause where one says so.</param>
/// <param name="Example">A value that is clearly made up, for the template's second sheet.</param>
public sealed record SheetColumn(string Key, string Header, ColumnType Type, string Help, string Example)
{
    public const int DefaultCharactersMax = 200;

    public bool IsRequired { get; init; }

    /// <summary>Other headers that people write.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Characters of the cell, and of each text of a list.</summary>
    public int CharactersMax { get; init; } = DefaultCharactersMax;

    /// <summary>Least number, included.</summary>
    public decimal Min { get; init; }

    /// <summary>Greatest number, included.</summary>
    public decimal Max { get; init; } = 1_000_000;

    /// <summary>Digits after the point.</summary>
    public int DecimalsMax { get; init; } = 2;

    /// <summary>What people write behind a number of the column: 人, 届.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Whether other values than <see cref="Choices"/> are looked up in the graph.</summary>
    public bool IsOpen { get; init; }

    /// <summary>
    /// Whether the rule set of the row's day may name other values than <see cref="Choices"/>: a rule of the sheet asks.
    /// </summary>
    public bool IsByRules { get; init; }

    /// <summary>
    /// Between a usual value and the other word for it that a cell has, where the rules may mean something of their own by it.
    /// </summary>
    internal const char Said = '\u001F';

    /// <summary>What a day says; one on which something happened is not to come.</summary>
    public DayMeaning Day { get; init; }

    /// <summary>What the texts name, by which they are found though they differ in width and blanks.</summary>
    public NamedThing Names { get; init; }

    /// <summary>Key of the column whose value a mark behind the name states, 合成学会党支部（筹）; null: a mark is only left out.</summary>
    public string? MarkStates { get; init; }

    /// <summary>What another column says where neither this one nor the graph says anything.</summary>
    public Derivation? Derived { get; init; }

    /// <summary>PostgreSQL's type of the staged column.</summary>
    internal string SqlType =>
        Type switch
        {
            ColumnType.List => "text[]",
            ColumnType.Date => "date",
            ColumnType.Integer => "int",
            ColumnType.Decimal => "numeric",
            ColumnType.Boolean => "boolean",
            _ => "text",
        };
}

/// <param name="From">Key of the column that is read.</param>
/// <param name="Value">Null where it says nothing.</param>
public sealed record Derivation(string From, Func<string, string?> Value);

/// <summary>A value that a column allows.</summary>
/// <param name="Value">As the graph has it; understood in a cell, too.</param>
/// <param name="Word">In Chinese, as the template offers it.</param>
/// <param name="Aliases">Other words that people write.</param>
public sealed record Choice(string Value, string Word, params string[] Aliases)
{
    // Every cell of a column is compared with them.
    private readonly string[] names = [Plain(Value), Plain(Word)];
    private readonly string[] aliases = [.. Aliases.Select(Plain)];

    internal bool Is(string plain) => IsNamed(plain) || aliases.Contains(plain);

    internal bool IsNamed(string plain) => plain == names[0] || plain == names[1];

    /// <summary>What is compared: narrow, without white space, in capitals.</summary>
    internal static string Plain(string text) => PlainText.Word(text);
}
