using System.Globalization;
using System.Text.RegularExpressions;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The value of a cell that is not empty, or what is wrong with it.</summary>
internal static partial class CellReader
{
    // Beyond this a spreadsheet's numbers skip digits.
    private const double ExactMax = 1e15;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public static (object? Value, ImportProblem? Problem) Read(SheetColumn column, SheetCell cell)
    {
        if (cell.Type is CellType.Error)
        {
            return (null, SheetProblems.ErrorValue(cell.Text));
        }

        if (cell.Type is CellType.Unknown)
        {
            return (null, SheetProblems.NotCalculated());
        }

        var text = TextOf(cell, out var problem);
        if (problem is not null)
        {
            return (null, problem);
        }

        if (column.Type is not ColumnType.List && WrittenText.FindUnseen(text) is { } bad)
        {
            return (null, SheetProblems.BadCharacter(bad));
        }

        if (text.Length > column.CharactersMax && column.Type is not ColumnType.List && WrittenText.Length(text) is var length)
        {
            if (length > column.CharactersMax)
            {
                return (null, SheetProblems.TooLong(length, column.CharactersMax));
            }
        }

        return column.Type switch
        {
            ColumnType.List => List(column, text),
            // An end that is not there yet.
            ColumnType.Date when !column.IsRequired && text is "至今" or "现任" or "—" or "-" or "/" => (null, null),
            ColumnType.Date => Day(cell, text),
            ColumnType.Integer => Integer(column, cell, text),
            ColumnType.Decimal => Decimal(column, cell, text),
            ColumnType.Choice or ColumnType.Boolean => Chosen(column, text),
            ColumnType.CreditCode => CreditCodes.Plain(text) is var code && CreditCode().IsMatch(code)
                ? (code, null)
                : (null, SheetProblems.BadCreditCode(text)),
            ColumnType.Region => Choice.Plain(text) is var code && Region().IsMatch(code)
                ? (code, null)
                : (null, SheetProblems.BadRegion(text)),
            _ => (text, null),
        };
    }

    private static string TextOf(SheetCell cell, out ImportProblem? problem)
    {
        problem = null;
        if (cell.Type is CellType.Boolean)
        {
            return cell.Text == "1" ? "true" : "false";
        }

        if (cell.Type is not CellType.Number)
        {
            return cell.Text.Trim();
        }

        if (!double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return cell.Text;
        }

        if (Math.Abs(number) >= ExactMax)
        {
            problem = SheetProblems.LostDigits(cell.Text);
        }

        // What the spreadsheet shows: it keeps 3.3000000000000003 of a calculated 3.3.
        return number.ToString("G15", CultureInfo.InvariantCulture);
    }

    private static (object?, ImportProblem?) List(SheetColumn column, string text)
    {
        string[] items = [.. ListText.Split(text)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (WrittenText.FindUnseen(item) is { } bad)
            {
                return (null, SheetProblems.BadCharacter(bad));
            }

            if (item.Length > column.CharactersMax && WrittenText.Length(item) is var length && length > column.CharactersMax)
            {
                return (null, SheetProblems.TooLong(length, column.CharactersMax));
            }

            if (!seen.Add(item))
            {
                return (null, SheetProblems.ItemTwice(item));
            }
        }
        return (items.Length == 0 ? null : items, null);
    }

    private static (object?, ImportProblem?) Day(SheetCell cell, string text)
    {
        // As databases and spreadsheets write most days.
        if (
            DateOnly.TryParseExact(text, DayFormats[0], CultureInfo.InvariantCulture, DateTimeStyles.None, out var usual)
            && usual.Year is >= 1900 and <= 2099
        )
        {
            return (usual, null);
        }

        if (
            DateOnly.TryParseExact(
                Midnight().Replace(InDigits(Value(text)), ""),
                DayFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            ) && day.Year is >= 1900 and <= 2099
        )
        {
            return (day, null);
        }

        return cell.Type is CellType.Number && SerialDay.OfPlainNumber(text) is { } serial
            ? (serial, null)
            : (null, SheetProblems.BadDate(Shown(text)));
    }

    // 二〇二二年五月一日, as documents write it.
    private static string InDigits(string text) =>
        ChineseDay().Match(text) is { Success: true } day
        && ChineseNumber.Read(day.Groups["year"].Value) is { } year
        && ChineseNumber.Read(day.Groups["month"].Value) is { } month
        && ChineseNumber.Read(day.Groups["day"].Value) is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{number:00}")
            : text;

    [GeneratedRegex(
        "^(?<year>[〇○零一二三四五六七八九]{4})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日$"
    )]
    private static partial Regex ChineseDay();

    private static (object?, ImportProblem?) Integer(SheetColumn column, SheetCell cell, string text)
    {
        if (
            !int.TryParse(WithoutUnit(column, Value(text)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || cell.Type is CellType.Date
        )
        {
            return (null, SheetProblems.BadInteger(Shown(text)));
        }

        return number < column.Min || number > column.Max ? (null, SheetProblems.OutOfRange(text, column.Min, column.Max)) : (number, null);
    }

    private static (object?, ImportProblem?) Decimal(SheetColumn column, SheetCell cell, string text)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (
            !decimal.TryParse(WithoutUnit(column, Value(text)), style, CultureInfo.InvariantCulture, out var number)
            || cell.Type is CellType.Date
            || number != Math.Round(number, column.DecimalsMax)
        )
        {
            return (null, SheetProblems.BadDecimal(Shown(text), column.DecimalsMax));
        }

        return number < column.Min || number > column.Max ? (null, SheetProblems.OutOfRange(text, column.Min, column.Max)) : (number, null);
    }

    private static (object?, ImportProblem?) Chosen(SheetColumn column, string text)
    {
        var plain = Choice.Plain(text);
        if (column.Choices.FirstOrDefault(choice => choice.Is(plain)) is { } found)
        {
            // Another word for a usual value may be what the rules call something of their own.
            return (
                column.Type is ColumnType.Boolean ? found.Value == "true"
                : column.IsByRules && !found.IsNamed(plain) ? found.Value + SheetColumn.Said + text
                : found.Value,
                null
            );
        }

        return column.IsOpen || column.IsByRules
            ? (text, null)
            : (null, SheetProblems.NotAllowed(Shown(text), string.Join('、', column.Choices.Select(choice => choice.Word))));
    }

    // White space inside a number parts two numbers; beside the signs for year, month and day it parts nothing.
    private static string Value(string text) => AroundSigns().Replace(RosterWords.Narrow(text).Trim(), "$1");

    // 3人, 第3届 and 第三届, 2024年: what the column counts, beside the number.
    private static string WithoutUnit(SheetColumn column, string value)
    {
        if (column.Units.FirstOrDefault(unit => value.EndsWith(unit, StringComparison.Ordinal)) is not { } unit)
        {
            return value;
        }

        var number = value[..^unit.Length].Trim();
        number = number.StartsWith('第') ? number[1..].Trim() : number;
        return ChineseNumber.Read(number) is { } read ? read.ToString(CultureInfo.InvariantCulture) : number;
    }

    // A day with the time at which it begins, as databases and spreadsheets write it out.
    [GeneratedRegex(@"[T ]\s*0?0:00(:00(\.0+)?)?Z?$")]
    private static partial Regex Midnight();

    [GeneratedRegex(@"\s*([年月日])\s*")]
    private static partial Regex AroundSigns();

    private static string Shown(string text) => HeaderRow.Shorten(text);

    [GeneratedRegex("^[0-9A-HJ-NPQRTUWXY]{18}$")]
    private static partial Regex CreditCode();

    [GeneratedRegex("^[1-9][0-9]{5}$")]
    private static partial Regex Region();
}
