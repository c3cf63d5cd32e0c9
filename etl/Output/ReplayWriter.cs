using System.Globalization;
using SocietyParty.Etl.WhatIf;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>What a draft would have changed, for people.</summary>
internal static class ReplayWriter
{
    /// <param name="rowsMax">Rows of each table that are shown.</param>
    public static void Write(ReplayReport report, int rowsMax, Words words, IAnsiConsole console, TextWriter output)
    {
        output.WriteLine(
            words.Say(
                report.AsDated ? "Replay.HeadAsDated" : "Replay.Head",
                ("code", report.RuleSetCode),
                ("title", report.Title),
                ("from", report.From),
                ("to", report.To)
            )
        );
        output.WriteLine(
            report.InPlaceOf.Count == 0 ? words.Say("Replay.InPlaceOfNone") : words.Say("Replay.InPlaceOf", ("codes", report.InPlaceOf))
        );
        if (report.NotReplayed.Count > 0)
        {
            output.WriteLine(
                words.Say(
                    "Replay.NotReplayed",
                    ("sections", report.NotReplayed.Select(section => RuleWords.Key(section, words.Language))),
                    ("command", "rules diff")
                )
            );
        }

        if (report.UnratedItems.Count > 0)
        {
            output.WriteLine(words.Say("Replay.Unrated", ("items", report.UnratedItems)));
        }

        console.Write(TableOf(ReplayTables.Days(report, words), int.MaxValue));
        var tables = ReplayTables.Rows(report, words);
        foreach (var table in tables)
        {
            output.WriteLine(words.Say("Replay.Count", ("title", table.Title), ("count", table.Rows.Count)));
        }

        foreach (var table in tables.Where(table => table.Rows.Count > 0))
        {
            output.WriteLine();
            output.WriteLine(
                table.Rows.Count > rowsMax
                    ? words.Say(
                        "Replay.FirstRows",
                        ("title", table.Title),
                        ("shown", rowsMax),
                        ("count", table.Rows.Count),
                        ("all", "--csv DIR")
                    )
                    : words.Say("Replay.AllRows", ("title", table.Title))
            );
            console.Write(TableOf(table, rowsMax));
        }

        output.WriteLine(words.Say("Replay.NothingTouched"));
    }

    private static Table TableOf(ReplayTable table, int rowsMax)
    {
        var shown = new Table();
        foreach (var heading in table.Headings)
        {
            shown.AddColumn(Markup.Escape(heading.Text));
        }

        foreach (var row in table.Rows.Take(rowsMax))
        {
            shown.AddRow([.. row.Select(cell => Markup.Escape(Cell(cell)))]);
        }

        return shown;
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
