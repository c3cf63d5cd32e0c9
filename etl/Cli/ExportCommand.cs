using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Export.Parquet;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary><c>export parquet</c>: the warehouse as files for analysts.</summary>
internal static class ExportCommand
{
    public static Command Create(Words words) => new("export", words.Say("Help.Export")) { Parquet(words) };

    private static Command Parquet(Words words)
    {
        var folder = new Option<string>("--out") { Description = words.Say("Help.Parquet.Out"), Required = true };
        var tables = new Option<string[]>("--tables")
        {
            Description = words.Say("Help.Parquet.Tables", ("tables", ParquetTable.All.Select(table => table.Name))),
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var from = new Option<int?>("--from") { Description = words.Say("Help.Parquet.From"), HelpName = "YEAR" };
        var to = new Option<int?>("--to") { Description = words.Say("Help.Parquet.To"), HelpName = "YEAR" };
        var database = new DatabaseOptions(words);
        var command = new Command("parquet", words.Say("Help.Parquet")) { folder, tables, from, to };
        tables.AcceptOnlyFromAmong([.. ParquetTable.All.Select(table => table.Name)]);
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetValue(tables)!;
                var path = parsed.GetRequiredValue(folder);
                var job = new ParquetJob(
                    path,
                    [.. ParquetTable.All.Where(table => asked.Length == 0 || asked.Contains(table.Name))],
                    parsed.GetValue(from),
                    parsed.GetValue(to)
                );
                try
                {
                    var written = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                    {
                        await using var warehouse = await database.OpenWarehouseAsync(parsed, progress, ct);
                        return await ParquetExport.RunAsync(
                            warehouse.Source,
                            job,
                            table => progress.Step(words.Say("Cli.WritingTable", ("table", table))),
                            ct
                        );
                    });
                    foreach (var table in written)
                    {
                        Console.Out.WriteLine(
                            words.Say("Cli.TableWritten", ("table", table.Name), ("rows", table.Rows), ("files", table.Files))
                        );
                    }

                    return CommandLine.Success;
                }
                catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
                {
                    Console.Error.WriteLine(words.Coded("SP-CLI-108", ("folder", path), ("reason", FileRefusal.Of(refused, path))));
                    return CommandLine.Failure;
                }
            }
        );
        return command;
    }
}
